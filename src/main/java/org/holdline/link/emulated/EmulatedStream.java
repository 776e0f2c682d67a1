package org.holdline.link.emulated;

import org.holdline.link.wire.Codes;
import org.holdline.link.wire.ImuBatch;
import org.holdline.link.wire.Protocol;

/** Samples at their own instants, collected in batches. */
final class EmulatedStream {
    static final long NEVER = Long.MAX_VALUE;

    private static final int NUMBERS = 12;
    private static final long S_US = 1_000_000;

    private final int imus;
    private final int[][] waiting = new int[Protocol.MAX_BATCH_ONE_IMU][NUMBERS];
    private boolean on;
    private int rateHz;
    private int batchSamples = 1;
    private long beginUs;
    private long taken;
    private long idx;
    private int count;
    private long firstUs;
    private boolean haptic;
    private boolean saturated;
    private boolean overrun;
    private long samplesLost;

    EmulatedStream(int imus, int rateHz) {
        this.imus = imus;
        this.rateHz = rateHz;
    }

    /** The same setting again changes nothing. */
    void set(boolean newOn, int newRateHz, int newBatchSamples, long nowUs) {
        boolean same = on == newOn && rateHz == newRateHz && batchSamples == newBatchSamples;
        on = newOn;
        rateHz = newRateHz;
        batchSamples = newBatchSamples;
        if (!same) {
            beginUs = nowUs;
            taken = 0;
            count = 0;
        }
    }

    void off() {
        on = false;
        count = 0;
    }

    boolean isOn() {
        return on;
    }

    int rateHz() {
        return rateHz;
    }

    int batchSamples() {
        return batchSamples;
    }

    /** Index of the next sample, those that wait to be sent included. */
    long nextIdx() {
        return idx;
    }

    long samplesLost() {
        return samplesLost;
    }

    long dueUs() {
        return on ? beginUs + (taken + 1) * S_US / rateHz : NEVER;
    }

    /**
     * Measures once.
     *
     * @param driven whether the motor runs
     */
    void measure(ClipBody body, boolean driven, long nowUs) {
        taken++;
        if (!body.measure(waiting[count])) {
            return;
        }
        if (count == 0) {
            firstUs = nowUs;
            haptic = driven;
            saturated = false;
        }
        for (int value : waiting[count]) {
            saturated |= value >= Short.MAX_VALUE || value <= Short.MIN_VALUE;
        }
        count++;
        idx++;
    }

    /** Whether the batch is full, or must end because the motor starts or stops. */
    boolean isReady(boolean driven) {
        return count > 0 && (count >= batchSamples || driven != haptic);
    }

    void write(ImuBatch batch) {
        batch.setT0Us((int) firstUs);
        batch.setFirstIdx(idx - count);
        batch.setPeriodNs(1_000_000_000L / rateHz);
        batch.setBits((imus > 1 ? Codes.BatchFlag.DUAL : 0)
                | (haptic ? Codes.BatchFlag.HAPTIC : 0)
                | (saturated ? Codes.BatchFlag.SATURATED : 0)
                | (overrun ? Codes.BatchFlag.OVERRUN : 0));
        batch.setCount(count);
        for (int sample = 0; sample < count; sample++) {
            for (int axis = 0; axis < imus * NUMBERS / 2; axis++) {
                batch.setValue(sample, axis, Math.clamp(waiting[sample][axis], Short.MIN_VALUE, Short.MAX_VALUE));
            }
        }
    }

    /** @param sent false when the line took no more */
    void written(boolean sent) {
        samplesLost += sent ? 0 : count;
        overrun = !sent;
        count = 0;
    }
}
