package org.holdline.link.wire;

/** A piece of the image. One that does not begin at next_off is passed over. From the host. */
public final class CalWriteRequest extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 4;

    private static final int TXN_AT = 0;
    private static final int OFFSET_AT = 2;

    public CalWriteRequest() {
        super(MessageType.CAL_WRITE, Protocol.FLAG_REQUEST, BYTES);
    }

    /** Number of this request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** Of the piece in the image, bytes. */
    public int offset() {
        return u16(OFFSET_AT);
    }

    public void setOffset(int value) {
        put16(OFFSET_AT, value);
    }

    /** 1 to 96 bytes of the image; none beyond its end. */
    public void setData(byte[] data) {
        putTail(data, Protocol.CAL_MAX_DATA_BYTES);
    }
}
