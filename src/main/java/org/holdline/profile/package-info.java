/**
 * Calibration profiles: what a device, a runner or a treadmill is known by, as documented TOML files.
 *
 * <p>Temperature: cold. Every number is held as a whole number of the unit that its file, its image and its JSON share, so
 * that a profile comes back from any of them exactly as it went in.
 */
@NullMarked
package org.holdline.profile;

import org.jspecify.annotations.NullMarked;
