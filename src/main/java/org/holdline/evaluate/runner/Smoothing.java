package org.holdline.evaluate.runner;

/** Low-pass of second order (Butterworth) in a sensor, before it keeps only some of its readings. */
final class Smoothing {
    private final double b0;
    private final double a1;
    private final double a2;
    private double s1;
    private double s2;
    private boolean begun;

    Smoothing(double cutoffHz, double rateHz) {
        double k = StrictMath.tan(Math.PI * cutoffHz / rateHz);
        double norm = 1 / (1 + Math.sqrt(2) * k + k * k);
        b0 = k * k * norm;
        a1 = 2 * (k * k - 1) * norm;
        a2 = (1 - Math.sqrt(2) * k + k * k) * norm;
    }

    double next(double in) {
        if (!begun) {
            begun = true;
            s1 = in * (1 - b0);
            s2 = in * (b0 - a2);
        }
        double out = b0 * in + s1;
        s1 = 2 * b0 * in - a1 * out + s2;
        s2 = b0 * in - a2 * out;
        return out;
    }
}
