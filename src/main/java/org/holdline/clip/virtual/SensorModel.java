package org.holdline.clip.virtual;

import org.holdline.sample.Inertial;

/** From what a perfect sensor would read to what one sensor delivers. */
final class SensorModel {
    /** ICM-42688-P at +-16 g and +-2000 deg/s (DS-000347, tables 1 and 2). */
    static final double COUNTS_PER_G = 2048;

    static final double COUNTS_PER_DPS = 16.4;

    static final int RANGE_UMS2 = (int) Math.round(16 * Step.GRAVITY_MS2 * 1e6);
    static final int RANGE_URADS = (int) Math.round(StrictMath.toRadians(2000) * 1e6);

    /** Drift of the zero rate with temperature, deg/s per K, at most. */
    private static final double GYRO_DRIFT_DPS_K = 0.005;

    private static final double UMS2_PER_COUNT = Step.GRAVITY_MS2 * 1e6 / COUNTS_PER_G;
    private static final double URADS_PER_COUNT = StrictMath.toRadians(1e6) / COUNTS_PER_DPS;
    private static final double COUNTS_PER_MS2 = COUNTS_PER_G / Step.GRAVITY_MS2;
    private static final double COUNTS_PER_RADS = StrictMath.toDegrees(COUNTS_PER_DPS);

    private final Randomness draw;
    private final boolean digital;
    private final double gyroNoiseRadS;
    private final double accelNoiseMS2;
    private final double[] gyroOffsetRadS = new double[3];
    private final double[] gyroDriftRadSK = new double[3];
    private final double[] accelOffsetMS2 = new double[3];

    SensorModel(SensorErrors errors, double rateHz, Randomness draw) {
        this.draw = draw;
        digital = errors.digital();
        double rootHz = Math.sqrt(rateHz / 2);
        gyroNoiseRadS = StrictMath.toRadians(errors.gyroNoiseMdpsRtHz() * 1e-3) * rootHz;
        accelNoiseMS2 = errors.accelNoiseUgRtHz() * 1e-6 * Step.GRAVITY_MS2 * rootHz;
        double accelOffset = errors.accelOffsetMg() * 1e-3 * Step.GRAVITY_MS2;
        for (int axis = 0; axis < 3; axis++) {
            gyroOffsetRadS[axis] =
                    StrictMath.toRadians(draw.gaussian(errors.gyroOffsetDps(), errors.gyroOffsetLimitDps()));
            double drift = draw.between(-GYRO_DRIFT_DPS_K, GYRO_DRIFT_DPS_K);
            gyroDriftRadSK[axis] = errors.gyroOffsetDps() > 0 ? StrictMath.toRadians(drift) : 0;
            accelOffsetMS2[axis] = draw.gaussian(accelOffset, 3 * accelOffset);
        }
    }

    /**
     * Reads once.
     *
     * @param warmingK temperature over that at the start, K
     */
    void read(Vector accelMS2, Vector gyroRadS, double warmingK, Inertial out) {
        out.axUms2 = accel(accelMS2.x, 0);
        out.ayUms2 = accel(accelMS2.y, 1);
        out.azUms2 = accel(accelMS2.z, 2);
        out.gxUrads = gyro(gyroRadS.x, 0, warmingK);
        out.gyUrads = gyro(gyroRadS.y, 1, warmingK);
        out.gzUrads = gyro(gyroRadS.z, 2, warmingK);
    }

    private int accel(double trueMS2, int axis) {
        double read = trueMS2 + accelOffsetMS2[axis] + accelNoiseMS2 * draw.gaussian();
        if (!digital) {
            return (int) Math.round(read * 1e6);
        }
        return (int) Math.round(counts(read * COUNTS_PER_MS2) * UMS2_PER_COUNT);
    }

    private int gyro(double trueRadS, int axis, double warmingK) {
        double read =
                trueRadS + gyroOffsetRadS[axis] + gyroDriftRadSK[axis] * warmingK + gyroNoiseRadS * draw.gaussian();
        if (!digital) {
            return (int) Math.round(read * 1e6);
        }
        return (int) Math.round(counts(read * COUNTS_PER_RADS) * URADS_PER_COUNT);
    }

    private static double counts(double exact) {
        return Math.clamp(Math.rint(exact), Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
