/**
 * The bench: from a clip laid on its six sides to a device profile. Finds the rests in a stream of samples, solves offset,
 * scale, misalignment and zero rate, and refuses what the rests do not bear out.
 *
 * <p>Temperature: cold, floating point. No clocks and no files.
 */
@NullMarked
package org.holdline.profile.bench;

import org.jspecify.annotations.NullMarked;
