/**
 * Foot contact, toe-off, side, cadence and the kind of gait, from the vertical specific force.
 *
 * <p>Temperature: hot. Owned by the road's thread; no allocation, locks, logging or floating point outside constructors,
 * Params and Coefficients.
 */
@NullMarked
package org.holdline.gait;

import org.jspecify.annotations.NullMarked;
