/**
 * A runner who is not there: a model of trunk motion and ground forces that yields what one or two clips would measure.
 *
 * <p>Temperature: edge; one thread polls and calls. Shares no code and no constant with the detector, so that an error in
 * the one cannot hide in the other: it knows only the sample, the clip port and the JDK.
 *
 * <p>World axes: x where the runner faces, y left, z up. A segment's attitude is yaw about z, then pitch about y (top
 * forward positive), then roll about x (left side up positive), all in radians unless named otherwise.
 */
@NullMarked
package org.holdline.clip.virtual;

import org.jspecify.annotations.NullMarked;
