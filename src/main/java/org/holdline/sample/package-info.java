/**
 * One instant of the clip, its units, and the words of a run (placement, phase, act).
 *
 * <p>Temperature: hot. Slots are mutable and belong to the thread that reads the clip.
 */
@NullMarked
package org.holdline.sample;

import org.jspecify.annotations.NullMarked;
