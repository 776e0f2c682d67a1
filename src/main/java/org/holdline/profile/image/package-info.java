/**
 * The device profile as bytes, and the two slots that keep it through power cuts: what clips, EEPROMs and the emulator share.
 * The normative text is firmware-protocol/README.md; the offsets are those of its schema.
 *
 * <p>Temperature: cold. No clocks, no threads; whoever owns the storage calls.
 */
@NullMarked
package org.holdline.profile.image;

import org.jspecify.annotations.NullMarked;
