package org.holdline.link.wire;

/** Switches the stream. The same setting again changes nothing. From the host. */
public final class StreamCtrlRequest extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 6;

    private static final int TXN_AT = 0;
    private static final int FLAGS_AT = 2;
    private static final int BATCH_SAMPLES_AT = 3;
    private static final int RATE_HZ_AT = 4;

    public StreamCtrlRequest() {
        super(MessageType.STREAM_CTRL, Protocol.FLAG_REQUEST, BYTES);
    }

    /** Number of this request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** On or off; a run begins. Bits of {@link Codes.StreamFlag}. */
    public int bits() {
        return u8(FLAGS_AT);
    }

    public void setBits(int value) {
        put8(FLAGS_AT, value);
    }

    /** Samples a batch; at most 9 with two IMUs, and what the host's payload holds. Unit: samples. */
    public int batchSamples() {
        return u8(BATCH_SAMPLES_AT);
    }

    public void setBatchSamples(int value) {
        put8(BATCH_SAMPLES_AT, value);
    }

    /** One of the clip's rates. Unit: Hz. */
    public int rateHz() {
        return u16(RATE_HZ_AT);
    }

    public void setRateHz(int value) {
        put16(RATE_HZ_AT, value);
    }
}
