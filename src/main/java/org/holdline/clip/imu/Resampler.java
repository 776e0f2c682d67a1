package org.holdline.clip.imu;

import org.holdline.sample.Inertial;

/**
 * The upper IMU at the instants of the lower one, in a straight line between its own two neighbours.
 *
 * <p>A straight line loses what is fast: at 200 Hz 1.2 % of 10 Hz, the fastest that posture holds, and a third of 50 Hz.
 */
final class Resampler {
    private static final int FRACTION_BITS = 20;
    private static final long HALF = 1L << (FRACTION_BITS - 1);

    private final History upper;
    private final long longestWaitNs;
    private final Inertial last = new Inertial();
    private int passed;
    private boolean begun;

    private long doubled;
    private long skipped;
    private long held;

    /** @param longestWaitNs how much later than its sample the upper one may come before its last value is held */
    Resampler(History upper, long longestWaitNs) {
        this.upper = upper;
        this.longestWaitNs = longestWaitNs;
    }

    /** What {@link #at} can do about an instant. */
    enum Outcome {
        /** The value is there. */
        DONE,
        /** The upper sample after the instant has not come yet. */
        WAIT,
        /** The upper IMU begins later than this instant. */
        TOO_EARLY
    }

    /**
     * Fills in the upper IMU's reading.
     *
     * @param timeNs instant of the lower sample, host's clock, rising from call to call
     * @param nowNs host's clock now
     */
    Outcome at(long timeNs, long nowNs, Inertial out) {
        while (upper.size() >= 2 && upper.timeNs(1) <= timeNs) {
            upper.pop();
            passed++;
        }
        boolean bracketed = upper.size() >= 2 && upper.timeNs(0) <= timeNs;
        if (bracketed) {
            between(timeNs, out);
            count();
            last.copyFrom(out);
            return Outcome.DONE;
        }
        if (!begun && upper.size() > 0 && upper.timeNs(0) > timeNs) {
            return Outcome.TOO_EARLY;
        }
        boolean comesLater = upper.size() > 0 && upper.timeNs(0) > timeNs;
        if (begun && (comesLater || nowNs - timeNs > longestWaitNs)) {
            // Ten identical values are a stuck sensor to the road, and a stride with them is not judged.
            out.copyFrom(last);
            held++;
            return Outcome.DONE;
        }
        return Outcome.WAIT;
    }

    private void between(long timeNs, Inertial out) {
        Inertial from = upper.value(0);
        Inertial to = upper.value(1);
        long spanNs = upper.timeNs(1) - upper.timeNs(0);
        long share = ((timeNs - upper.timeNs(0)) << FRACTION_BITS) / spanNs;
        out.axUms2 = between(from.axUms2, to.axUms2, share);
        out.ayUms2 = between(from.ayUms2, to.ayUms2, share);
        out.azUms2 = between(from.azUms2, to.azUms2, share);
        out.gxUrads = between(from.gxUrads, to.gxUrads, share);
        out.gyUrads = between(from.gyUrads, to.gyUrads, share);
        out.gzUrads = between(from.gzUrads, to.gzUrads, share);
    }

    private static int between(int from, int to, long share) {
        return from + (int) ((((long) to - from) * share + HALF) >> FRACTION_BITS);
    }

    private void count() {
        if (begun) {
            doubled += passed == 0 ? 1 : 0;
            skipped += Math.max(0, passed - 1);
        }
        begun = true;
        passed = 0;
    }

    /** Interpolated readings so far that had the same two neighbours as the one before. */
    long doubled() {
        return doubled;
    }

    /** Upper samples so far that were nobody's earlier neighbour. */
    long skipped() {
        return skipped;
    }

    /** Readings so far for which the upper IMU was missing and its last value stands. */
    long held() {
        return held;
    }
}
