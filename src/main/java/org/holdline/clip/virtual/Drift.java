package org.holdline.clip.virtual;

/** A slow, never repeating wander: a few sines of unrelated periods. */
final class Drift {
    private final double[] amplitude;
    private final double[] omegaRadS;
    private final double[] phaseRad;

    /**
     * @param range from the lowest to the highest value the sum can take, unit of the quantity
     * @param shortestS and longestS bounds of the periods, s
     */
    Drift(Randomness draw, int sines, double range, double shortestS, double longestS) {
        amplitude = new double[sines];
        omegaRadS = new double[sines];
        phaseRad = new double[sines];
        double ratio = longestS / shortestS;
        double sum = 0;
        for (int i = 0; i < sines; i++) {
            // One period from each of as many equal parts of the logarithmic span.
            double periodS = shortestS * StrictMath.pow(ratio, (i + draw.unit()) / sines);
            omegaRadS[i] = 2 * Math.PI / periodS;
            phaseRad[i] = draw.between(0, 2 * Math.PI);
            amplitude[i] = draw.between(0.6, 1.4);
            sum += amplitude[i];
        }
        for (int i = 0; i < sines; i++) {
            amplitude[i] *= range / (2 * sum);
        }
    }

    void addTo(double timeS, double factor, Jet out) {
        for (int i = 0; i < amplitude.length; i++) {
            double angle = omegaRadS[i] * timeS + phaseRad[i];
            double sine = Angles.sin(angle);
            double cosine = Angles.cos(angle);
            out.add(sine, omegaRadS[i] * cosine, -omegaRadS[i] * omegaRadS[i] * sine, factor * amplitude[i]);
        }
    }
}
