package org.holdline.link.wire;

/** Asks for a cue. The response says that the motor is driven; a refusal is an ERROR. From the host. */
public final class CueRequest extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 12;

    private static final int TXN_AT = 0;
    private static final int ISSUED_US_AT = 2;
    private static final int TTL_MS_AT = 6;
    private static final int DURATION_MS_AT = 8;
    private static final int PATTERN_AT = 10;
    private static final int INTENSITY_PCT_AT = 11;

    public CueRequest() {
        super(MessageType.CUE, Protocol.FLAG_REQUEST, BYTES);
    }

    /** Number of this request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** When the host decided, on the clip clock. Unit: us. */
    public int issuedUs() {
        return i32(ISSUED_US_AT);
    }

    public void setIssuedUs(int value) {
        put32(ISSUED_US_AT, value);
    }

    /** Refused when older than this. Unit: ms. */
    public int ttlMs() {
        return u16(TTL_MS_AT);
    }

    public void setTtlMs(int value) {
        put16(TTL_MS_AT, value);
    }

    /** From driving the motor to letting it go. Unit: ms. */
    public int durationMs() {
        return u16(DURATION_MS_AT);
    }

    public void setDurationMs(int value) {
        put16(DURATION_MS_AT, value);
    }

    /** Shape. One of {@link Codes.CuePattern}. */
    public int pattern() {
        return u8(PATTERN_AT);
    }

    public void setPattern(int value) {
        put8(PATTERN_AT, value);
    }

    /** Of the motor's full drive. Unit: %. */
    public int intensityPct() {
        return u8(INTENSITY_PCT_AT);
    }

    public void setIntensityPct(int value) {
        put8(INTENSITY_PCT_AT, value);
    }
}
