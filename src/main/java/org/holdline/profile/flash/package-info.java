/**
 * Writing a device profile to what keeps it: plan, backup, write, trial, confirmation, the way back, and many clips at a time.
 *
 * <p>{@link org.holdline.profile.flash.ProfileHolder} is the port; {@link org.holdline.profile.flash.ClipHolder} a clip behind
 * its link. Requests, retries and refusals are those of {@code firmware-protocol/README.md}.
 *
 * <p>Temperature: cold. One thread a holder; clocks and threads come in from outside.
 */
@NullMarked
package org.holdline.profile.flash;

import org.jspecify.annotations.NullMarked;
