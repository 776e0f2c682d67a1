package org.holdline.attitude;

import java.util.SplittableRandom;

/**
 * A sensor that turns smoothly about changing axes and is shaken meanwhile, with its true up vector: rates of up to a few
 * rad/s as sums of sines, and a force of gravity plus shaking that has no mean in space.
 */
final class ShakenBody {
    private static final double GRAVITY_MS2 = 9.80665;
    private static final int SINES = 4;

    private final double dtS;
    private final double shakeMs2;
    private final double[] offsetRads;
    private final double[][] amplitude = new double[6][SINES];
    private final double[][] hertz = new double[6][SINES];
    private final double[][] phase = new double[6][SINES];
    private double[] up = {0, 0, 1};
    private final double[] gyro = new double[3];
    private final double[] force = new double[3];
    private long samples;

    /** Turning at rates of {@code turnRads}, shaken by up to a g for every rad/s of it. */
    ShakenBody(long seed, double rateHz, double turnRads, double... offsetRads) {
        SplittableRandom random = new SplittableRandom(seed);
        dtS = 1 / rateHz;
        shakeMs2 = GRAVITY_MS2 * turnRads;
        this.offsetRads = offsetRads.length == 3 ? offsetRads : new double[3];
        for (int axis = 0; axis < 6; axis++) {
            for (int i = 0; i < SINES; i++) {
                amplitude[axis][i] = (axis < 3 ? turnRads : shakeMs2) * random.nextDouble() / SINES;
                hertz[axis][i] = (axis < 3 ? 0.1 : 1.3) + random.nextDouble() * 3;
                phase[axis][i] = random.nextDouble(2 * Math.PI);
            }
        }
    }

    /** One sample further: the rate is the mean over the interval that ends with the sample. */
    void step() {
        double[] rate = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            rate[axis] = sines(axis, (samples - 0.5) * dtS);
            // Whole micro-units, as the filter gets them: the oracle must see the same numbers.
            gyro[axis] = Math.rint((rate[axis] + offsetRads[axis]) * 1e6) * 1e-6;
        }
        if (samples > 0) {
            up = turnedBack(up, rate);
        }
        double[] shake = {sines(3, samples * dtS), sines(4, samples * dtS), sines(5, samples * dtS)};
        for (int axis = 0; axis < 3; axis++) {
            force[axis] = Math.rint((up[axis] * GRAVITY_MS2 + shake[axis]) * 1e6) * 1e-6;
        }
        samples++;
    }

    private double sines(int axis, double seconds) {
        double sum = 0;
        for (int i = 0; i < SINES; i++) {
            sum += amplitude[axis][i] * Math.sin(2 * Math.PI * hertz[axis][i] * seconds + phase[axis][i]);
        }
        return sum;
    }

    private double[] turnedBack(double[] vector, double[] rate) {
        double turn = Math.sqrt(rate[0] * rate[0] + rate[1] * rate[1] + rate[2] * rate[2]) * dtS;
        if (turn == 0) {
            return vector;
        }
        double[] axis = {rate[0] * dtS / turn, rate[1] * dtS / turn, rate[2] * dtS / turn};
        double along = axis[0] * vector[0] + axis[1] * vector[1] + axis[2] * vector[2];
        double[] cross = {
            axis[1] * vector[2] - axis[2] * vector[1],
            axis[2] * vector[0] - axis[0] * vector[2],
            axis[0] * vector[1] - axis[1] * vector[0]
        };
        double[] turned = new double[3];
        for (int i = 0; i < 3; i++) {
            turned[i] = vector[i] * Math.cos(turn) - cross[i] * Math.sin(turn) + axis[i] * along * (1 - Math.cos(turn));
        }
        return turned;
    }

    void feed(Inclination inclination) {
        inclination.update(
                micro(force[0]), micro(force[1]), micro(force[2]), micro(gyro[0]), micro(gyro[1]), micro(gyro[2]));
    }

    private static int micro(double value) {
        return (int) Math.round(value * 1e6);
    }

    double[] up() {
        return up;
    }

    double[] gyro() {
        return gyro;
    }

    double[] force() {
        return force;
    }
}
