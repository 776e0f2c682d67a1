package org.holdline.attitude;

/**
 * The structure of {@link Inclination} once more, in double precision, in SI units and with exact sines: what remains
 * between the two is the price of fixed point.
 */
final class InclinationOracle {
    private static final double GRAVITY_MS2 = 9.80665;
    private static final double MAX_ANGLE_RAD = 1;
    private static final int GAIN_INTERVAL = 64;

    private final InclinationParams params;
    private final double rateHz;
    private final double omega;
    private final long meanSamples;
    private final double restAlpha;
    private final int restSamples;
    private final int restMemorySamples;
    private final double clipRads;

    private double[] y = new double[3];
    private double[] v = new double[3];
    private final double[] bias = new double[3];
    private double[] restGyro = new double[3];
    private double[] restAccel = new double[3];
    private int stillSamples;
    private int restMemory;
    private long age;
    private long carried;
    private long motionSamples;
    private double gainPerS;
    private boolean hasSeenAbsurd;
    private boolean facingAhead;
    private double[] meanUp = new double[3];

    InclinationOracle(InclinationParams params, double rateHz) {
        this.params = params;
        this.rateHz = rateHz;
        omega = Math.sqrt(2) / (params.tauS() * rateHz);
        meanSamples = Math.round(params.tauS() * rateHz);
        restAlpha = 1 - Math.exp(-1 / (rateHz * params.restTauS()));
        restSamples = (int) Math.round(params.restMinS() * rateHz);
        restMemorySamples = (int) Math.round(params.restMemoryS() * rateHz);
        clipRads = Math.toRadians(params.biasClipDps());
        gainPerS = params.kiMaxPerS();
    }

    /** Specific force in m/s^2, angular rate in rad/s. */
    void update(double[] force, double[] gyro) {
        carried++;
        if (age++ == 0) {
            y = force.clone();
            v = new double[3];
            restAccel = force.clone();
            restGyro = gyro.clone();
            return;
        }
        double[] angle = limitedAngle(gyro);
        y = turnedBack(y, angle);
        v = turnedBack(v, angle);
        for (int i = 0; i < 3; i++) {
            if (age <= meanSamples) {
                y[i] += (force[i] - y[i]) / age;
            } else {
                v[i] += omega * omega * (force[i] - y[i]) - Math.sqrt(2) * omega * v[i];
                y[i] += v[i];
            }
        }
        if (age > meanSamples && Math.abs(length(y) / GRAVITY_MS2 - 1) > 0.5) {
            restart();
            hasSeenAbsurd = true;
            return;
        }
        if (isResting(force, gyro)) {
            restMemory = Math.min(restMemory + 1, restMemorySamples);
            for (int i = 0; i < 3; i++) {
                bias[i] += (restGyro[i] - bias[i]) / restMemory;
            }
        } else if (age > meanSamples) {
            learnInMotion();
            if (facingAhead) {
                learnAboutUp(gyro);
            }
        }
    }

    void setFacingAhead(boolean ahead) {
        if (ahead && !facingAhead) {
            meanUp = y.clone();
        }
        facingAhead = ahead;
    }

    private void learnAboutUp(double[] gyro) {
        double turn = 0;
        for (int i = 0; i < 3; i++) {
            meanUp[i] += (y[i] - meanUp[i]) * (1 - Math.exp(-1 / (rateHz * 7)));
            turn += (gyro[i] - bias[i]) * meanUp[i];
        }
        for (int i = 0; i < 3; i++) {
            double change = gainPerS / rateHz * turn * meanUp[i] / (GRAVITY_MS2 * GRAVITY_MS2);
            bias[i] = Math.clamp(bias[i] + change, -clipRads, clipRads);
        }
    }

    private double[] limitedAngle(double[] gyro) {
        double[] angle = new double[3];
        for (int i = 0; i < 3; i++) {
            angle[i] = Math.clamp((gyro[i] - bias[i]) / rateHz, -MAX_ANGLE_RAD, MAX_ANGLE_RAD);
        }
        if (length(angle) > MAX_ANGLE_RAD) {
            for (int i = 0; i < 3; i++) {
                angle[i] /= 2;
            }
        }
        return angle;
    }

    /** Rodrigues' formula for a rotation by minus the angle vector. */
    private static double[] turnedBack(double[] vector, double[] angle) {
        double turn = length(angle);
        if (turn == 0) {
            return vector;
        }
        double[] axis = {angle[0] / turn, angle[1] / turn, angle[2] / turn};
        double[] cross = cross(axis, vector);
        double along = axis[0] * vector[0] + axis[1] * vector[1] + axis[2] * vector[2];
        double[] turned = new double[3];
        for (int i = 0; i < 3; i++) {
            turned[i] = vector[i] * Math.cos(turn) - cross[i] * Math.sin(turn) + axis[i] * along * (1 - Math.cos(turn));
        }
        return turned;
    }

    private boolean isResting(double[] force, double[] gyro) {
        double gyroSquared = 0;
        double forceSquared = 0;
        boolean believable = true;
        for (int i = 0; i < 3; i++) {
            double gyroOff = gyro[i] - restGyro[i];
            double forceOff = force[i] - restAccel[i];
            restGyro[i] += gyroOff * restAlpha;
            restAccel[i] += forceOff * restAlpha;
            gyroSquared += gyroOff * gyroOff;
            forceSquared += forceOff * forceOff;
            believable &= Math.abs(restGyro[i]) <= clipRads;
        }
        boolean still = gyroSquared < Math.pow(Math.toRadians(params.restGyroDps()), 2)
                && forceSquared < Math.pow(params.restAccelMs2(), 2)
                && believable;
        stillSamples = still ? Math.min(stillSamples + 1, restSamples) : 0;
        return stillSamples == restSamples;
    }

    private void learnInMotion() {
        motionSamples++;
        if (motionSamples % GAIN_INTERVAL == 0) {
            double age = restMemory > 0 || hasSeenAbsurd ? carried : carried - Math.round(params.kiHoldS() * rateHz);
            gainPerS = Math.clamp(rateHz / Math.max(rateHz, age), params.kiMinPerS(), params.kiMaxPerS());
        }
        double[] pull = cross(y, v);
        for (int i = 0; i < 3; i++) {
            // The pull is an angle per sample; per second of integration it changes the bias by gain times angle.
            double angle = Math.clamp(pull[i] / (GRAVITY_MS2 * GRAVITY_MS2), -clipRads / rateHz, clipRads / rateHz);
            double change = gainPerS * angle;
            bias[i] = Math.clamp(bias[i] + change, -clipRads, clipRads);
        }
    }

    void restart() {
        age = 0;
        stillSamples = 0;
    }

    double[] up() {
        return y;
    }

    double[] bias() {
        return bias;
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double length(double[] a) {
        return Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
    }
}
