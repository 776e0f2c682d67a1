package org.holdline.clip.virtual;

/** A periodic function of the stride phase, four harmonics, scaled to a range in radians. */
final class Waveform {
    static final int HARMONICS = 4;

    private static final int SCAN = 360;

    private final double[] cosine = new double[HARMONICS];
    private final double[] sine = new double[HARMONICS];

    /**
     * Adds size x cos(n (phase - peak)).
     *
     * @param n harmonic of the stride, 1..4
     * @param peakDeg stride phase of a maximum, degrees after right foot contact
     */
    Waveform plus(int n, double size, double peakDeg) {
        double peakRad = n * StrictMath.toRadians(peakDeg);
        cosine[n - 1] += size * Angles.cos(peakRad);
        sine[n - 1] += size * Angles.sin(peakRad);
        return this;
    }

    /** Scales so that highest and lowest value are this far apart. */
    Waveform scaledTo(double rangeDeg) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < SCAN; i++) {
            double value = 0;
            for (int n = 1; n <= HARMONICS; n++) {
                double angle = n * 2 * Math.PI * i / SCAN;
                value += cosine[n - 1] * Angles.cos(angle) + sine[n - 1] * Angles.sin(angle);
            }
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double factor = StrictMath.toRadians(rangeDeg) / (high - low);
        for (int n = 0; n < HARMONICS; n++) {
            cosine[n] *= factor;
            sine[n] *= factor;
        }
        return this;
    }

    /** Adds weight x waveform, both moving in time. */
    void addTo(Phasor phasor, Jet weight, Jet scratch, Jet out) {
        double value = 0;
        double slope = 0;
        double curvature = 0;
        for (int n = 1; n <= HARMONICS; n++) {
            double c = phasor.cosine(n);
            double s = phasor.sine(n);
            double even = cosine[n - 1] * c + sine[n - 1] * s;
            value += even;
            slope += n * (sine[n - 1] * c - cosine[n - 1] * s);
            curvature -= n * n * even;
        }
        scratch.clear();
        scratch.addComposed(value, slope, curvature, phasor.phase());
        out.addProduct(scratch, weight);
    }
}
