package org.holdline.link.wire;

/** Forgets a write or ends a trial. Nothing that is in force changes. From the clip. */
public final class CalAbortResponse extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 3;

    private static final int TXN_AT = 0;
    private static final int STATE_AT = 2;

    public CalAbortResponse() {
        super(MessageType.CAL_ABORT, Protocol.FLAG_RESPONSE, BYTES);
    }

    /** Of the request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** Always IDLE, one of {@link Codes.CalState}. */
    public int state() {
        return u8(STATE_AT);
    }

    public void setState(int value) {
        put8(STATE_AT, value);
    }
}
