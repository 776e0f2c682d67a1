package org.holdline.evaluate.runner;

import org.holdline.sample.Inertial;

/** One sensor on the back, from the movement of the bone below it to 16-bit counts. */
final class BackSensor {
    static final int ACCEL_RANGE_G = 16;
    static final int GYRO_RANGE_DPS = 2000;
    private static final double COUNTS_PER_G = 2048;
    private static final double COUNTS_PER_DPS = 16.4;
    private static final int MAX_COUNT = 32_767;

    /** Bandwidth of the noise behind a second-order Butterworth against its corner. */
    private static final double NOISE_BANDWIDTH = 1.11;

    private static final double WARMING_S = 300;

    /** A motor in the clip shakes it at this rate. */
    private static final double MOTOR_HZ = 190;

    private static final double MOTOR_G = 0.6;

    private final WornTraits traits;
    private final Chance chance;
    private final Strap strap;
    private final Segment segment;
    private final Smoothing[] smoothing = new Smoothing[6];
    private final double[] reading = new double[6];
    private final double gyroNoiseDps;
    private final double accelNoiseG;
    private final double dtS;
    private final Rotation mounted = new Rotation();
    private final Rotation attitude = new Rotation();
    private final Rotation given = new Rotation();
    private final double[] boneMS2 = new double[3];
    private final double[] clipMS2 = new double[3];

    /** Shift of the clip on the skin, degrees: pitch forward, and roll. */
    double slid;

    double slidRoll;

    /** Force of a blow against the clip, g. */
    double blowG;

    BackSensor(WornTraits traits, double rateHz, int readingsPerSample, Chance chance) {
        this.traits = traits;
        this.chance = chance;
        dtS = 1 / (rateHz * readingsPerSample);
        strap = new Strap(traits);
        mounted.set(
                traits.yaw + (traits.way == Worn.BACK_TO_FRONT ? 180 : 0),
                traits.pitch,
                traits.roll + (traits.way == Worn.UPSIDE_DOWN ? 180 : 0));
        double[] lever = new double[3];
        mounted.toBody(traits.leverM[0], traits.leverM[1], traits.leverM[2], lever);
        segment = new Segment(dtS, lever);
        double cornerHz = rateHz / 4;
        for (int i = 0; i < 6; i++) {
            smoothing[i] = new Smoothing(cornerHz, rateHz * readingsPerSample);
        }
        double root = Math.sqrt(NOISE_BANDWIDTH * cornerHz);
        gyroNoiseDps = traits.gyroDensityDps * root;
        accelNoiseG = traits.accelDensityG * root;
    }

    /**
     * One step of time.
     *
     * @param pitch of the bone, degrees, and its roll and yaw
     * @param forceMS2 force of the ground per mass along the world's axes
     * @param shaken instant in s while the motor runs, else NaN
     */
    void advance(double yaw, double pitch, double roll, double[] forceMS2, double sinceContactS, double shaken) {
        boneMS2[0] = forceMS2[0];
        boneMS2[1] = forceMS2[1];
        boneMS2[2] = forceMS2[2] - Legs.GRAVITY_MS2;
        strap.advance(boneMS2, dtS, sinceContactS);
        for (int i = 0; i < 3; i++) {
            clipMS2[i] = boneMS2[i] + strap.accelMS2[i];
        }
        attitude.set(yaw, pitch, roll);
        given.set(0, strap.pitch + slid, strap.roll + slidRoll);
        attitude.then(given);
        attitude.then(mounted);
        segment.advance(attitude, clipMS2);
        double shake = Double.isNaN(shaken) ? 0 : MOTOR_G * StrictMath.sin(2 * Math.PI * MOTOR_HZ * shaken);
        for (int i = 0; i < 3; i++) {
            reading[i] = smoothing[i].next(Math.toDegrees(segment.rateRadS[i]));
            reading[3 + i] = smoothing[3 + i].next(segment.forceMS2[i] / Legs.GRAVITY_MS2 + shake + blowG);
        }
    }

    /** The reading at this instant, as the chip would give it. */
    void read(double timeS, Inertial out) {
        double warm = 1 - StrictMath.exp(-timeS / WARMING_S);
        out.gxUrads = gyro(0, warm);
        out.gyUrads = gyro(1, warm);
        out.gzUrads = gyro(2, warm);
        out.axUms2 = accel(0);
        out.ayUms2 = accel(1);
        out.azUms2 = accel(2);
    }

    private int gyro(int axis, double warm) {
        double dps = reading[axis] * traits.gyroScale[axis]
                + traits.gyroOffsetDps[axis]
                + warm * traits.gyroWarmingDps[axis]
                + gyroNoiseDps * chance.bell();
        return (int) Math.round(Math.toRadians(counts(dps * COUNTS_PER_DPS) / COUNTS_PER_DPS) * 1e6);
    }

    private int accel(int axis) {
        double g =
                reading[3 + axis] * traits.accelScale[axis] + traits.accelOffsetG[axis] + accelNoiseG * chance.bell();
        return (int) Math.round(counts(g * COUNTS_PER_G) / COUNTS_PER_G * Legs.GRAVITY_MS2 * 1e6);
    }

    private static double counts(double exact) {
        return Math.clamp(Math.rint(exact), -MAX_COUNT, MAX_COUNT);
    }

    /** How high the clip's place on the bone lies above the middle of the pelvis with the bone tilted so, degrees; m. */
    double heightM(double pitch, double roll) {
        double p = Math.toRadians(pitch);
        double r = Math.toRadians(roll);
        double[] lever = traits.leverM;
        return -Math.sin(p) * lever[0] + Math.cos(p) * (Math.sin(r) * lever[1] + Math.cos(r) * lever[2]);
    }

    /** Attitude of the sensor after the last step, for tests. */
    Rotation attitude() {
        return attitude;
    }

    WornTraits traits() {
        return traits;
    }
}
