package org.holdline.link.emulated;

/** Scales of the emulated clip: an ICM-42688-P at +-16 g and +-2000 deg/s (DS-000347, tables 1 and 2). */
public final class EmulatedScale {
    /** 1 / 2048 g. */
    static final long ACCEL_LSB_NG = 488_281;

    /** 1 / 16.4 deg/s. */
    static final long GYRO_LSB_NDPS = 60_975_610;

    static final int ACCEL_RANGE_MG = 16_000;
    static final int GYRO_RANGE_DPS = 2000;
    /** Time until the motor is felt, ms. */
    public static final int MOTOR_RISE_MS = 15;

    private static final double ACCEL_STEPS_PER_UMS2 = 2048 / 9.80665e6;
    private static final double GYRO_STEPS_PER_URADS = 16.4 * 180e-6 / Math.PI;

    private EmulatedScale() {}

    /** Steps of the accelerometer. */
    public static int accelSteps(int ums2) {
        return (int) Math.rint(ums2 * ACCEL_STEPS_PER_UMS2);
    }

    /** Specific force of so many steps, um/s^2. */
    public static int accelUms2(int steps) {
        return (int) Math.rint(steps / ACCEL_STEPS_PER_UMS2);
    }

    /** Angular rate of so many steps, urad/s. */
    public static int gyroUrads(int steps) {
        return (int) Math.rint(steps / GYRO_STEPS_PER_URADS);
    }

    /** Steps of the gyroscope. */
    public static int gyroSteps(int urads) {
        return (int) Math.rint(urads * GYRO_STEPS_PER_URADS);
    }
}
