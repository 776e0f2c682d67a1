package org.holdline.profile.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Zero rate of a gyroscope from its rests: true = raw - offset - slope (temperature - at).
 *
 * @param offsetDps at the mean temperature
 * @param slopeDpsPerK when the rests span at least {@link #MIN_SPAN_K}
 * @param noiseDps root mean square about the offset
 */
record GyroFit(
        List<Double> offsetDps,
        Optional<List<Double>> slopeDpsPerK,
        double atCelsius,
        double fromCelsius,
        double toCelsius,
        double noiseDps) {
    static final double MIN_SPAN_K = 10;

    /** Less rest than this in all leaves the offset to chance. */
    private static final double MIN_REST_S = 5;

    /**
     * The fit over all rests.
     *
     * @param fallbackCelsius for a stream without temperature; NaN when nobody said
     * @throws BenchException when they do not determine it
     */
    static GyroFit of(List<Rest> rests, double fallbackCelsius) throws BenchException {
        double seconds = rests.stream().mapToDouble(Rest::seconds).sum();
        if (seconds < MIN_REST_S) {
            throw new BenchException(String.format(
                    Locale.ROOT, "%.1f s of rest, expected at least %.0f s for the gyroscope", seconds, MIN_REST_S));
        }
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        double at = 0;
        double noise = 0;
        double[] offset = new double[3];
        for (Rest rest : rests) {
            double celsius = Double.isNaN(rest.celsius()) ? fallbackCelsius : rest.celsius();
            if (Double.isNaN(celsius)) {
                throw new BenchException("the stream holds no temperature, expected --celsius with that of the room");
            }
            double share = rest.seconds() / seconds;
            from = Math.min(from, celsius);
            to = Math.max(to, celsius);
            at += share * celsius;
            noise += share * rest.gyroNoiseDps() * rest.gyroNoiseDps();
            for (int i = 0; i < 3; i++) {
                offset[i] += share * rest.gyroDps().get(i);
            }
        }
        Optional<List<Double>> slope =
                to - from < MIN_SPAN_K ? Optional.empty() : Optional.of(slope(rests, at, offset));
        return new GyroFit(List.of(offset[0], offset[1], offset[2]), slope, at, from, to, Math.sqrt(noise));
    }

    private static List<Double> slope(List<Rest> rests, double at, double[] offset) {
        double spread = 0;
        double[] together = new double[3];
        for (Rest rest : rests) {
            double off = rest.celsius() - at;
            spread += rest.seconds() * off * off;
            for (int i = 0; i < 3; i++) {
                together[i] += rest.seconds() * off * (rest.gyroDps().get(i) - offset[i]);
            }
        }
        List<Double> slope = new ArrayList<>();
        for (double each : together) {
            slope.add(each / spread);
        }
        return List.copyOf(slope);
    }
}
