package org.holdline.evaluate.runner;

/**
 * One sensor, how it sits on the back and what it makes of the truth, drawn once.
 *
 * <p>Sources: noise densities and offsets of ICM-42688-P (TDK DS-000347: 2.8 mdps/rtHz, 70 ug/rtHz, +-20 mg), LSM6DSV16X
 * (ST DS13510: 2.8 mdps/rtHz, 60 ug/rtHz, +-12 mg) and MPU-6050 (InvenSense PS-MPU-6000A rev. 3.4: 5 mdps/rtHz, 400 ug/rtHz,
 * +-50 mg). Gyro offsets of up to 6 deg/s were seen on jogging adults. Sacrum peaks 2.5..5 g, with a loose clip 6..8 g; resonance and
 * damping of skin and strap are judgement.
 */
final class WornTraits {
    /** Noise density: gyro, deg/s per root Hz; accelerometer, g per root Hz; and the largest accelerometer offset, g. */
    private static final double[][] PARTS = {{0.0028, 70e-6, 0.020}, {0.0028, 60e-6, 0.012}, {0.005, 400e-6, 0.050}};

    private static final double MAX_GYRO_OFFSET_DPS = 6;

    /** Mounting against the segment: yaw, pitch, roll; degrees. */
    final double yaw;

    final double pitch;
    final double roll;

    final Worn way;

    /** Place of the sensor from the middle of the pelvis: forward, left, up; m. */
    final double[] leverM;

    final double gyroDensityDps;
    final double accelDensityG;
    final double[] gyroOffsetDps = new double[3];
    final double[] accelOffsetG = new double[3];
    final double[] gyroScale = new double[3];
    final double[] accelScale = new double[3];

    /** Offset that comes with warming up by 7 K over some minutes, deg/s. */
    final double[] gyroWarmingDps = new double[3];

    final boolean loose;
    final double resonanceHz;
    final double damping;

    /** Tilt of the clip as the skin gives way, degrees per mm: pitch, roll. */
    final double tiltPerMm;

    final double rollPerMm;

    /** Height of the slap of a loose clip after a landing, g. */
    final double slapG;

    /** Creep over the whole run, degrees forward, if the session has creep. */
    final double creep;

    /** Of what the clip slides, the share that is a roll. */
    final double slipRollShare;

    WornTraits(Chance chance, boolean sacral) {
        this(chance, sacral, Worn.AS_ASKED);
    }

    WornTraits(Chance chance, boolean sacral, Worn way) {
        this.way = way;
        double[] part = PARTS[(int) (chance.unit() * PARTS.length)];
        gyroDensityDps = part[0];
        accelDensityG = part[1];
        yaw = chance.between(-15, 15);
        pitch = sacral ? chance.between(-5, 18) : chance.between(-15, 8);
        roll = chance.between(-6, 6);
        leverM = new double[] {
            chance.between(-0.14, -0.09),
            chance.between(-0.02, 0.02),
            sacral ? chance.between(-0.02, 0.04) : chance.between(0.14, 0.20)
        };
        for (int i = 0; i < 3; i++) {
            gyroOffsetDps[i] = chance.between(-MAX_GYRO_OFFSET_DPS, MAX_GYRO_OFFSET_DPS) * chance.unit();
            accelOffsetG[i] = chance.between(-part[2], part[2]);
            gyroScale[i] = 1 + chance.between(-0.005, 0.005);
            accelScale[i] = 1 + chance.between(-0.005, 0.005);
            gyroWarmingDps[i] = chance.between(-0.1, 0.1);
        }
        loose = chance.happens(0.12);
        resonanceHz = loose ? chance.between(24, 34) : chance.between(12, 22);
        damping = loose ? chance.between(0.15, 0.25) : chance.between(0.25, 0.6);
        tiltPerMm = chance.between(-1.0, 1.0);
        rollPerMm = chance.between(-0.5, 0.5);
        slapG = loose ? chance.between(5, 7.5) : 0;
        creep = chance.between(1, 4) * chance.sign();
        slipRollShare = chance.between(-0.6, 0.6);
    }
}
