package org.holdline.link.wire;

/** Refusal of a request that came through whole. Nothing was done. From either side. */
public final class ErrorResponse extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 8;

    private static final int TXN_AT = 0;
    private static final int REFUSED_TYPE_AT = 2;
    private static final int CODE_AT = 3;
    private static final int DETAIL_AT = 4;

    public ErrorResponse() {
        super(MessageType.ERROR, Protocol.FLAG_RESPONSE, BYTES);
    }

    /** Of the request; 0 when its payload was too short to hold one. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** Message type of the request. */
    public int refusedType() {
        return u8(REFUSED_TYPE_AT);
    }

    public void setRefusedType(int value) {
        put8(REFUSED_TYPE_AT, value);
    }

    /** Why. One of {@link Codes.ErrorCode}. */
    public int code() {
        return u8(CODE_AT);
    }

    public void setCode(int value) {
        put8(CODE_AT, value);
    }

    /** A number that goes with the code. Unit: see code. */
    public long detail() {
        return u32(DETAIL_AT);
    }

    public void setDetail(long value) {
        put32(DETAIL_AT, value);
    }

    /** For people; may be empty. UTF-8, cut to the limit; read it at {@link #tailAt}. */
    public void setText(byte[] utf8) {
        putTail(utf8, Protocol.MAX_ERROR_TEXT_BYTES);
    }
}
