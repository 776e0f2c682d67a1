package org.holdline.link.wire;

/** What a receiver counts; the order is that of STATUS. */
public final class Counter {
    /** Bytes taken from the stream. */
    public static final int BYTES = 0;

    /** Valid frames. */
    public static final int FRAMES = 1;

    /** More than MAX_ENCODED_BYTES without a zero; counted at the first byte too many. */
    public static final int OVERSIZE = 2;

    /** A COBS code points behind the end, or the encoding is not the canonical one. */
    public static final int COBS = 3;

    /** Fewer than MIN_FRAME_BYTES after decoding. */
    public static final int SHORT = 4;

    /** The length in the header is not that of the frame: bytes are missing or too many. */
    public static final int LENGTH = 5;

    /** The CRC differs: bytes have changed. */
    public static final int CRC = 6;

    /** Another wire version than the one in force. */
    public static final int VERSION = 7;

    /** A reserved flag is set, or REQUEST and RESPONSE both. */
    public static final int FLAGS = 8;

    /** Nobody sends this type with these flags in this version. */
    public static final int UNKNOWN = 9;

    /** Only this side sends this message: the line echoes. */
    public static final int DIRECTION = 10;

    /** The payload is shorter than the message's fixed fields, or its length contradicts its content. */
    public static final int PAYLOAD = 11;

    /** Frames missing between two valid ones, by their numbers. */
    public static final int SEQ_LOST = 12;

    /** Valid frames whose number is not ahead of the last one. */
    public static final int SEQ_REPEATED = 13;

    static final int COUNT = 14;

    private Counter() {}
}
