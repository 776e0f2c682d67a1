package org.holdline.report.html;

import java.util.ArrayList;
import java.util.List;
import org.holdline.report.Summary;
import org.holdline.report.html.Figure.Table;
import org.holdline.report.html.Plot.Margins;
import org.holdline.report.html.Plot.Point;
import org.holdline.report.reading.Reading;
import org.holdline.report.reading.RunSteps;
import org.holdline.report.reading.Series;

/** Charts of the deviation: over the run, by halves, and of every step. */
final class DeviationCharts {
    private static final int WIDE = 820;
    private static final int NARROW = 400;
    private static final int MOST_BINS = 360;
    private static final int TABLE_ROWS = 12;

    /** A chart that reaches further shows the rest at its edge: a body does not. */
    private static final double MOST_DEG = 20;

    private static final double MINUTE_S = 60;

    private final RunSteps steps;
    private final Summary summary;
    private final Words words;

    DeviationCharts(Reading reading, Words words) {
        steps = reading.steps();
        summary = reading.run().summary();
        this.words = words;
    }

    Figure overTime() {
        String title = words.text("report.chart.deviation", "metric", words.text("metric." + summary.metric()));
        if (steps.deviation().isEmpty()) {
            return Figure.empty("deviation", title, words.text("report.chart.empty"), true);
        }
        String said = said();
        List<Figure.Key> keys = new ArrayList<>(List.of(
                new Figure.Key("key-line", words.text("report.key.median")),
                new Figure.Key("key-spread", words.text("report.key.spread")),
                new Figure.Key("key-band", words.text("report.key.band"))));
        if (!steps.cuesS().isEmpty()) {
            keys.add(new Figure.Key("key-cue", words.text("report.key.cue")));
        }
        if (!steps.marksS().isEmpty()) {
            keys.add(new Figure.Key("key-mark", words.text("report.key.mark")));
        }
        if (!summary.probes().isEmpty()) {
            keys.add(new Figure.Key("key-probe", words.text("report.key.probe")));
        }
        return new Figure(
                "deviation",
                title,
                List.of(said),
                html -> {
                    drawOverTime(html, WIDE, "for-wide", said);
                    drawOverTime(html, NARROW, "for-narrow", said);
                },
                keys,
                tableOverTime(),
                true);
    }

    private String said() {
        String said = words.text(
                "report.chart.deviation.text",
                "share",
                words.percent(steps.over().mean()),
                "band",
                words.number(steps.threshold().median(), 1),
                "cues",
                words.whole(steps.cuesS().size()));
        int marks = steps.marksS().size();
        return marks == 0 ? said : said + " " + words.text("report.chart.deviation.marks", "marks", words.whole(marks));
    }

    private void drawOverTime(Html html, int width, String kind, String said) {
        List<Series.Bin> bins = steps.deviation().bins(width == WIDE ? MOST_BINS : MOST_BINS / 2);
        double band = steps.threshold().quantile(1);
        double low = bins.stream().mapToDouble(Series.Bin::low).min().orElse(0);
        double high = bins.stream().mapToDouble(Series.Bin::high).max().orElse(0);
        Plot plot = new Plot(html, width, 270, new Margins(36, 24, 14, 40), said, "chart " + kind)
                .x(steps.deviation().firstS() / MINUTE_S, steps.deviation().lastS() / MINUTE_S)
                .y(Math.max(-MOST_DEG, Math.min(low, -band) - 1), Math.min(MOST_DEG, Math.max(high, band) + 1.5));
        band(plot, bins);
        probes(plot);
        plot.ticksY(at -> words.number(at, 0));
        plot.ticksX(at -> words.number(at, Plot.step(plot.xHigh() - plot.xLow()) < 1 ? 1 : 0));
        plot.line(plot.left(), plot.py(0), plot.right(), plot.py(0), "neutral");
        for (List<Series.Bin> stretch : unbroken(bins)) {
            plot.area(points(stretch, 2), points(stretch, 0), "spread");
            plot.path(points(stretch, 1), "line");
        }
        for (double atS : steps.marksS()) {
            plot.line(plot.px(atS / MINUTE_S), plot.top(), plot.px(atS / MINUTE_S), plot.bottom(), "mark");
        }
        for (double atS : steps.cuesS()) {
            plot.triangle(plot.px(atS / MINUTE_S), plot.top() + 11, "cue");
        }
        plot.nameY(words.text("report.axis.neutral"));
        plot.nameX(words.text("report.axis.time"));
        plot.close();
    }

    /** The band as it was in force: a runner may have widened it. */
    private void band(Plot plot, List<Series.Bin> bins) {
        List<Point> upper = new ArrayList<>();
        List<Point> lower = new ArrayList<>();
        for (Series.Bin bin : bins) {
            double there = steps.threshold().within(bin.fromS(), bin.toS()).median();
            upper.add(new Point(bin.fromS() / MINUTE_S, there));
            upper.add(new Point(bin.toS() / MINUTE_S, there));
            lower.add(new Point(bin.fromS() / MINUTE_S, -there));
            lower.add(new Point(bin.toS() / MINUTE_S, -there));
        }
        List<Point> above = corners(upper);
        List<Point> below = corners(lower);
        plot.area(above, below, "band");
        plot.path(above, "threshold");
        plot.path(below, "edge");
    }

    /** Only where the level changes is a point needed. */
    private static List<Point> corners(List<Point> all) {
        List<Point> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            boolean edge = i == 0 || i == all.size() - 1;
            if (edge
                    || all.get(i - 1).y() != all.get(i).y()
                    || all.get(i + 1).y() != all.get(i).y()) {
                kept.add(all.get(i));
            }
        }
        return kept;
    }

    private void probes(Plot plot) {
        double fromS = Double.NaN;
        Series probe = steps.probe();
        for (int i = 0; i < probe.count(); i++) {
            boolean in = probe.value(i) > 0;
            boolean breaks = i > 0 && probe.timeS(i) - probe.timeS(i - 1) > MINUTE_S;
            if (!Double.isNaN(fromS) && (!in || breaks)) {
                probe(plot, fromS, probe.timeS(i - 1));
                fromS = Double.NaN;
            }
            if (in && Double.isNaN(fromS)) {
                fromS = probe.timeS(i);
            }
        }
        if (!Double.isNaN(fromS)) {
            probe(plot, fromS, probe.lastS());
        }
    }

    private static void probe(Plot plot, double fromS, double toS) {
        plot.rect(plot.px(fromS / MINUTE_S), plot.bottom() - 12, plot.px(toS / MINUTE_S), plot.bottom(), "probe");
    }

    /** A line is not drawn across minutes in which nothing was judged. */
    static List<List<Series.Bin>> unbroken(List<Series.Bin> bins) {
        List<List<Series.Bin>> stretches = new ArrayList<>();
        for (Series.Bin bin : bins) {
            List<Series.Bin> last = stretches.isEmpty() ? List.of() : stretches.getLast();
            if (last.isEmpty() || bin.fromS() - last.getLast().toS() > bin.toS() - bin.fromS()) {
                stretches.add(new ArrayList<>(List.of(bin)));
            } else {
                last.add(bin);
            }
        }
        return stretches;
    }

    /** @param which 0 lower tenth, 1 median, 2 upper tenth */
    static List<Point> points(List<Series.Bin> bins, int which) {
        return bins.stream()
                .map(bin -> new Point(
                        (bin.fromS() + bin.toS()) / 2 / MINUTE_S,
                        switch (which) {
                            case 0 -> bin.low();
                            case 1 -> bin.median();
                            default -> bin.high();
                        }))
                .toList();
    }

    private Table tableOverTime() {
        Series deviation = steps.deviation();
        double lengthS = (deviation.lastS() - deviation.firstS()) / TABLE_ROWS + 1e-6;
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < TABLE_ROWS; i++) {
            double fromS = deviation.firstS() + i * lengthS;
            Series there = deviation.within(fromS, fromS + lengthS);
            if (!there.isEmpty()) {
                rows.add(List.of(
                        Words.clock(fromS),
                        words.whole(there.count()),
                        words.signed(there.quantile(0.1), 1) + "°",
                        words.signed(there.median(), 1) + "°",
                        words.signed(there.quantile(0.9), 1) + "°",
                        words.percent(steps.over()
                                        .within(fromS, fromS + lengthS)
                                        .mean()) + " %"));
            }
        }
        return new Table(
                List.of(
                        words.text("report.column.from"),
                        words.text("report.column.steps"),
                        words.text("report.column.low"),
                        words.text("report.column.median"),
                        words.text("report.column.high"),
                        words.text("report.column.beyond")),
                rows);
    }

    Figure halves() {
        String title = words.text("report.chart.halves");
        Series deviation = steps.deviation();
        Series first = deviation.within(0, steps.halfS());
        Series second = deviation.within(steps.halfS(), Double.POSITIVE_INFINITY);
        if (first.count() < 2 || second.count() < 2) {
            return Figure.empty("halves", title, words.text("report.chart.empty"), false);
        }
        String said = halvesSaid();
        return new Figure(
                "halves",
                title,
                List.of(said),
                html -> drawHalves(html, first, second, said),
                List.of(
                        new Figure.Key("key-half", words.text("report.key.half")),
                        new Figure.Key("key-whisker", words.text("report.key.spread")),
                        new Figure.Key("key-band", words.text("report.key.band"))),
                new Table(
                        List.of(
                                words.text("report.column.part"),
                                words.text("report.column.steps"),
                                words.text("report.column.low"),
                                words.text("report.column.median"),
                                words.text("report.column.high"),
                                words.text("report.column.beyond")),
                        List.of(
                                halfRow("report.row.first", first, 0, steps.halfS()),
                                halfRow("report.row.second", second, steps.halfS(), Double.POSITIVE_INFINITY))),
                false);
    }

    private String halvesSaid() {
        Series.Change change = steps.deviation().change(steps.halfS());
        String before = words.percent(steps.over().within(0, steps.halfS()).mean());
        String after = words.percent(
                steps.over().within(steps.halfS(), Double.POSITIVE_INFINITY).mean());
        String moved = words.signed(change.difference(), 1);
        if (Double.isNaN(change.plusMinus())) {
            return words.text("report.chart.halves.short", "change", moved, "before", before, "after", after);
        }
        return words.text(
                change.isTold() ? "report.chart.halves.told" : "report.chart.halves.untold",
                "change",
                moved,
                "error",
                words.number(change.plusMinus(), 1),
                "before",
                before,
                "after",
                after);
    }

    private List<String> halfRow(String name, Series half, double fromS, double toS) {
        return List.of(
                words.text(name),
                words.whole(half.count()),
                words.signed(half.quantile(0.1), 1) + "°",
                words.signed(half.median(), 1) + "°",
                words.signed(half.quantile(0.9), 1) + "°",
                words.percent(steps.over().within(fromS, toS).mean()) + " %");
    }

    private void drawHalves(Html html, Series first, Series second, String said) {
        double band = steps.threshold().median();
        double low = Math.min(Math.min(first.quantile(0.1), second.quantile(0.1)), -band) - 0.5;
        double high = Math.max(Math.max(first.quantile(0.9), second.quantile(0.9)), band) + 0.5;
        Plot plot = new Plot(html, NARROW, 176, new Margins(6, 8, 12, 40), said, "chart")
                .x(Math.max(-MOST_DEG, low), Math.min(MOST_DEG, high))
                .y(0, 1);
        plot.rect(plot.px(-band), plot.top(), plot.px(band), plot.bottom(), "band");
        plot.line(plot.px(band), plot.top(), plot.px(band), plot.bottom(), "threshold");
        plot.line(plot.px(0), plot.top(), plot.px(0), plot.bottom(), "neutral");
        plot.ticksX(at -> words.number(at, Plot.step(high - low) < 1 ? 1 : 0));
        strip(plot, first, 44, "hollow", words.text("report.row.first"));
        strip(plot, second, 106, "filled", words.text("report.row.second"));
        plot.nameX(words.text("report.axis.neutral"));
        plot.close();
    }

    private static void strip(Plot plot, Series half, double y, String kind, String name) {
        plot.label(plot.left(), y - 18, name, "");
        plot.line(plot.px(half.quantile(0.1)), y, plot.px(half.quantile(0.9)), y, "whisker");
        plot.rect(plot.px(half.quantile(0.25)), y - 11, plot.px(half.quantile(0.75)), y + 11, "box " + kind);
        plot.line(plot.px(half.median()), y - 14, plot.px(half.median()), y + 14, "middle");
    }

    Figure spread() {
        String title = words.text("report.chart.spread");
        Series deviation = steps.deviation();
        if (deviation.count() < 2) {
            return Figure.empty("spread", title, words.text("report.chart.empty"), false);
        }
        String said = words.text(
                "report.chart.spread.text",
                "low",
                words.signed(deviation.quantile(0.25), 1),
                "high",
                words.signed(deviation.quantile(0.75), 1),
                "median",
                words.signed(deviation.median(), 1));
        return new Figure(
                "spread",
                title,
                List.of(said),
                html -> drawSpread(html, said),
                List.of(
                        new Figure.Key("key-beyond", words.text("report.key.beyond")),
                        new Figure.Key("key-band", words.text("report.key.band"))),
                Table.NONE,
                false);
    }

    private void drawSpread(Html html, String said) {
        Series deviation = steps.deviation();
        double band = steps.threshold().median();
        double low = Math.floor(Math.max(-MOST_DEG, Math.min(deviation.quantile(0.002), -band - 0.5)));
        double high = Math.ceil(Math.min(MOST_DEG, Math.max(deviation.quantile(0.998), band + 0.5)));
        double size = high - low > 16 ? 1 : 0.5;
        int[] within = new int[(int) Math.round((high - low) / size)];
        int[] beyond = new int[within.length];
        for (int i = 0; i < deviation.count(); i++) {
            int at = Math.clamp((long) ((deviation.value(i) - low) / size), 0, within.length - 1);
            (steps.over().value(i) > 0 ? beyond : within)[at]++;
        }
        double most = 0;
        for (int i = 0; i < within.length; i++) {
            most = Math.max(most, 100.0 * (within[i] + beyond[i]) / deviation.count());
        }
        Plot plot = new Plot(html, NARROW, 210, new Margins(36, 24, 14, 40), said, "chart")
                .x(low, high)
                .y(0, most * 1.08);
        plot.rect(plot.px(-band), plot.top(), plot.px(band), plot.bottom(), "band");
        plot.ticksY(at -> words.number(at, 0));
        for (int i = 0; i < within.length; i++) {
            double x1 = plot.px(low + i * size) + 0.6;
            double x2 = plot.px(low + (i + 1) * size) - 0.6;
            double middle = 100.0 * within[i] / deviation.count();
            double top = 100.0 * (within[i] + beyond[i]) / deviation.count();
            bar(plot, x1, x2, 0, middle, "bar");
            bar(plot, x1, x2, middle, top, "bar beyond");
        }
        plot.line(plot.px(band), plot.top(), plot.px(band), plot.bottom(), "threshold");
        plot.line(plot.px(0), plot.top(), plot.px(0), plot.bottom(), "neutral");
        plot.ticksX(at -> words.number(at, 0));
        plot.nameY(words.text("report.axis.share"));
        plot.nameX(words.text("report.axis.neutral"));
        plot.close();
    }

    private static void bar(Plot plot, double x1, double x2, double from, double to, String kind) {
        if (to > from) {
            plot.rect(x1, plot.py(to), x2, plot.py(from), kind);
        }
    }
}
