package org.holdline.report.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One figure of many steps, in time. */
public final class Series {
    private static final double MINUTE_S = 60;

    /** A minute with fewer steps than this has no median worth comparing. */
    private static final int MIN_STEPS = 20;

    private static final int MIN_MINUTES = 3;

    /** Student's t, 97.5 %, by degrees of freedom from 1 on; the last stands for all further ones. */
    private static final double[] T = {
        12.71, 4.30, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.20, 2.18, 2.16, 2.14, 2.13, 2.12, 2.11, 2.10
    };

    private final double[] timeS;
    private final double[] value;

    private Series(double[] timeS, double[] value) {
        this.timeS = timeS;
        this.value = value;
    }

    /** A stretch of the series: where it lies, and how its values spread. */
    public record Bin(double fromS, double toS, int count, double low, double median, double high) {}

    /**
     * What came later against what came before.
     *
     * @param before the first part: mean of the medians of its minutes, or its median
     * @param after the second part, in the same way
     * @param plusMinus half-width of the 95 % interval of the difference, from the medians of whole minutes; NaN where there are
     *     too few of them
     */
    public record Change(double before, double after, double plusMinus) {
        public double difference() {
            return after - before;
        }

        /** The difference is larger than minutes differ among themselves. */
        public boolean isTold() {
            return Math.abs(difference()) > plusMinus;
        }
    }

    /** Collects steps in the order of time. */
    static final class Builder {
        private double[] timeS = new double[1024];
        private double[] value = new double[1024];
        private int count;

        void add(double atS, double figure) {
            if (count == timeS.length) {
                timeS = Arrays.copyOf(timeS, count * 2);
                value = Arrays.copyOf(value, count * 2);
            }
            timeS[count] = atS;
            value[count++] = figure;
        }

        Series closed() {
            return new Series(Arrays.copyOf(timeS, count), Arrays.copyOf(value, count));
        }
    }

    public int count() {
        return timeS.length;
    }

    public boolean isEmpty() {
        return timeS.length == 0;
    }

    public double timeS(int i) {
        return timeS[i];
    }

    public double value(int i) {
        return value[i];
    }

    public double firstS() {
        return timeS[0];
    }

    public double lastS() {
        return timeS[timeS.length - 1];
    }

    /** Steps at or after {@code fromS} and before {@code toS}. */
    public Series within(double fromS, double toS) {
        int from = firstAt(fromS);
        int to = firstAt(toS);
        return new Series(Arrays.copyOfRange(timeS, from, to), Arrays.copyOfRange(value, from, to));
    }

    /** Number of steps before an instant. */
    int firstAt(double atS) {
        int found = Arrays.binarySearch(timeS, atS);
        int at = found >= 0 ? found : -found - 1;
        while (at > 0 && timeS[at - 1] >= atS) {
            at--;
        }
        return at;
    }

    public double mean() {
        return mean(value);
    }

    public double median() {
        return quantile(0.5);
    }

    /** Value below which a share of the steps lies, interpolated; NaN when there are none. */
    public double quantile(double share) {
        return quantile(value.clone(), share);
    }

    static double quantile(double[] values, double share) {
        if (values.length == 0) {
            return Double.NaN;
        }
        Arrays.sort(values);
        double at = share * (values.length - 1);
        int low = (int) at;
        int high = Math.min(low + 1, values.length - 1);
        return values[low] + (at - low) * (values[high] - values[low]);
    }

    /** As few stretches of whole seconds as hold no more than {@code most}, those without steps left out. */
    public List<Bin> bins(int most) {
        List<Bin> bins = new ArrayList<>();
        if (isEmpty()) {
            return bins;
        }
        double lengthS = Math.max(5, Math.ceil((lastS() - firstS() + 1) / most));
        for (double fromS = firstS(); fromS <= lastS(); fromS += lengthS) {
            Series there = within(fromS, fromS + lengthS);
            if (there.count() > 1) {
                bins.add(new Bin(
                        fromS,
                        fromS + lengthS,
                        there.count(),
                        there.quantile(0.1),
                        there.median(),
                        there.quantile(0.9)));
            }
        }
        return bins;
    }

    /** What follows an instant against what lies before it. */
    public Change change(double splitS) {
        return within(Double.NEGATIVE_INFINITY, splitS).against(within(splitS, Double.POSITIVE_INFINITY));
    }

    /**
     * This against another one of the same run, as if the other came later: means of the medians of whole minutes, which is what
     * the interval is of; medians of all steps where there are too few minutes.
     */
    public Change against(Series other) {
        double[] before = minutes();
        double[] after = other.minutes();
        double plusMinus = interval(before, after);
        return Double.isNaN(plusMinus)
                ? new Change(median(), other.median(), plusMinus)
                : new Change(mean(before), mean(after), plusMinus);
    }

    /** Welch's interval with the smaller number of minutes: neighbouring steps are alike, minutes less so. */
    private static double interval(double[] before, double[] after) {
        int least = Math.min(before.length, after.length);
        if (least < MIN_MINUTES) {
            return Double.NaN;
        }
        double t = T[Math.min(least - 1, T.length) - 1];
        return t * Math.sqrt(variance(before) / before.length + variance(after) / after.length);
    }

    private double[] minutes() {
        if (isEmpty()) {
            return new double[0];
        }
        List<Double> medians = new ArrayList<>();
        for (double atS = firstS(); atS <= lastS(); atS += MINUTE_S) {
            Series minute = within(atS, atS + MINUTE_S);
            if (minute.count() >= MIN_STEPS) {
                medians.add(minute.median());
            }
        }
        return medians.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / Math.max(1, values.length - 1);
    }
}
