package org.holdline.app;

import java.util.Random;
import org.holdline.link.emulated.ClipBody;
import org.holdline.link.emulated.EmulatedScale;

/**
 * A clip on a table that somebody turns from side to side, with sensors whose errors are known: what a calibration has to
 * find. Each side for some seconds, half a second of turning between, round and round.
 */
final class TurnedBody implements ClipBody {
    /** Offset of each accelerometer, g, and the scale of its axes. */
    static final double[] OFFSET_G = {0.030, -0.012, 0.018};

    static final double[] SCALE = {1.008, 0.994, 1.003};

    /** Zero rate of each gyroscope, deg/s. */
    static final double[] ZERO_DPS = {0.8, -0.5, 0.3};

    private static final double G_UMS2 = 9_806_650;
    private static final double NOISE_G = 0.0007;
    private static final double NOISE_DPS = 0.03;
    private static final double TURN_S = 0.5;
    private static final int SIDES = 6;
    private static final int AXES = 3;
    private static final int IMU_NUMBERS = 6;

    private final int rateHz;
    private final double sideS;
    private final int first;
    private final Random random;
    private long samples;

    /**
     * Begins on a side.
     *
     * @param sideS how long it lies on each side, s
     * @param first 0..5: x, y, z up, then x, y, z down
     */
    TurnedBody(int rateHz, double sideS, int first, long seed) {
        this.rateHz = rateHz;
        this.sideS = sideS;
        this.first = first;
        random = new Random(seed);
    }

    @Override
    public boolean measure(int[] steps) {
        double timeS = (double) samples++ / rateHz;
        long turns = (long) (timeS / (sideS + TURN_S));
        boolean turning = timeS - turns * (sideS + TURN_S) > sideS;
        int side = (int) ((first + turns) % SIDES);
        for (int axis = 0; axis < AXES; axis++) {
            double up = axis == side % AXES ? (side < AXES ? 1 : -1) : 0;
            double force = turning ? up + random.nextGaussian() * 0.3 : up;
            double rate = turning ? random.nextGaussian() * 120 : 0;
            double g = SCALE[axis] * force + OFFSET_G[axis] + random.nextGaussian() * NOISE_G;
            double dps = rate + ZERO_DPS[axis] + random.nextGaussian() * NOISE_DPS;
            int accel = EmulatedScale.accelSteps((int) Math.round(g * G_UMS2));
            int gyro = EmulatedScale.gyroSteps((int) Math.round(Math.toRadians(dps) * 1e6));
            steps[axis] = accel;
            steps[axis + AXES] = gyro;
            steps[axis + IMU_NUMBERS] = accel;
            steps[axis + IMU_NUMBERS + AXES] = gyro;
        }
        return true;
    }

    @Override
    public void motorOn(int forMs) {}

    @Override
    public void motorOff(int reason, int playedMs) {}
}
