package org.holdline.profile.image;

import java.util.Optional;

/**
 * What one of the two slots holds.
 *
 * @param header of its image when that is valid and of this clip
 * @param fault why there is no such image; NONE with one
 * @param offset in the image where the fault shows
 */
public record Slot(int index, State state, Optional<ImageHeader> header, ImageFault fault, int offset) {
    /** How far an image has come. */
    public enum State {
        /** All FF, as from the factory. */
        EMPTY,
        /** No valid image of this clip. */
        INVALID,
        /** A valid image that nobody has confirmed: not used after a start. */
        UNCONFIRMED,
        /** A valid image that may be used. */
        CONFIRMED
    }

    /** 0 without a valid image. */
    public long generation() {
        return header.map(ImageHeader::generation).orElse(0L);
    }

    /** A or B. */
    public char letter() {
        return (char) ('A' + index);
    }
}
