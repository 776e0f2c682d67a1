package org.holdline.clip.imu;

import org.holdline.fixed.Fixed;

/**
 * One full scale of a sensor and what one count is worth, as an exact fraction.
 *
 * @param range full scale, g or mdeg/s
 * @param code bits that select it, where they belong in their register
 * @param numerator um/s^2 or urad/s for {@code denominator} counts, below 2^48
 * @param denominator above 0
 * @param source table of the data sheet
 */
record Scale(int range, int code, long numerator, long denominator, String source) {
    /** Standard gravity, um/s^2: 9.80665 m/s^2 by definition. */
    static final long GRAVITY_UMS2 = 9_806_650;

    /** One degree per second is pi/180 rad/s, 17,453.292520 urad/s; off by 4e-12 of itself. */
    static final long DPS_URADS_E6 = 17_453_292_520L;

    static Scale accelLsbPerG(int rangeG, int code, int lsbPerG, String source) {
        return new Scale(rangeG, code, GRAVITY_UMS2, lsbPerG, source);
    }

    static Scale accelUgPerLsb(int rangeG, int code, int ugPerLsb, String source) {
        return new Scale(rangeG, code, ugPerLsb * GRAVITY_UMS2, 1_000_000, source);
    }

    /** @param lsbPerDps10 counts per deg/s, times ten */
    static Scale gyroLsbPerDps(int rangeMdps, int code, int lsbPerDps10, String source) {
        return new Scale(rangeMdps, code, DPS_URADS_E6, lsbPerDps10 * 100_000L, source);
    }

    static Scale gyroUdpsPerLsb(int rangeMdps, int code, int udpsPerLsb, String source) {
        // Both sides of the fraction lose three digits of the micro, so that a full-scale product stays in 63 bits.
        return new Scale(rangeMdps, code, udpsPerLsb * (DPS_URADS_E6 / 10), 100_000_000_000L, source);
    }

    /** Counts in um/s^2 or urad/s, rounded to nearest. */
    int of(int counts) {
        return (int) Fixed.divideRounded(counts * numerator, denominator);
    }
}
