package org.holdline.evaluate.score;

import java.util.Arrays;

/**
 * An interval that holds the true figure with 95 % confidence, if the counts are of independent events.
 *
 * @param low lower end
 * @param high upper end
 */
record Bounds(double low, double high) {
    private static final double Z = 1.959964;
    private static final double TAIL = 0.025;

    /** Share of hits (Wilson 1927). */
    static Bounds ofShare(double hits, double total) {
        double share = hits / total;
        double square = Z * Z / total;
        double middle = (share + square / 2) / (1 + square);
        double half = Z / (1 + square) * Math.sqrt(share * (1 - share) / total + square / (4 * total));
        return new Bounds(hits == 0 ? 0 : middle - half, hits == total ? 1 : middle + half);
    }

    /** Expected number behind a count (Garwood 1936): exact for Poisson events. */
    static Bounds ofCount(long count) {
        double low = count == 0 ? 0 : solve(count - 1, 1 - TAIL);
        return new Bounds(low, solve(count, TAIL));
    }

    /** The mean at which at most {@code count} events come with a given probability. */
    private static double solve(long count, double probability) {
        double low = 0;
        double high = count + 10 * Math.sqrt(count + 1.0) + 10;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (atMost(count, middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double atMost(long count, double mean) {
        double sum = 0;
        double logTerm = -mean;
        for (long k = 0; k <= count; k++) {
            sum += StrictMath.exp(logTerm);
            logTerm += StrictMath.log(mean) - StrictMath.log(k + 1.0);
        }
        return sum;
    }

    /** Mean of figures, one a runner. */
    static Bounds ofMean(double[] figures) {
        double sum = 0;
        double squares = 0;
        for (double figure : figures) {
            sum += figure;
            squares += figure * figure;
        }
        int n = figures.length;
        double mean = sum / n;
        double variance = n < 2 ? Double.NaN : Math.max(0, squares - n * mean * mean) / (n - 1);
        double half = Z * Math.sqrt(variance / n);
        boolean neverNegative = Arrays.stream(figures).allMatch(figure -> figure >= 0);
        return new Bounds(neverNegative ? Math.max(0, mean - half) : mean - half, mean + half);
    }
}
