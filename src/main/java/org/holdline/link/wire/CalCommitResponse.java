package org.holdline.link.wire;

/**
 * Puts the verified image on trial: in force until the clip restarts, for good after CONFIRM. From the clip.
 */
public final class CalCommitResponse extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 12;

    private static final int TXN_AT = 0;
    private static final int SLOT_AT = 2;
    private static final int GENERATION_AT = 4;
    private static final int CRC_AT = 8;

    public CalCommitResponse() {
        super(MessageType.CAL_COMMIT, Protocol.FLAG_RESPONSE, BYTES);
    }

    /** Of the request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** Slot on trial. */
    public int slot() {
        return u8(SLOT_AT);
    }

    public void setSlot(int value) {
        put8(SLOT_AT, value);
    }

    /** Its generation. */
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
}
