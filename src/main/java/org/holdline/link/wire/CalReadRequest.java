package org.holdline.link.wire;

/** Bytes of the image in a slot. From the host. */
public final class CalReadRequest extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 6;

    private static final int TXN_AT = 0;
    private static final int SLOT_AT = 2;
    private static final int COUNT_AT = 3;
    private static final int OFFSET_AT = 4;

    public CalReadRequest() {
        super(MessageType.CAL_READ, Protocol.FLAG_REQUEST, BYTES);
    }

    /** Number of this request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** 0 = A, 1 = B. */
    public int slot() {
        return u8(SLOT_AT);
    }

    public void setSlot(int value) {
        put8(SLOT_AT, value);
    }

    /** How many; fewer come at the end of the image, bytes. */
    public int count() {
        return u8(COUNT_AT);
    }

    public void setCount(int value) {
        put8(COUNT_AT, value);
    }

    /** From where in the image, bytes. */
    public int offset() {
        return u16(OFFSET_AT);
    }

    public void setOffset(int value) {
        put16(OFFSET_AT, value);
    }
}
