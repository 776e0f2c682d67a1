package org.holdline.clip.imu;

import org.holdline.fixed.Fixed;
import org.holdline.sample.Inertial;
import org.jspecify.annotations.Nullable;

/** What a wearer who stands still tells of an accelerometer's scale: its mean must be one g long. */
final class RestCheck {
    private static final int MIN_SAMPLES = 100;

    /** Nobody moved: spread of an axis, um/s^2 and urad/s (8 deg/s), over the whole check. */
    private static final int STILL_UMS2 = 1_500_000;

    private static final int STILL_URADS = 140_000;

    private static final long WARN_LOW_UMS2 = Scale.GRAVITY_UMS2 * 9 / 10;
    private static final long WARN_HIGH_UMS2 = Scale.GRAVITY_UMS2 * 11 / 10;

    /** Past these no offset and no calibration explains it: the scale is wrong. */
    private static final long FAULT_LOW_UMS2 = Scale.GRAVITY_UMS2 * 7 / 10;

    private static final long FAULT_HIGH_UMS2 = Scale.GRAVITY_UMS2 * 14 / 10;

    private final int[] least = new int[6];
    private final int[] most = new int[6];
    private final int[] now = new int[6];
    private final long[] sums = new long[3];
    private long samples;

    void clear() {
        samples = 0;
    }

    void add(Inertial in) {
        now[0] = in.axUms2;
        now[1] = in.ayUms2;
        now[2] = in.azUms2;
        now[3] = in.gxUrads;
        now[4] = in.gyUrads;
        now[5] = in.gzUrads;
        for (int i = 0; i < now.length; i++) {
            least[i] = samples == 0 ? now[i] : Math.min(least[i], now[i]);
            most[i] = samples == 0 ? now[i] : Math.max(most[i], now[i]);
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = samples == 0 ? now[i] : sums[i] + now[i];
        }
        samples++;
    }

    /** True when the samples so far were those of a body at rest. */
    boolean isAtRest() {
        if (samples < MIN_SAMPLES) {
            return false;
        }
        for (int i = 0; i < now.length; i++) {
            if (most[i] - least[i] > (i < sums.length ? STILL_UMS2 : STILL_URADS)) {
                return false;
            }
        }
        return true;
    }

    /** Length of the mean specific force, um/s^2. */
    long meanUms2() {
        long squares = 0;
        for (long sum : sums) {
            // Tenths keep three squares of 400 m/s^2 well inside 63 bits.
            long mean = sum / samples / 10;
            squares += mean * mean;
        }
        return Fixed.sqrt(squares) * 10;
    }

    /** True when the scale cannot be right. */
    boolean isFault() {
        return isAtRest() && (meanUms2() < FAULT_LOW_UMS2 || meanUms2() > FAULT_HIGH_UMS2);
    }

    /** What to tell a person, or null when all is well. */
    @Nullable
    String finding() {
        if (!isAtRest()) {
            return "scale not checked: the clip moved during the start; stand still for two seconds to have it checked";
        }
        long mean = meanUms2();
        if (mean >= WARN_LOW_UMS2 && mean <= WARN_HIGH_UMS2) {
            return null;
        }
        long milliG = (mean * 1000 + Scale.GRAVITY_UMS2 / 2) / Scale.GRAVITY_UMS2;
        String cause = isFault()
                ? "a clone or a faulty part that ignores its range register"
                : "a large offset, as of a cheap or overheated part; calibrate it";
        return String.format(
                "specific force at rest %d.%03d g, expected 0.9 to 1.1; likely %s",
                milliG / 1000, milliG % 1000, cause);
    }
}
