/**
 * The other end of the link: a clip as {@code firmware-protocol/README.md} wants it, and a pseudo-terminal to hang it on.
 *
 * <p>Temperature: edge. {@link org.holdline.link.emulated.EmulatedClip} is stepped by whoever holds the time and belongs to
 * one thread.
 */
@NullMarked
package org.holdline.link.emulated;

import org.jspecify.annotations.NullMarked;
