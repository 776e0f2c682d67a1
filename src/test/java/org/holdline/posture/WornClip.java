package org.holdline.posture;

/** A clip that sits on the body turned by yaw, then pitch, then roll; says what it senses of the body's movements. */
final class WornClip {
    private static final double GRAVITY_UMS2 = 9_806_650;

    // Columns: the body's forward, left and up axes as the sensor sees them.
    private final double[][] sensorFromBody;

    WornClip(double yawDeg, double pitchDeg, double rollDeg) {
        double[][] bodyFromSensor = times(
                times(about(2, Math.toRadians(yawDeg)), about(1, Math.toRadians(pitchDeg))),
                about(0, Math.toRadians(rollDeg)));
        sensorFromBody = transposed(bodyFromSensor);
    }

    /** Specific force at rest of a body pitched forward, um/s^2. */
    int[] up(double bodyDeg) {
        double angle = Math.toRadians(bodyDeg);
        return sensed(-GRAVITY_UMS2 * Math.sin(angle), 0, GRAVITY_UMS2 * Math.cos(angle));
    }

    /** Angular rate about the body's forward, left and up axes, as the sensor sees it. */
    int[] rate(double forward, double left, double up) {
        return sensed(forward, left, up);
    }

    /** Two seconds of standing and two forward bends to 60 degrees and back at 100 Hz. */
    void standAndBend(Mount mount) {
        for (int i = 0; i < 200; i++) {
            int[] up = up(0);
            mount.stand(up[0], up[1], up[2]);
        }
        bend(mount, 600, 60, 1);
    }

    /** Samples of bends to a depth and back; the rate swings evenly, whatever the depth. */
    void bend(Mount mount, int samples, double depthDeg, double rateRads) {
        for (int i = 0; i < samples; i++) {
            double phase = 4 * Math.PI * i / samples;
            int[] rate = rate(0, 1e6 * rateRads * Math.sin(phase), 0);
            int[] up = up(depthDeg * (1 - Math.cos(phase)) / 2);
            mount.bend(rate[0], rate[1], rate[2], up[0], up[1], up[2]);
        }
    }

    private int[] sensed(double forward, double left, double up) {
        int[] answer = new int[3];
        for (int row = 0; row < 3; row++) {
            answer[row] = (int) Math.round(
                    sensorFromBody[row][0] * forward + sensorFromBody[row][1] * left + sensorFromBody[row][2] * up);
        }
        return answer;
    }

    private static double[][] about(int axis, double angle) {
        int a = (axis + 1) % 3;
        int b = (axis + 2) % 3;
        double[][] turn = new double[3][3];
        turn[axis][axis] = 1;
        turn[a][a] = Math.cos(angle);
        turn[b][b] = Math.cos(angle);
        turn[a][b] = -Math.sin(angle);
        turn[b][a] = Math.sin(angle);
        return turn;
    }

    private static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                for (int k = 0; k < 3; k++) {
                    product[row][column] += a[row][k] * b[k][column];
                }
            }
        }
        return product;
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] answer = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                answer[row][column] = matrix[column][row];
            }
        }
        return answer;
    }
}
