package org.holdline.link.wire;

/**
 * Begins to write an image to the spare slot, or goes on with the same one. Needs the write window to begin. From the clip.
 */
public final class CalBeginResponse extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 20;

    private static final int TXN_AT = 0;
    private static final int NEXT_OFF_AT = 2;
    private static final int CHALLENGE_AT = 4;

    public CalBeginResponse() {
        super(MessageType.CAL_BEGIN, Protocol.FLAG_RESPONSE, BYTES);
    }

    /** Of the request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** First byte of the image that is missing, bytes. */
    public int nextOff() {
        return u16(NEXT_OFF_AT);
    }

    public void setNextOff(int value) {
        put16(NEXT_OFF_AT, value);
    }

    /** Offset in {@link #bytes} of the challenge: 16 bytes. */
    public int challengeAt() {
        return tailAt() - BYTES + CHALLENGE_AT;
    }

    /** Random; what the MAC of COMMIT answers. The same when a write goes on. */
    public void setChallenge(byte[] value) {
        System.arraycopy(value, 0, bytes(), challengeAt(), Math.min(value.length, 16));
    }
}
