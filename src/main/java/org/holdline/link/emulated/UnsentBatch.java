package org.holdline.link.emulated;

import java.util.ArrayList;
import java.util.List;
import org.holdline.link.wire.Codes;
import org.holdline.link.wire.ImuBatch;

/** Samples that are not on the line yet. */
final class UnsentBatch {
    /** Six of the lower IMU, six of the upper one. */
    static final int NUMBERS = 12;

    private final long firstUs;
    private final long firstIdx;
    private final boolean haptic;
    private final List<int[]> samples = new ArrayList<>();
    private boolean behindLoss;
    private boolean saturated;

    /**
     * @param haptic whether a cue plays at each of its samples
     * @param behindLoss whether samples before it were lost
     */
    UnsentBatch(long firstUs, long firstIdx, boolean haptic, boolean behindLoss) {
        this.firstUs = firstUs;
        this.firstIdx = firstIdx;
        this.haptic = haptic;
        this.behindLoss = behindLoss;
    }

    long firstIdx() {
        return firstIdx;
    }

    int count() {
        return samples.size();
    }

    boolean isHaptic() {
        return haptic;
    }

    boolean isBehindLoss() {
        return behindLoss;
    }

    void comesBehindLoss() {
        behindLoss = true;
    }

    void add(int[] steps) {
        for (int value : steps) {
            saturated |= value >= Short.MAX_VALUE || value <= Short.MIN_VALUE;
        }
        samples.add(steps.clone());
    }

    void write(ImuBatch batch, int imus, long periodNs) {
        batch.setT0Us((int) firstUs);
        batch.setFirstIdx(firstIdx);
        batch.setPeriodNs(periodNs);
        batch.setBits((imus > 1 ? Codes.BatchFlag.DUAL : 0)
                | (haptic ? Codes.BatchFlag.HAPTIC : 0)
                | (saturated ? Codes.BatchFlag.SATURATED : 0)
                | (behindLoss ? Codes.BatchFlag.OVERRUN : 0));
        batch.setCount(samples.size());
        for (int sample = 0; sample < samples.size(); sample++) {
            for (int axis = 0; axis < imus * NUMBERS / 2; axis++) {
                int value = samples.get(sample)[axis];
                batch.setValue(sample, axis, Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE));
            }
        }
    }
}
