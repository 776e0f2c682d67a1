package org.holdline.sample;

/**
 * Reading of one IMU in whole micro-units, so that six decimals of a recording are exactly one integer.
 *
 * <p>Axes as mounted: x forward, y left, z up. Mutable slot, owned by the thread that reads the clip.
 */
public final class Inertial {
    /** Largest specific force a source may deliver, 400 m/s^2 (about 41 g), in um/s^2. */
    public static final int MAX_ACCEL_UMS2 = 400_000_000;

    /** Largest angular rate a source may deliver, 90 rad/s (about 5157 deg/s), in urad/s. */
    public static final int MAX_GYRO_URADS = 90_000_000;

    /** Specific force, um/s^2; at rest +9.80665 m/s^2 along the axis that points up. */
    public int axUms2;

    public int ayUms2;
    public int azUms2;

    /** Angular rate, urad/s, right-handed about the axis. */
    public int gxUrads;

    public int gyUrads;
    public int gzUrads;

    public void copyFrom(Inertial other) {
        axUms2 = other.axUms2;
        ayUms2 = other.ayUms2;
        azUms2 = other.azUms2;
        gxUrads = other.gxUrads;
        gyUrads = other.gyUrads;
        gzUrads = other.gzUrads;
    }

    /** True when all six numbers are the same: what a stuck sensor delivers. */
    public boolean sameAs(Inertial other) {
        return axUms2 == other.axUms2
                && ayUms2 == other.ayUms2
                && azUms2 == other.azUms2
                && gxUrads == other.gxUrads
                && gyUrads == other.gyUrads
                && gzUrads == other.gzUrads;
    }
}
