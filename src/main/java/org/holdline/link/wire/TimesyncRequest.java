package org.holdline.link.wire;

/** One measurement of the two clocks. Always answered anew, never from the store. From the host. */
public final class TimesyncRequest extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 14;

    private static final int TXN_AT = 0;
    private static final int HOST_SENT_US_AT = 2;

    public TimesyncRequest() {
        super(MessageType.TIMESYNC, Protocol.FLAG_REQUEST, BYTES);
    }

    /** Number of this request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** t1: host clock when the frame is handed to the port, modulo 2^32. Unit: us. */
    public int hostSentUs() {
        return i32(HOST_SENT_US_AT);
    }

    public void setHostSentUs(int value) {
        put32(HOST_SENT_US_AT, value);
    }
}
