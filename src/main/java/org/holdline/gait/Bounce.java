package org.holdline.gait;

/**
 * How far the body rises and falls within a stride: the vertical force added up twice. What is lost by doing so, the speed and
 * height at the stride's beginning and any offset of the accelerometer, comes back from the motion being periodic: over a
 * whole stride the mean acceleration and the mean speed are nought (Cavagna, J Appl Physiol 1975, 39:174, for force plates).
 */
public final class Bounce {
    private static final double UMS2_PER_UG = 9.80665;

    private final int mask;
    private final long[] pushed;
    private final long toUmQ64;

    private long count;
    private long pushedSum;

    public Bounce(double rateHz) {
        int length = Integer.highestOneBit((int) rateHz) << 2;
        mask = length - 1;
        pushed = new long[length];
        toUmQ64 = Math.round(Math.scalb(UMS2_PER_UG / (rateHz * rateHz), 64));
    }

    /** Carries the vertical specific force of one sample, 1e-6 g. */
    public void add(long verticalUg) {
        pushed[(int) count & mask] = pushedSum;
        pushedSum += verticalUg;
        count++;
    }

    /** Highest minus lowest point within the stride of samples {@code from..to-1}, mm; all must still be held. */
    public int riseMm(long from, long to) {
        int n = (int) (to - from);
        long start = pushed[(int) from & mask];
        long mean = (pushed[(int) to & mask] - start) / n;
        long climbed = 0;
        for (int i = 0; i < n; i++) {
            climbed += pushed[(int) (from + i) & mask] - start - i * mean;
        }
        long drift = climbed / n;
        long height = 0;
        long lowest = 0;
        long highest = 0;
        for (int i = 0; i < n; i++) {
            height += pushed[(int) (from + i) & mask] - start - i * mean - drift;
            lowest = Math.min(lowest, height);
            highest = Math.max(highest, height);
        }
        return (int) ((Math.multiplyHigh(highest - lowest, toUmQ64) + 500) / 1000);
    }
}
