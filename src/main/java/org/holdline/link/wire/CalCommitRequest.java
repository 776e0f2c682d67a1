package org.holdline.link.wire;

/**
 * Puts the verified image on trial: in force until the clip restarts, for good after CONFIRM. From the host.
 */
public final class CalCommitRequest extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 34;

    private static final int TXN_AT = 0;
    private static final int MAC_AT = 2;

    public CalCommitRequest() {
        super(MessageType.CAL_COMMIT, Protocol.FLAG_REQUEST, BYTES);
    }

    /** Number of this request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** Offset in {@link #bytes} of the MAC: 32 bytes. */
    public int macAt() {
        return tailAt() - BYTES + MAC_AT;
    }

    /** HMAC-SHA-256; zeros for a clip without a key. */
    public void setMac(byte[] value) {
        System.arraycopy(value, 0, bytes(), macAt(), Math.min(value.length, 32));
    }
}
