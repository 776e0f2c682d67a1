package org.holdline.evaluate.runner;

import java.util.ArrayList;
import java.util.List;

/** Keeps the movement of the step under way and of the one before it, and says what became of the stride. */
final class SwingLog {
    private static final int SACRUM_YAW = 2;
    private static final int TRUNK_PITCH = 3;
    private static final int TRUNK_YAW = 5;
    private static final int HEIGHT = 6;
    private static final int SACRUM_HEIGHT = 7;
    private static final int TRUNK_HEIGHT = 8;

    private final List<double[]> before = new ArrayList<>();
    private final List<double[]> now = new ArrayList<>();

    /**
     * One instant: pitch, roll, yaw of the sacrum, then of the trunk, degrees; height of the body, of the sacral
     * clip's place and of the other's, m.
     */
    void add(double... values) {
        now.add(values);
    }

    /** A toe-off: the stride ends here, and the next one began at the toe-off before it. */
    void endStep() {
        before.clear();
        before.addAll(now);
        now.clear();
    }

    TrueSwing stride(long contactUs, double peakG) {
        List<double[]> stride = new ArrayList<>(before);
        stride.addAll(now);
        return new TrueSwing(
                contactUs,
                part(stride, 0, SACRUM_HEIGHT),
                part(stride, TRUNK_PITCH, TRUNK_HEIGHT),
                turned(phase(stride, TRUNK_YAW) - phase(stride, SACRUM_YAW)),
                1000 * rise(stride, HEIGHT),
                peakG);
    }

    private static TrueSwing.Part part(List<double[]> stride, int pitch, int height) {
        return new TrueSwing.Part(
                range(stride, pitch), range(stride, pitch + 1), range(stride, pitch + 2), 1000 * rise(stride, height));
    }

    private static double range(List<double[]> stride, int what) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] values : stride) {
            low = Math.min(low, values[what]);
            high = Math.max(high, values[what]);
        }
        return high - low;
    }

    /** Where in the stride its first harmonic is at its height, degrees. */
    private static double phase(List<double[]> stride, int what) {
        double sine = 0;
        double cosine = 0;
        int n = stride.size();
        for (int i = 0; i < n; i++) {
            double value = stride.get(i)[what];
            sine += value * Math.sin(2 * Math.PI * i / n);
            cosine += value * Math.cos(2 * Math.PI * i / n);
        }
        return Math.toDegrees(Math.atan2(sine, cosine));
    }

    private static double rise(List<double[]> stride, int what) {
        int n = stride.size();
        double start = stride.getFirst()[what];
        double slope = (stride.getLast()[what] - start) / Math.max(1, n - 1);
        double low = 0;
        double high = 0;
        for (int i = 0; i < n; i++) {
            double height = stride.get(i)[what] - start - i * slope;
            low = Math.min(low, height);
            high = Math.max(high, height);
        }
        return high - low;
    }

    private static double turned(double deg) {
        return Math.IEEEremainder(deg, 360);
    }
}
