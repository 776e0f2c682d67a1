package org.holdline.bench;

import org.holdline.sample.Inertial;

/**
 * The yardstick: the complementary filter of every hobby project, in double. Tilt from the accelerometer by atan2, from the
 * gyro by adding up, mixed 2 : 98, for pitch and roll.
 */
final class PlainFilter {
    private static final double GYRO_SHARE = 0.98;

    private final double dtS;
    private double pitchRad;
    private double rollRad;

    PlainFilter(double rateHz) {
        dtS = 1 / rateHz;
    }

    double update(Inertial in) {
        double ax = in.axUms2 * 1e-6;
        double ay = in.ayUms2 * 1e-6;
        double az = in.azUms2 * 1e-6;
        double pitch = Math.atan2(-ax, Math.sqrt(ay * ay + az * az));
        double roll = Math.atan2(ay, az);
        pitchRad = GYRO_SHARE * (pitchRad + in.gyUrads * 1e-6 * dtS) + (1 - GYRO_SHARE) * pitch;
        rollRad = GYRO_SHARE * (rollRad + in.gxUrads * 1e-6 * dtS) + (1 - GYRO_SHARE) * roll;
        return pitchRad + rollRad;
    }
}
