package org.holdline.link.wire;

/** Puts the other slot's confirmed image in force again. Needs the write window. From the host. */
public final class CalRollbackRequest extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 18;

    private static final int TXN_AT = 0;
    private static final int FROM_GENERATION_AT = 2;
    private static final int FROM_CRC_AT = 6;
    private static final int TO_GENERATION_AT = 10;
    private static final int TO_CRC_AT = 14;

    public CalRollbackRequest() {
        super(MessageType.CAL_ROLLBACK, Protocol.FLAG_REQUEST, BYTES);
    }

    /** Number of this request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** In force now, as the host knows it. */
    public long fromGeneration() {
        return u32(FROM_GENERATION_AT);
    }

    public void setFromGeneration(long value) {
        put32(FROM_GENERATION_AT, value);
    }

    /** CRC-32C of its body. */
    public int fromCrc() {
        return i32(FROM_CRC_AT);
    }

    public void setFromCrc(int value) {
        put32(FROM_CRC_AT, value);
    }

    /** Of the other slot, as the host knows it. */
    public long toGeneration() {
        return u32(TO_GENERATION_AT);
    }

    public void setToGeneration(long value) {
        put32(TO_GENERATION_AT, value);
    }

    /** CRC-32C of its body. */
    public int toCrc() {
        return i32(TO_CRC_AT);
    }

    public void setToCrc(int value) {
        put32(TO_CRC_AT, value);
    }
}
