package org.holdline.link.wire;

/** Bytes of the image in a slot. From the clip. */
public final class CalReadResponse extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 8;

    private static final int TXN_AT = 0;
    private static final int SLOT_AT = 2;
    private static final int OFFSET_AT = 4;
    private static final int IMAGE_BYTES_AT = 6;

    public CalReadResponse() {
        super(MessageType.CAL_READ, Protocol.FLAG_RESPONSE, BYTES);
    }

    /** Of the request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** Of the request. */
    public int slot() {
        return u8(SLOT_AT);
    }

    public void setSlot(int value) {
        put8(SLOT_AT, value);
    }

    /** Of the request, bytes. */
    public int offset() {
        return u16(OFFSET_AT);
    }

    public void setOffset(int value) {
        put16(OFFSET_AT, value);
    }

    /** Length of the whole image, bytes. */
    public int imageBytes() {
        return u16(IMAGE_BYTES_AT);
    }

    public void setImageBytes(int value) {
        put16(IMAGE_BYTES_AT, value);
    }

    /** Bytes of the image from offset on. */
    public void setData(byte[] data) {
        putTail(data, Protocol.CAL_MAX_DATA_BYTES);
    }
}
