package org.holdline.link.wire;

/** Answer to CUE. From the clip. */
public final class CueResponse extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 8;

    private static final int TXN_AT = 0;
    private static final int STARTED_US_AT = 2;
    private static final int WINDOW_USED_MS_AT = 6;

    public CueResponse() {
        super(MessageType.CUE, Protocol.FLAG_RESPONSE, BYTES);
    }

    /** Of the request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** Clip clock when the motor was driven. Unit: us. */
    public int startedUs() {
        return i32(STARTED_US_AT);
    }

    public void setStartedUs(int value) {
        put32(STARTED_US_AT, value);
    }

    /** Cue time in the last CUE_WINDOW_MS, this cue included whole, rounded up. Unit: ms. */
    public int windowUsedMs() {
        return u16(WINDOW_USED_MS_AT);
    }

    public void setWindowUsedMs(int value) {
        put16(WINDOW_USED_MS_AT, value);
    }
}
