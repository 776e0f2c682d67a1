package org.holdline.link.wire;

/**
 * Begins to write an image to the spare slot, or goes on with the same one. Needs the write window to begin. From the host.
 */
public final class CalBeginRequest extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 36;

    private static final int TXN_AT = 0;
    private static final int IMAGE_BYTES_AT = 2;
    private static final int GENERATION_AT = 4;
    private static final int CRC_AT = 8;
    private static final int HEADER_CRC_AT = 12;
    private static final int EXPECTED_GENERATION_AT = 16;
    private static final int EXPECTED_CRC_AT = 20;
    private static final int SERIAL_AT = 24;

    public CalBeginRequest() {
        super(MessageType.CAL_BEGIN, Protocol.FLAG_REQUEST, BYTES);
    }

    /** Number of this request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** Length of the image, bytes. */
    public int imageBytes() {
        return u16(IMAGE_BYTES_AT);
    }

    public void setImageBytes(int value) {
        put16(IMAGE_BYTES_AT, value);
    }

    /** Its generation; above that in force. */
    public long generation() {
        return u32(GENERATION_AT);
    }

    public void setGeneration(long value) {
        put32(GENERATION_AT, value);
    }

    /** CRC-32C of its body. */
    public int crc() {
        return i32(CRC_AT);
    }

    public void setCrc(int value) {
        put32(CRC_AT, value);
    }

    /** CRC-32C of its header. */
    public int headerCrc() {
        return i32(HEADER_CRC_AT);
    }

    public void setHeaderCrc(int value) {
        put32(HEADER_CRC_AT, value);
    }

    /** Generation in force as the host knows it; 0 = none. */
    public long expectedGeneration() {
        return u32(EXPECTED_GENERATION_AT);
    }

    public void setExpectedGeneration(long value) {
        put32(EXPECTED_GENERATION_AT, value);
    }

    /** CRC-32C of the body in force; 0 = none. */
    public int expectedCrc() {
        return i32(EXPECTED_CRC_AT);
    }

    public void setExpectedCrc(int value) {
        put32(EXPECTED_CRC_AT, value);
    }

    /** Offset in {@link #bytes} of the serial number: 12 bytes. */
    public int serialAt() {
        return tailAt() - BYTES + SERIAL_AT;
    }

    /** Serial number of the clip that is meant. */
    public void setSerial(byte[] value) {
        System.arraycopy(value, 0, bytes(), serialAt(), Math.min(value.length, 12));
    }
}
