package org.holdline.link.wire;

/** Writes the header, reads the slot back and checks all of it. From the clip. */
public final class CalVerifyResponse extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 12;

    private static final int TXN_AT = 0;
    private static final int IMAGE_BYTES_AT = 2;
    private static final int GENERATION_AT = 4;
    private static final int CRC_AT = 8;

    public CalVerifyResponse() {
        super(MessageType.CAL_VERIFY, Protocol.FLAG_RESPONSE, BYTES);
    }

    /** Of the request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** Length read back, bytes. */
    public int imageBytes() {
        return u16(IMAGE_BYTES_AT);
    }

    public void setImageBytes(int value) {
        put16(IMAGE_BYTES_AT, value);
    }

    /** Generation read back. */
    public long generation() {
        return u32(GENERATION_AT);
    }

    public void setGeneration(long value) {
        put32(GENERATION_AT, value);
    }

    /** CRC-32C of the body, computed from what the memory holds. */
    public int crc() {
        return i32(CRC_AT);
    }

    public void setCrc(int value) {
        put32(CRC_AT, value);
    }
}
