package org.holdline.link.wire;

/** A cue ended. Sent once; IMU_BATCH and STATUS show the motor too. From the clip. */
public final class CueEnd extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 9;

    private static final int CUE_TXN_AT = 0;
    private static final int ENDED_US_AT = 2;
    private static final int PLAYED_MS_AT = 6;
    private static final int REASON_AT = 8;

    public CueEnd() {
        super(MessageType.CUE_END, 0, BYTES);
    }

    /** Of the CUE request. */
    public int cueTxn() {
        return u16(CUE_TXN_AT);
    }

    public void setCueTxn(int value) {
        put16(CUE_TXN_AT, value);
    }

    /** Clip clock when the motor was let go. Unit: us. */
    public int endedUs() {
        return i32(ENDED_US_AT);
    }

    public void setEndedUs(int value) {
        put32(ENDED_US_AT, value);
    }

    /** From driving to letting go, rounded down. Unit: ms. */
    public int playedMs() {
        return u16(PLAYED_MS_AT);
    }

    public void setPlayedMs(int value) {
        put16(PLAYED_MS_AT, value);
    }

    /** Why. One of {@link Codes.CueEnded}. */
    public int reason() {
        return u8(REASON_AT);
    }

    public void setReason(int value) {
        put8(REASON_AT, value);
    }
}
