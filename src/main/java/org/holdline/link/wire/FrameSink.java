package org.holdline.link.wire;

/** Where a {@link FrameReader} delivers. Called on the reading thread: must not block. */
public interface FrameSink {
    /** A valid frame: a sign of life. It holds only until this returns. */
    void frame(Frame frame);

    /**
     * A request that came through whole and is none this side knows, or has a payload that does not fit: it is to be
     * answered with ERROR.
     *
     * @param code {@link Codes.ErrorCode#UNKNOWN_TYPE} or {@link Codes.ErrorCode#PAYLOAD}
     * @param detail what goes with the code
     */
    void refused(Frame frame, int code, int detail);
}
