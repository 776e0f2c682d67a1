package org.holdline.link.wire;

/** Answer to TIMESYNC. From the clip. */
public final class TimesyncResponse extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 14;

    private static final int TXN_AT = 0;
    private static final int HOST_SENT_US_AT = 2;
    private static final int CLIP_RECEIVED_US_AT = 6;
    private static final int CLIP_SENT_US_AT = 10;

    public TimesyncResponse() {
        super(MessageType.TIMESYNC, Protocol.FLAG_RESPONSE, BYTES);
    }

    /** Of the request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** t1, unchanged. Unit: us. */
    public int hostSentUs() {
        return i32(HOST_SENT_US_AT);
    }

    public void setHostSentUs(int value) {
        put32(HOST_SENT_US_AT, value);
    }

    /** t2: clip clock when the closing zero of the request came in. Unit: us. */
    public int clipReceivedUs() {
        return i32(CLIP_RECEIVED_US_AT);
    }

    public void setClipReceivedUs(int value) {
        put32(CLIP_RECEIVED_US_AT, value);
    }

    /** t3: clip clock when the first byte of this frame goes out. Unit: us. */
    public int clipSentUs() {
        return i32(CLIP_SENT_US_AT);
    }

    public void setClipSentUs(int value) {
        put32(CLIP_SENT_US_AT, value);
    }
}
