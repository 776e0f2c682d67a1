/**
 * Runners who are not there, for evaluation only: a body, what it means to do, and the sensors on its back.
 *
 * <p>Temperature: cold; one thread owns a runner. Knows only the sample and the JDK, so that neither code nor constant of the
 * detector can leak in, and nothing of {@code clip.virtual} either: forces are raised cosines on a clock of phase, angles are
 * splines through drawn points, rates and accelerations are differences of attitudes at 800 or 1600 Hz.
 *
 * <p>World axes: x where the runner faces, y left, z up. A segment's attitude is yaw about z, then pitch about y (top forward
 * positive), then roll about x (left side up positive). Angles in names are degrees unless they say radians.
 */
@NullMarked
package org.holdline.evaluate.runner;

import org.jspecify.annotations.NullMarked;
