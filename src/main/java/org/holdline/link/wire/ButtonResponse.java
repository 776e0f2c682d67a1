package org.holdline.link.wire;

/** Answer to BUTTON. From the host. */
public final class ButtonResponse extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 2;

    private static final int TXN_AT = 0;

    public ButtonResponse() {
        super(MessageType.BUTTON, Protocol.FLAG_RESPONSE, BYTES);
    }

    /** Of the press. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }
}
