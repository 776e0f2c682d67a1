package org.holdline.link.wire;

/** A line for whoever looks after the clip. Never more than LOG_PER_S. From the clip. */
public final class Log extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 8;

    private static final int CLIP_TIME_US_AT = 0;
    private static final int HELD_BACK_AT = 4;
    private static final int LEVEL_AT = 6;

    public Log() {
        super(MessageType.LOG, 0, BYTES);
    }

    /** Clip clock. Unit: us. */
    public int clipTimeUs() {
        return i32(CLIP_TIME_US_AT);
    }

    public void setClipTimeUs(int value) {
        put32(CLIP_TIME_US_AT, value);
    }

    /** Lines held back since the last LOG; stays at 65535. Unit: lines. */
    public int heldBack() {
        return u16(HELD_BACK_AT);
    }

    public void setHeldBack(int value) {
        put16(HELD_BACK_AT, value);
    }

    /** Level. One of {@link Codes.LogLevel}. */
    public int level() {
        return u8(LEVEL_AT);
    }

    public void setLevel(int value) {
        put8(LEVEL_AT, value);
    }

    /** The line, without line end. UTF-8, cut to the limit; read it at {@link #tailAt}. */
    public void setText(byte[] utf8) {
        putTail(utf8, Protocol.MAX_LOG_TEXT_BYTES);
    }
}
