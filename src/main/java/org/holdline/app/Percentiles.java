package org.holdline.app;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** The few figures of a histogram of nanoseconds that are shown. */
final class Percentiles {
    private Percentiles() {}

    /** What stands above {@link #row}. */
    static final String HEAD = String.format(
            Locale.ROOT, "%-40s %9s %9s %9s %9s %9s %9s", "us", "p50", "p90", "p99", "p99.9", "max", "count");

    /** Count, p50, p90, p99, p99.9 and maximum; ns. */
    static Map<String, Long> of(Histogram histogram) {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("count", histogram.getTotalCount());
        figures.put("p50", histogram.getValueAtPercentile(50));
        figures.put("p90", histogram.getValueAtPercentile(90));
        figures.put("p99", histogram.getValueAtPercentile(99));
        figures.put("p999", histogram.getValueAtPercentile(99.9));
        figures.put("max", histogram.getMaxValue());
        return figures;
    }

    /** The same in microseconds, on a line. */
    static String line(Histogram histogram) {
        return String.format(
                Locale.ROOT,
                "p50 %.1f  p99 %.1f  p99.9 %.1f  max %.1f us  (%d)",
                histogram.getValueAtPercentile(50) / 1e3,
                histogram.getValueAtPercentile(99) / 1e3,
                histogram.getValueAtPercentile(99.9) / 1e3,
                histogram.getMaxValue() / 1e3,
                histogram.getTotalCount());
    }

    /** A row of a table below {@link #HEAD}. */
    static String row(String name, Histogram histogram) {
        return String.format(
                Locale.ROOT,
                "%-40s %9.1f %9.1f %9.1f %9.1f %9.1f %9d",
                name,
                histogram.getValueAtPercentile(50) / 1e3,
                histogram.getValueAtPercentile(90) / 1e3,
                histogram.getValueAtPercentile(99) / 1e3,
                histogram.getValueAtPercentile(99.9) / 1e3,
                histogram.getMaxValue() / 1e3,
                histogram.getTotalCount());
    }
}
