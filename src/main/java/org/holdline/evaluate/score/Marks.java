package org.holdline.evaluate.score;

import java.util.Arrays;

/** Hits and totals of every measure, of one session or of many. */
final class Marks {
    private final double[] hits = new double[Measure.values().length];
    private final double[] totals = new double[Measure.values().length];

    void count(Measure measure, boolean hit) {
        add(measure, hit ? 1 : 0, 1);
    }

    void add(Measure measure, double hit, double total) {
        hits[measure.ordinal()] += hit;
        totals[measure.ordinal()] += total;
    }

    void add(Marks other) {
        Arrays.setAll(hits, i -> hits[i] + other.hits[i]);
        Arrays.setAll(totals, i -> totals[i] + other.totals[i]);
    }

    double hits(Measure measure) {
        return hits[measure.ordinal()];
    }

    double total(Measure measure) {
        return totals[measure.ordinal()];
    }

    /** NaN when there was nothing to measure. */
    double value(Measure measure) {
        double ratio = hits(measure) / total(measure);
        return switch (measure.kind()) {
            case SHARE, MEAN, PER_HOUR -> ratio;
            case PER_TWO_HOURS -> 2 * ratio;
            case F1 -> f1(ratio);
        };
    }

    /** From hits of hits, misses and extras together. */
    static double f1(double ratio) {
        return 2 * ratio / (1 + ratio);
    }

    Bounds bounds(Measure measure, double[] perSession) {
        double total = total(measure);
        return switch (measure.kind()) {
            case SHARE -> Bounds.ofShare(hits(measure), total);
            case F1 -> {
                Bounds ratio = Bounds.ofShare(hits(measure), total);
                yield new Bounds(f1(ratio.low()), f1(ratio.high()));
            }
            case PER_HOUR -> scaled(Bounds.ofCount(Math.round(hits(measure))), 1 / total);
            case PER_TWO_HOURS -> scaled(Bounds.ofCount(Math.round(hits(measure))), 2 / total);
            case MEAN -> Bounds.ofMean(perSession);
        };
    }

    private static Bounds scaled(Bounds bounds, double factor) {
        return new Bounds(bounds.low() * factor, bounds.high() * factor);
    }
}
