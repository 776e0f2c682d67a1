package org.holdline.gait;

/** Second-order Butterworth low-pass in integers (bilinear transform, coefficients in Q26). */
final class LowPass {
    private static final int COEFFICIENT_BITS = 26;

    /** Extra bits of the output's memory: without them a low cut-off at a high rate would stall on rounding. */
    private static final int STATE_BITS = 6;

    /** Largest input magnitude: three products of it still fit 63 bits. */
    static final int MAX_VALUE = 1 << 24;

    private final long b0;
    private final long a1;
    private final long a2;
    private final int delayUs;

    private long x1;
    private long x2;
    private long y1;
    private long y2;

    /** Cut-off in Hz; limited to a fifth of the sampling rate. */
    LowPass(double cutoffHz, double rateHz) {
        double warped = Math.tan(Math.PI * Math.min(cutoffHz, rateHz / 5) / rateHz);
        double norm = 1 + Math.sqrt(2) * warped + warped * warped;
        a1 = Math.round(Math.scalb(2 * (warped * warped - 1) / norm, COEFFICIENT_BITS));
        a2 = Math.round(Math.scalb((1 - Math.sqrt(2) * warped + warped * warped) / norm, COEFFICIENT_BITS));
        // From the denominator, so that a constant comes out as it went in.
        b0 = ((1L << COEFFICIENT_BITS) + a1 + a2) >> 2;
        delayUs = (int) Math.round(1e6 / rateHz * Math.sqrt(2) / (2 * warped));
    }

    /** Starts as if the value had always been there. */
    void settleAt(long value) {
        x1 = value << STATE_BITS;
        x2 = x1;
        y1 = x1;
        y2 = x1;
    }

    /** Carries one value of at most {@link #MAX_VALUE}; answers the filtered one. */
    long update(long value) {
        long x = value << STATE_BITS;
        long y = (b0 * (x + 2 * x1 + x2) - a1 * y1 - a2 * y2) >> COEFFICIENT_BITS;
        x2 = x1;
        x1 = x;
        y2 = y1;
        y1 = y;
        return y >> STATE_BITS;
    }

    /** Delay of slow signals, us. */
    int delayUs() {
        return delayUs;
    }
}
