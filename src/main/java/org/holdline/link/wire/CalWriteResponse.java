package org.holdline.link.wire;

/** A piece of the image. One that does not begin at next_off is passed over. From the clip. */
public final class CalWriteResponse extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 4;

    private static final int TXN_AT = 0;
    private static final int NEXT_OFF_AT = 2;

    public CalWriteResponse() {
        super(MessageType.CAL_WRITE, Protocol.FLAG_RESPONSE, BYTES);
    }

    /** Of the request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** First byte that is missing now: where to go on, bytes. */
    public int nextOff() {
        return u16(NEXT_OFF_AT);
    }

    public void setNextOff(int value) {
        put16(NEXT_OFF_AT, value);
    }
}
