/**
 * Alignment of sensor to body, running neutral, and the deviation of every step from it.
 *
 * <p>Temperature: hot. Owned by the road's thread; no allocation, locks, logging or floating point outside constructors,
 * Params and Coefficients.
 */
@NullMarked
package org.holdline.posture;

import org.jspecify.annotations.NullMarked;
