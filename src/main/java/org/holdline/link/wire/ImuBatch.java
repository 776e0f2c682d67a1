package org.holdline.link.wire;

/** Samples. Sample i was taken at t0_us + i * period_ns / 1000; both IMUs at that same instant. From the clip. */
public final class ImuBatch extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 14;

    private static final int T0_US_AT = 0;
    private static final int FIRST_IDX_AT = 4;
    private static final int PERIOD_NS_AT = 8;
    private static final int COUNT_AT = 12;
    private static final int FLAGS_AT = 13;

    public ImuBatch() {
        super(MessageType.IMU_BATCH, 0, BYTES);
    }

    /** Clip clock of the first sample. Unit: us. */
    public int t0Us() {
        return i32(T0_US_AT);
    }

    public void setT0Us(int value) {
        put32(T0_US_AT, value);
    }

    /** Index of the first sample: how many were taken since the clip started, lost ones included. Unit: samples. */
    public long firstIdx() {
        return u32(FIRST_IDX_AT);
    }

    public void setFirstIdx(long value) {
        put32(FIRST_IDX_AT, value);
    }

    /** Time between two samples as measured on the clip clock. Unit: ns. */
    public long periodNs() {
        return u32(PERIOD_NS_AT);
    }

    public void setPeriodNs(long value) {
        put32(PERIOD_NS_AT, value);
    }

    /** Samples in this batch; at most 9 with two IMUs. Unit: samples. */
    public int count() {
        return u8(COUNT_AT);
    }

    /** What holds for this batch. Bits of {@link Codes.BatchFlag}. */
    public int bits() {
        return u8(FLAGS_AT);
    }

    public void setBits(int value) {
        put8(FLAGS_AT, value);
    }

    /** Bytes of one sample: 12, or 24 with {@link Codes.BatchFlag#DUAL}. */
    public int sampleBytes() {
        return (bits() & Codes.BatchFlag.DUAL) == 0 ? Protocol.IMU_BYTES : 2 * Protocol.IMU_BYTES;
    }

    /**
     * One number of one sample, in steps of the sensor.
     *
     * @param sample 0..count - 1
     * @param axis 0..2 specific force x, y, z and 3..5 angular rate x, y, z of the lower IMU, 6..11 of the upper one
     */
    public int value(int sample, int axis) {
        return i16(BYTES + sample * sampleBytes() + 2 * axis);
    }

    public void setValue(int sample, int axis, int value) {
        put16(BYTES + sample * sampleBytes() + 2 * axis, value);
    }

    /** True when the payload, which holds the fixed fields, holds at least one sample and exactly as many as it says. */
    static boolean isWhole(Frame frame) {
        int count = frame.bytes[Protocol.HEADER_BYTES + COUNT_AT] & 0xFF;
        boolean dual = (frame.bytes[Protocol.HEADER_BYTES + FLAGS_AT] & Codes.BatchFlag.DUAL) != 0;
        int sampleBytes = dual ? 2 * Protocol.IMU_BYTES : Protocol.IMU_BYTES;
        return count > 0 && frame.payloadBytes() == BYTES + count * sampleBytes;
    }

    /** Sets how many samples follow, once the flags are set. */
    public void setCount(int count) {
        put8(COUNT_AT, count);
        tailBytes(count * sampleBytes());
    }
}
