package org.holdline.link.wire;

/** Writes the header, reads the slot back and checks all of it. From the host. */
public final class CalVerifyRequest extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 2;

    private static final int TXN_AT = 0;

    public CalVerifyRequest() {
        super(MessageType.CAL_VERIFY, Protocol.FLAG_REQUEST, BYTES);
    }

    /** Number of this request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }
}
