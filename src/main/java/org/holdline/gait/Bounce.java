package org.holdline.gait;

/**
 * How far the clip's place on the body rises and falls within a stride: the vertical force added up twice. What is lost by doing
 * so, the speed and height at the stride's beginning and any offset of the accelerometer, comes back from the motion being
 * periodic: over a whole stride the mean acceleration and the mean speed are nought (as Cavagna, J Appl Physiol 1975, 39:174,
 * did with force plates). The sacrum rises about as far as the body's centre of mass does (Gullstrand et al., Gait Posture 2009,
 * 30:71).
 */
public final class Bounce {
    private static final double UMS2_PER_UG = 9.80665;

    /** A stride is read at 32 to 63 places. */
    private static final int PLACES_BITS = 5;

    private final int mask;

    /** Sums of the force up to a sample, and sums of those: both may overflow, differences within a stride do not. */
    private final long[] pushed;

    private final long[] climbed;
    private final long toUmQ64;

    private long count;
    private long push;
    private long climb;

    public Bounce(double rateHz) {
        int length = Integer.highestOneBit((int) rateHz) << 2;
        mask = length - 1;
        pushed = new long[length];
        climbed = new long[length];
        toUmQ64 = Math.round(Math.scalb(UMS2_PER_UG / (rateHz * rateHz), 64));
    }

    /** Carries the vertical specific force of one sample, 1e-6 g. */
    public void add(long verticalUg) {
        int at = (int) count & mask;
        pushed[at] = push;
        climbed[at] = climb;
        climb += push;
        push += verticalUg;
        count++;
    }

    /** Highest minus lowest point within the stride of samples {@code from..to-1}, mm; all must still be held. */
    public int riseMm(long from, long to) {
        int n = (int) (to - from);
        int places = Math.max(1, n >> PLACES_BITS);
        int first = (int) from & mask;
        int last = (int) to & mask;
        long mean = (pushed[last] - pushed[first]) / n;
        long lost = pushed[first] * n + mean * n * (n - 1) / 2;
        long drift = (climbed[last] - climbed[first] - lost) / n;
        long lowest = 0;
        long highest = 0;
        for (long i = 0; i < n; i += places) {
            long height = climbed[(int) (from + i) & mask]
                    - climbed[first]
                    - i * pushed[first]
                    - mean * (i * (i - 1) / 2)
                    - drift * i;
            lowest = Math.min(lowest, height);
            highest = Math.max(highest, height);
        }
        return (int) ((Math.multiplyHigh(highest - lowest, toUmQ64) + 500) / 1000);
    }
}
