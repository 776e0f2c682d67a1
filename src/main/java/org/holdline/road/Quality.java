package org.holdline.road;

import org.holdline.sample.Inertial;

/** Counts what the signal lacks and says whether the last stride can carry a judgement. */
final class Quality {
    /** This many identical samples in a row are a sensor that hangs. */
    private static final int STUCK_SAMPLES = 10;

    /** Of a step's samples, per cent, that may be at full scale or bridged. */
    private static final int MAX_SATURATED_PCT = 3;

    private static final int MAX_BRIDGED_PCT = 20;

    private final int accelLimit;
    private final int gyroLimit;
    private int same;
    private long badUs = Long.MIN_VALUE;
    private long stepSamples;
    private long stepSaturated;
    private long stepBridged;
    private boolean lastStepGood = true;

    private long stuck;
    private long saturated;

    /** Full scales in um/s^2 and urad/s; 0 = not known, nothing counts as saturated. */
    Quality(int accelRange, int gyroRange) {
        accelLimit = limit(accelRange);
        gyroLimit = limit(gyroRange);
    }

    /** A tenth of a per cent below full scale: rounding must not hide a value at the rail. */
    private static int limit(int range) {
        return range == 0 ? Integer.MAX_VALUE : range - range / 1000;
    }

    /** Carries one sample of one IMU beside the one before it. */
    void sample(long timeUs, Inertial now, Inertial before) {
        stepSamples++;
        if (now.sameAs(before)) {
            same++;
            if (same == STUCK_SAMPLES - 1) {
                stuck += STUCK_SAMPLES;
                badUs = timeUs;
            } else if (same >= STUCK_SAMPLES) {
                stuck++;
                badUs = timeUs;
            }
        } else {
            same = 0;
        }
        if (isSaturated(now)) {
            saturated++;
            stepSaturated++;
        }
    }

    private boolean isSaturated(Inertial in) {
        return Math.abs(in.axUms2) >= accelLimit
                || Math.abs(in.ayUms2) >= accelLimit
                || Math.abs(in.azUms2) >= accelLimit
                || Math.abs(in.gxUrads) >= gyroLimit
                || Math.abs(in.gyUrads) >= gyroLimit
                || Math.abs(in.gzUrads) >= gyroLimit;
    }

    void bridged() {
        stepSamples++;
        stepBridged++;
    }

    /** Nothing before this instant belongs together with what follows. */
    void broken(long timeUs) {
        badUs = timeUs;
    }

    /** A step ended: was the stride that began at the given instant good? Looks at two steps. */
    boolean endStep(long strideFromUs) {
        boolean good = stepSaturated * 100 <= stepSamples * MAX_SATURATED_PCT
                && stepBridged * 100 <= stepSamples * MAX_BRIDGED_PCT;
        boolean stride = good && lastStepGood && badUs < strideFromUs;
        lastStepGood = good;
        stepSamples = 0;
        stepSaturated = 0;
        stepBridged = 0;
        return stride;
    }

    boolean isStuck() {
        return same >= STUCK_SAMPLES - 1;
    }

    long stuck() {
        return stuck;
    }

    long saturated() {
        return saturated;
    }
}
