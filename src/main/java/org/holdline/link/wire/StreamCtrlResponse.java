package org.holdline.link.wire;

/** Answer to STREAM_CTRL. From the clip. */
public final class StreamCtrlResponse extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 10;

    private static final int TXN_AT = 0;
    private static final int FLAGS_AT = 2;
    private static final int BATCH_SAMPLES_AT = 3;
    private static final int RATE_HZ_AT = 4;
    private static final int NEXT_IDX_AT = 6;

    public StreamCtrlResponse() {
        super(MessageType.STREAM_CTRL, Protocol.FLAG_RESPONSE, BYTES);
    }

    /** Of the request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** Bit ON as it is now. Bits of {@link Codes.StreamFlag}. */
    public int bits() {
        return u8(FLAGS_AT);
    }

    public void setBits(int value) {
        put8(FLAGS_AT, value);
    }

    /** In force. Unit: samples. */
    public int batchSamples() {
        return u8(BATCH_SAMPLES_AT);
    }

    public void setBatchSamples(int value) {
        put8(BATCH_SAMPLES_AT, value);
    }

    /** In force, nominal. Unit: Hz. */
    public int rateHz() {
        return u16(RATE_HZ_AT);
    }

    public void setRateHz(int value) {
        put16(RATE_HZ_AT, value);
    }

    /** Index of the next sample; what was not sent when the stream went off is not counted. Unit: samples. */
    public long nextIdx() {
        return u32(NEXT_IDX_AT);
    }

    public void setNextIdx(long value) {
        put32(NEXT_IDX_AT, value);
    }
}
