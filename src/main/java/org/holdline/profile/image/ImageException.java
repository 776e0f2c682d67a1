package org.holdline.profile.image;

import java.io.Serial;

/** Bytes that are no valid profile image. */
public final class ImageException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final ImageFault fault;
    private final int offset;

    /**
     * A refusal.
     *
     * @param offset in the image where it shows
     */
    public ImageException(ImageFault fault, int offset) {
        super(fault.text() + " (" + fault.word() + " at byte " + offset + ")");
        this.fault = fault;
        this.offset = offset;
    }

    public ImageFault fault() {
        return fault;
    }

    /** In the image, bytes from its begin. */
    public int offset() {
        return offset;
    }
}
