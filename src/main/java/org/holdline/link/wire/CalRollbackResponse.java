package org.holdline.link.wire;

/** Puts the other slot's confirmed image in force again. Needs the write window. From the clip. */
public final class CalRollbackResponse extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 3;

    private static final int TXN_AT = 0;
    private static final int SLOT_AT = 2;

    public CalRollbackResponse() {
        super(MessageType.CAL_ROLLBACK, Protocol.FLAG_RESPONSE, BYTES);
    }

    /** Of the request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** Slot in force now. */
    public int slot() {
        return u8(SLOT_AT);
    }

    public void setSlot(int value) {
        put8(SLOT_AT, value);
    }
}
