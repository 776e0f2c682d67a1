package org.holdline.gait;

import org.holdline.fixed.Fixed;

/**
 * Second-order Butterworth low-pass in integers, by the bilinear transform.
 *
 * <p>As two trapezoidal integrators in a loop (Zavalishin's topology-preserving form) and not as a recursion on past
 * outputs: a constant comes out as it went in whatever the rounding of the coefficients, which a recursion with a low
 * cut-off at a high rate misses by per cents.
 */
final class LowPass {
    private static final int STATE_BITS = 30;
    private static final long HALF = 1L << (STATE_BITS - 1);

    /** Largest input magnitude: a state overshoots it by less than a factor of 8 and still fits 63 bits. */
    static final int MAX_VALUE = 1 << 24;

    private final long bandQ62;
    private final long crossQ62;
    private final long lowQ62;
    private final int delayUs;

    private long band;
    private long low;

    /** Cut-off in Hz; limited to a fifth of the sampling rate. */
    LowPass(double cutoffHz, double rateHz) {
        double warped = Math.tan(Math.PI * Math.min(cutoffHz, rateHz / 5) / rateHz);
        double norm = 1 + Math.sqrt(2) * warped + warped * warped;
        bandQ62 = Math.round(Math.scalb(1 / norm, 62));
        crossQ62 = Math.round(Math.scalb(warped / norm, 62));
        lowQ62 = Math.round(Math.scalb(warped * warped / norm, 62));
        delayUs = (int) Math.round(1e6 / rateHz * Math.sqrt(2) / (2 * warped));
    }

    /** Starts as if the value had always been there. */
    void settleAt(long value) {
        band = 0;
        low = value << STATE_BITS;
    }

    /** Carries one value of at most {@link #MAX_VALUE}; answers the filtered one. */
    long update(long value) {
        long off = (value << STATE_BITS) - low;
        long newBand = Fixed.mulQ62(band, bandQ62) + Fixed.mulQ62(off, crossQ62);
        long newLow = low + Fixed.mulQ62(band, crossQ62) + Fixed.mulQ62(off, lowQ62);
        band = 2 * newBand - band;
        low = 2 * newLow - low;
        return (newLow + HALF) >> STATE_BITS;
    }

    /** Delay of slow signals, us. */
    int delayUs() {
        return delayUs;
    }
}
