/**
 * Takes what a device profile and a treadmill profile measured out of each sample, in whole numbers. The road does it once,
 * and nothing else does: clips and recordings hold what the sensor delivered.
 *
 * <p>Temperature: hot. A correction belongs to the thread of the road that applies it.
 */
@NullMarked
package org.holdline.correction;

import org.jspecify.annotations.NullMarked;
