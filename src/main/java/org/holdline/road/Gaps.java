package org.holdline.road;

import org.holdline.sample.Inertial;
import org.holdline.sample.Sample;

/** Intervals between samples that are longer than they should be. */
public final class Gaps {
    /** Up to this a straight line between two samples is close to what was lost, us. */
    static final long LINE_US = 60_000;

    /** A gap longer than this starts gait anew, us. */
    static final long GAIT_RESTART_US = 250_000;

    /** A gap longer than this starts attitude anew, us. */
    static final long ATTITUDE_RESTART_US = 2_000_000;

    /** How fast the samples' own even beat follows the stamps: a share of 1/64 of the distance each sample. */
    private static final int FOLLOW_SHIFT = 6;

    private final long periodNs;

    /** How far the stamps are ahead of the samples carried, taken as evenly spaced. */
    private long aheadNs;

    private long count;
    private long missing;

    Gaps(long periodNs) {
        this.periodNs = periodNs;
    }

    /**
     * Carries the interval between two samples and counts it when it is a gap, longer than 1.5 periods.
     *
     * @return samples to put into it, 0 when there is none to be missed. Stamps that only jitter leave nothing to put in: a
     *     long interval is then made up for by short ones
     */
    int between(long fromUs, long toUs) {
        long spanNs = (toUs - fromUs) * 1000;
        aheadNs += spanNs - periodNs;
        long put = 0;
        if (2 * spanNs > 3 * periodNs) {
            long lost = Math.max(1, (spanNs + periodNs / 2) / periodNs - 1);
            count++;
            missing += lost;
            put = Math.clamp((aheadNs + periodNs / 2) / periodNs, 0, lost);
            aheadNs -= put * periodNs;
        }
        if (toUs - fromUs > GAIT_RESTART_US) {
            aheadNs = 0;
        }
        aheadNs -= aheadNs >> FOLLOW_SHIFT;
        return (int) Math.min(put, Integer.MAX_VALUE);
    }

    /** The sample {@code i} of {@code n} equal parts of the way from one to another, in a straight line. */
    static void between(Sample from, Sample to, int i, int n, Sample out) {
        out.copyFrom(from);
        out.timeUs = from.timeUs + (to.timeUs - from.timeUs) * i / n;
        out.marker = null;
        out.acts = 0;
        between(from.lower, to.lower, i, n, out.lower);
        between(from.upper, to.upper, i, n, out.upper);
    }

    private static void between(Inertial from, Inertial to, int i, int n, Inertial out) {
        out.axUms2 = between(from.axUms2, to.axUms2, i, n);
        out.ayUms2 = between(from.ayUms2, to.ayUms2, i, n);
        out.azUms2 = between(from.azUms2, to.azUms2, i, n);
        out.gxUrads = between(from.gxUrads, to.gxUrads, i, n);
        out.gyUrads = between(from.gyUrads, to.gyUrads, i, n);
        out.gzUrads = between(from.gzUrads, to.gzUrads, i, n);
    }

    private static int between(int from, int to, int i, int n) {
        return (int) (from + ((long) to - from) * i / n);
    }

    /** Intervals longer than 1.5 periods since the start. */
    public long count() {
        return count;
    }

    /** Samples that should have come in them, by their length. */
    public long missing() {
        return missing;
    }
}
