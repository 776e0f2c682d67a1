package org.holdline.link.wire;

/**
 * Motor off. Obeyed in every state, also ungreeted, and answered anew each time; its layout never changes. From the
 * host.
 */
public final class CueStopRequest extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 2;

    private static final int TXN_AT = 0;

    public CueStopRequest() {
        super(MessageType.CUE_STOP, Protocol.FLAG_REQUEST, BYTES);
    }

    /** Number of this request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }
}
