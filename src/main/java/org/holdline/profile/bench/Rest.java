package org.holdline.profile.bench;

import java.util.List;

/**
 * What one sensor read while it lay still.
 *
 * @param accelG mean specific force x, y, z, g
 * @param gyroDps mean angular rate x, y, z, deg/s
 * @param gyroNoiseDps root mean square of the rate about that mean, over the axes
 * @param celsius mean temperature, NaN when the stream holds none
 * @param seconds how long
 */
public record Rest(List<Double> accelG, List<Double> gyroDps, double gyroNoiseDps, double celsius, double seconds) {
    /** Cosine of 25 degrees: nearer to an axis than that, and it lies on that side. */
    private static final double FACE_G = 0.906;

    /** -1 when it lies on no side; else 0..5: x, y, z up, then x, y, z down. */
    public int face() {
        return face(accelG);
    }

    static int face(List<Double> accelG) {
        for (int axis = 0; axis < 3; axis++) {
            double along = accelG.get(axis);
            if (Math.abs(along) > FACE_G) {
                return along > 0 ? axis : axis + 3;
            }
        }
        return -1;
    }
}
