package org.holdline.link.wire;

/**
 * What the two slots hold and how far a write has come. Allowed in every state of the stream. From the host.
 */
public final class CalInfoRequest extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 2;

    private static final int TXN_AT = 0;

    public CalInfoRequest() {
        super(MessageType.CAL_INFO, Protocol.FLAG_REQUEST, BYTES);
    }

    /** Number of this request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }
}
