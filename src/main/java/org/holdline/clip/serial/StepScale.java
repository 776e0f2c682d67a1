package org.holdline.clip.serial;

import org.holdline.link.ImuScale;
import org.holdline.link.wire.ImuBatch;
import org.holdline.sample.Inertial;

/** Steps of one IMU to um/s^2 and urad/s, as the clip's greeting weighs them. */
final class StepScale {
    private static final int BITS = 20;
    private static final double GRAVITY_MS2 = 9.80665;

    private final long accelQ20;
    private final long gyroQ20;

    StepScale(ImuScale scale) {
        accelQ20 = Math.round(scale.accelLsbNg() * 1e-3 * GRAVITY_MS2 * (1 << BITS));
        gyroQ20 = Math.round(StrictMath.toRadians(scale.gyroLsbNdps() * 1e-3) * (1 << BITS));
    }

    /** @param axis of the first of six numbers */
    void read(ImuBatch batch, int sample, int axis, Inertial into) {
        into.axUms2 = accel(batch.value(sample, axis));
        into.ayUms2 = accel(batch.value(sample, axis + 1));
        into.azUms2 = accel(batch.value(sample, axis + 2));
        into.gxUrads = gyro(batch.value(sample, axis + 3));
        into.gyUrads = gyro(batch.value(sample, axis + 4));
        into.gzUrads = gyro(batch.value(sample, axis + 5));
    }

    private int accel(int steps) {
        return scaled(steps * accelQ20, Inertial.MAX_ACCEL_UMS2);
    }

    private int gyro(int steps) {
        return scaled(steps * gyroQ20, Inertial.MAX_GYRO_URADS);
    }

    private static int scaled(long valueQ20, int limit) {
        return Math.clamp((valueQ20 + (1L << (BITS - 1))) >> BITS, -limit, limit);
    }
}
