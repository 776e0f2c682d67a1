package org.holdline.evaluate.runner;

/**
 * A rigid body that carries a sensor. It is told its attitude at equal steps of time; angular rate and angular acceleration
 * are differences of attitudes, and the specific force is that of the sensor's own place. Answers one step late, because the
 * rate at an instant needs the attitude after it.
 */
final class Segment {
    private final double stepS;
    private final double[] leverM;
    private final Rotation now = new Rotation();
    private final double[] rateBefore = new double[3];
    private final double[] rateAfter = new double[3];
    private final double[] originMS2 = new double[3];
    private boolean begun;

    /** Angular rate, rad/s, and specific force, m/s^2, in the sensor frame. */
    final double[] rateRadS = new double[3];

    final double[] forceMS2 = new double[3];

    /** @param leverM place of the sensor from the origin, in the sensor frame, m */
    Segment(double stepS, double[] leverM) {
        this.stepS = stepS;
        this.leverM = leverM;
    }

    /**
     * Moves on by one step.
     *
     * @param next attitude of the sensor after it
     * @param nextOriginMS2 acceleration of the origin then, along the world's axes, gravity not included
     */
    void advance(Rotation next, double[] nextOriginMS2) {
        if (!begun) {
            begun = true;
            now.copyFrom(next);
        }
        Rotation.rate(now, next, stepS, rateAfter);
        now.toBody(originMS2[0], originMS2[1], originMS2[2] + Legs.GRAVITY_MS2, forceMS2);
        for (int i = 0; i < 3; i++) {
            rateRadS[i] = (rateBefore[i] + rateAfter[i]) / 2;
        }
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3;
            int k = (i + 2) % 3;
            double turnJ = (rateAfter[j] - rateBefore[j]) / stepS;
            double turnK = (rateAfter[k] - rateBefore[k]) / stepS;
            double spinI = rateRadS[j] * leverM[j] * rateRadS[i]
                    + rateRadS[k] * leverM[k] * rateRadS[i]
                    - (rateRadS[j] * rateRadS[j] + rateRadS[k] * rateRadS[k]) * leverM[i];
            forceMS2[i] += turnJ * leverM[k] - turnK * leverM[j] + spinI;
        }
        now.copyFrom(next);
        System.arraycopy(rateAfter, 0, rateBefore, 0, 3);
        System.arraycopy(nextOriginMS2, 0, originMS2, 0, 3);
    }
}
