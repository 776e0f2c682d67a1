package org.holdline.link.wire;

/**
 * What the two slots hold and how far a write has come. Allowed in every state of the stream. From the clip.
 */
public final class CalInfoResponse extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 44;

    private static final int TXN_AT = 0;
    private static final int STATE_AT = 2;
    private static final int ACTIVE_SLOT_AT = 3;
    private static final int WINDOW_S_AT = 4;
    private static final int KEY_AT = 5;
    private static final int SLOT_A_STATE_AT = 6;
    private static final int SLOT_A_FAULT_AT = 7;
    private static final int SLOT_A_FAULT_AT_AT = 8;
    private static final int SLOT_A_IMAGE_BYTES_AT = 10;
    private static final int SLOT_A_GENERATION_AT = 12;
    private static final int SLOT_A_CRC_AT = 16;
    private static final int SLOT_B_STATE_AT = 20;
    private static final int SLOT_B_FAULT_AT = 21;
    private static final int SLOT_B_FAULT_AT_AT = 22;
    private static final int SLOT_B_IMAGE_BYTES_AT = 24;
    private static final int SLOT_B_GENERATION_AT = 26;
    private static final int SLOT_B_CRC_AT = 30;
    private static final int NEXT_OFF_AT = 34;
    private static final int WRITE_GENERATION_AT = 36;
    private static final int WRITE_CRC_AT = 40;

    public CalInfoResponse() {
        super(MessageType.CAL_INFO, Protocol.FLAG_RESPONSE, BYTES);
    }

    /** Of the request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** How far a write has come, one of {@link Codes.CalState}. */
    public int state() {
        return u8(STATE_AT);
    }

    public void setState(int value) {
        put8(STATE_AT, value);
    }

    /** Slot in force, or on trial: 0 = A, 1 = B, 255 = none. */
    public int activeSlot() {
        return u8(ACTIVE_SLOT_AT);
    }

    public void setActiveSlot(int value) {
        put8(ACTIVE_SLOT_AT, value);
    }

    /** How long the write window stays open, rounded up; 0 = closed, s. */
    public int windowS() {
        return u8(WINDOW_S_AT);
    }

    public void setWindowS(int value) {
        put8(WINDOW_S_AT, value);
    }

    /** 1: COMMIT must carry a MAC. */
    public int key() {
        return u8(KEY_AT);
    }

    public void setKey(int value) {
        put8(KEY_AT, value);
    }

    /** What slot A holds, one of {@link Codes.SlotState}. */
    public int slotAState() {
        return u8(SLOT_A_STATE_AT);
    }

    public void setSlotAState(int value) {
        put8(SLOT_A_STATE_AT, value);
    }

    /** Why it holds no valid image, one of {@link Codes.ImageFaultCode}. */
    public int slotAFault() {
        return u8(SLOT_A_FAULT_AT);
    }

    public void setSlotAFault(int value) {
        put8(SLOT_A_FAULT_AT, value);
    }

    /** Offset in the image where that shows, bytes. */
    public int slotAFaultAt() {
        return u16(SLOT_A_FAULT_AT_AT);
    }

    public void setSlotAFaultAt(int value) {
        put16(SLOT_A_FAULT_AT_AT, value);
    }

    /** Length of its image; 0 without a valid one, bytes. */
    public int slotAImageBytes() {
        return u16(SLOT_A_IMAGE_BYTES_AT);
    }

    public void setSlotAImageBytes(int value) {
        put16(SLOT_A_IMAGE_BYTES_AT, value);
    }

    /** Generation of its image. */
    public long slotAGeneration() {
        return u32(SLOT_A_GENERATION_AT);
    }

    public void setSlotAGeneration(long value) {
        put32(SLOT_A_GENERATION_AT, value);
    }

    /** CRC-32C of its image's body. */
    public int slotACrc() {
        return i32(SLOT_A_CRC_AT);
    }

    public void setSlotACrc(int value) {
        put32(SLOT_A_CRC_AT, value);
    }

    /** What slot B holds, one of {@link Codes.SlotState}. */
    public int slotBState() {
        return u8(SLOT_B_STATE_AT);
    }

    public void setSlotBState(int value) {
        put8(SLOT_B_STATE_AT, value);
    }

    /** Why it holds no valid image, one of {@link Codes.ImageFaultCode}. */
    public int slotBFault() {
        return u8(SLOT_B_FAULT_AT);
    }

    public void setSlotBFault(int value) {
        put8(SLOT_B_FAULT_AT, value);
    }

    /** Offset in the image where that shows, bytes. */
    public int slotBFaultAt() {
        return u16(SLOT_B_FAULT_AT_AT);
    }

    public void setSlotBFaultAt(int value) {
        put16(SLOT_B_FAULT_AT_AT, value);
    }

    /** Length of its image; 0 without a valid one, bytes. */
    public int slotBImageBytes() {
        return u16(SLOT_B_IMAGE_BYTES_AT);
    }

    public void setSlotBImageBytes(int value) {
        put16(SLOT_B_IMAGE_BYTES_AT, value);
    }

    /** Generation of its image. */
    public long slotBGeneration() {
        return u32(SLOT_B_GENERATION_AT);
    }

    public void setSlotBGeneration(long value) {
        put32(SLOT_B_GENERATION_AT, value);
    }

    /** CRC-32C of its image's body. */
    public int slotBCrc() {
        return i32(SLOT_B_CRC_AT);
    }

    public void setSlotBCrc(int value) {
        put32(SLOT_B_CRC_AT, value);
    }

    /** First byte of the image being written that is missing, bytes. */
    public int nextOff() {
        return u16(NEXT_OFF_AT);
    }

    public void setNextOff(int value) {
        put16(NEXT_OFF_AT, value);
    }

    /** Generation of the image being written; 0 without one. */
    public long writeGeneration() {
        return u32(WRITE_GENERATION_AT);
    }

    public void setWriteGeneration(long value) {
        put32(WRITE_GENERATION_AT, value);
    }

    /** CRC-32C of its body. */
    public int writeCrc() {
        return i32(WRITE_CRC_AT);
    }

    public void setWriteCrc(int value) {
        put32(WRITE_CRC_AT, value);
    }
}
