/**
 * Fixed-point arithmetic: Q-format products, integer square root, inclination by CORDIC.
 *
 * <p>Temperature: hot. Owned by the road's thread; no allocation, locks, logging or floating point outside constructors,
 * Params and Coefficients.
 */
@NullMarked
package org.holdline.fixed;

import org.jspecify.annotations.NullMarked;
