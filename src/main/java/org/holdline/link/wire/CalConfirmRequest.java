package org.holdline.link.wire;

/** Puts the image on trial in force for good. From the host. */
public final class CalConfirmRequest extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 10;

    private static final int TXN_AT = 0;
    private static final int GENERATION_AT = 2;
    private static final int CRC_AT = 6;

    public CalConfirmRequest() {
        super(MessageType.CAL_CONFIRM, Protocol.FLAG_REQUEST, BYTES);
    }

    /** Number of this request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** That is meant. */
    public long generation() {
        return u32(GENERATION_AT);
    }

    public void setGeneration(long value) {
        put32(GENERATION_AT, value);
    }

    /** CRC-32C of the body that is meant. */
    public int crc() {
        return i32(CRC_AT);
    }

    public void setCrc(int value) {
        put32(CRC_AT, value);
    }
}
