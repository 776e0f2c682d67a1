package org.holdline.report.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * What the steps did around a set of instants, each step's deviation taken against the median of the ten before.
 *
 * @param asked instants there were
 * @param known of those, with ten judged steps before and twenty after, none of them in a pause
 * @param answered of those, a degree less in one of the two rows of ten steps that follow, as the cues' own rest counts it
 * @param low by step, a quarter of the changes lies below; ten steps before, then twenty after
 * @param median by step
 * @param high by step, three quarters lie below
 */
public record Responses(int asked, int known, int answered, List<Double> low, List<Double> median, List<Double> high) {
    public static final int BEFORE = 10;
    public static final int AFTER = 20;

    private static final int ROW = 10;
    private static final double MIN_GAIN_DEG = 1;

    /** Fewer are no evidence of anything. */
    private static final int MIN_KNOWN = 3;

    /** Thirty steps take some 11 s; whoever walked in between takes longer. */
    private static final double LONGEST_S = 25;

    public Responses {
        low = List.copyOf(low);
        median = List.copyOf(median);
        high = List.copyOf(high);
    }

    static Responses of(Series deviation, List<Double> instantsS) {
        List<double[]> changes = new ArrayList<>();
        int answered = 0;
        for (double atS : instantsS) {
            int first = deviation.firstAt(atS + 1e-9);
            if (first >= BEFORE
                    && first + AFTER <= deviation.count()
                    && deviation.timeS(first + AFTER - 1) - deviation.timeS(first - BEFORE) <= LONGEST_S) {
                changes.add(around(deviation, first));
                answered += isAnswered(deviation, first) ? 1 : 0;
            }
        }
        List<Double> low = new ArrayList<>();
        List<Double> median = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        for (int step = 0; step < BEFORE + AFTER && !changes.isEmpty(); step++) {
            int at = step;
            double[] there = changes.stream().mapToDouble(change -> change[at]).toArray();
            low.add(Series.quantile(there, 0.25));
            median.add(Series.quantile(there, 0.5));
            high.add(Series.quantile(there, 0.75));
        }
        return new Responses(instantsS.size(), changes.size(), answered, low, median, high);
    }

    /** Enough instants to say how the steps went. */
    public boolean isEnough() {
        return known >= MIN_KNOWN;
    }

    /** Median change of the steps 11 to 20 after, degrees; NaN when nothing is known: an answer takes its seconds. */
    public double changeDeg() {
        return known == 0
                ? Double.NaN
                : Series.quantile(
                        median.subList(BEFORE + ROW, BEFORE + AFTER).stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray(),
                        0.5);
    }

    private static double[] around(Series deviation, int first) {
        double before = row(deviation, first - BEFORE);
        double[] change = new double[BEFORE + AFTER];
        for (int i = 0; i < change.length; i++) {
            change[i] = deviation.value(first - BEFORE + i) - before;
        }
        return change;
    }

    private static boolean isAnswered(Series deviation, int first) {
        double before = row(deviation, first - ROW);
        double next = row(deviation, first);
        double last = row(deviation, first + ROW);
        return before - next >= MIN_GAIN_DEG || Math.max(before, next) - last >= MIN_GAIN_DEG;
    }

    private static double row(Series deviation, int from) {
        double[] values = new double[ROW];
        for (int i = 0; i < ROW; i++) {
            values[i] = deviation.value(from + i);
        }
        return Series.quantile(values, 0.5);
    }
}
