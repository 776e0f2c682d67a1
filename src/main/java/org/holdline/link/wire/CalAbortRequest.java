package org.holdline.link.wire;

/** Forgets a write or ends a trial. Nothing that is in force changes. From the host. */
public final class CalAbortRequest extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 2;

    private static final int TXN_AT = 0;

    public CalAbortRequest() {
        super(MessageType.CAL_ABORT, Protocol.FLAG_REQUEST, BYTES);
    }

    /** Number of this request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }
}
