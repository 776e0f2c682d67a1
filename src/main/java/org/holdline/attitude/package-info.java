/**
 * The direction of "up" in the sensor frame from accelerometer and gyroscope.
 *
 * <p>Temperature: hot. Owned by the road's thread; no allocation, locks, logging or floating point outside constructors,
 * Params and Coefficients.
 */
@NullMarked
package org.holdline.attitude;

import org.jspecify.annotations.NullMarked;
