package org.holdline.report.html;

import java.util.ArrayList;
import java.util.List;
import org.holdline.report.Summary;
import org.holdline.report.html.Figure.Table;
import org.holdline.report.html.Plot.Margins;
import org.holdline.report.reading.RunSteps;
import org.holdline.report.reading.Series;
import org.holdline.sample.Placement;
import org.jspecify.annotations.Nullable;

/** Charts of the gait: cadence, contact and its change, and how far the back swings. None of it cues. */
final class GaitCharts {
    private static final int WIDTH = 400;
    private static final int MOST_BINS = 180;

    /** Sides nearer than this are not told apart (Patoz 2022). */
    static final double SIDES_MS = 32;

    private static final double MINUTE_S = 60;

    /** Means of groups, pelvis: tilt, drop, turn, degrees (Perpiñá-Martínez 2023). */
    private static final List<List<Double>> PUBLISHED =
            List.of(List.of(6.0, 7.4), List.of(7.8, 9.6), List.of(9.7, 16.1));

    private final RunSteps steps;
    private final Summary summary;
    private final Words words;

    GaitCharts(RunSteps steps, Summary summary, Words words) {
        this.steps = steps;
        this.summary = summary;
        this.words = words;
    }

    Figure cadence() {
        String title = words.text("report.chart.cadence");
        Series cadence = steps.cadence();
        if (cadence.count() < 20) {
            return Figure.empty("cadence", title, words.text("report.chart.empty"), false);
        }
        String said = words.text(
                "report.chart.cadence.text",
                "median",
                words.number(cadence.median(), 0),
                "low",
                words.number(cadence.quantile(0.1), 0),
                "high",
                words.number(cadence.quantile(0.9), 0));
        return new Figure(
                "cadence",
                title,
                List.of(said),
                html -> drawCadence(html, said),
                List.of(
                        new Figure.Key("key-line", words.text("report.key.median")),
                        new Figure.Key("key-spread", words.text("report.key.spread"))),
                Table.NONE,
                false);
    }

    private void drawCadence(Html html, String said) {
        Series cadence = steps.cadence();
        List<Series.Bin> bins = cadence.bins(MOST_BINS);
        double middle = cadence.median();
        // Never so fine that a single step a minute looks like much.
        double reach = Math.max(8, Math.max(middle - cadence.quantile(0.02), cadence.quantile(0.98) - middle) + 2);
        Plot plot = new Plot(html, WIDTH, 210, new Margins(36, 24, 14, 40), said, "chart")
                .x(cadence.firstS() / MINUTE_S, cadence.lastS() / MINUTE_S)
                .y(middle - reach, middle + reach);
        plot.ticksY(at -> words.number(at, 0));
        plot.ticksX(at -> words.number(at, Plot.step(plot.xHigh() - plot.xLow()) < 1 ? 1 : 0));
        for (List<Series.Bin> stretch : DeviationCharts.unbroken(bins)) {
            plot.area(DeviationCharts.points(stretch, 2), DeviationCharts.points(stretch, 0), "spread");
            plot.path(DeviationCharts.points(stretch, 1), "line");
        }
        plot.nameY(words.text("report.axis.spm"));
        plot.nameX(words.text("report.axis.time"));
        plot.close();
    }

    Figure contact() {
        String title = words.text("report.chart.contact");
        Double errorMs = summary.gait().contactErrorMs();
        if (steps.contactMs().count() < 20 || errorMs == null) {
            return Figure.empty("contact", title, words.text("report.chart.empty"), false);
        }
        Series.Change change = steps.contactMs().change(steps.runningHalfS());
        List<String> said = new ArrayList<>();
        said.add(words.text(
                        "report.chart.contact.mean",
                        "median",
                        words.number(steps.contactMs().median(), 0))
                + " " + contactSaid(change, errorMs));
        boolean sided = isSided();
        if (sided) {
            said.add(words.text("report.chart.contact.sides", "sides", words.signed(sidesMs(), 0)));
        }
        return new Figure(
                "contact",
                title,
                said,
                html -> drawContact(html, change, errorMs, said.getFirst()),
                List.of(
                        new Figure.Key("key-dot", words.text("report.column.change")),
                        new Figure.Key("key-whisker", words.text("report.key.interval")),
                        new Figure.Key("key-zone", words.text("report.key.error"))),
                Table.NONE,
                false);
    }

    boolean isSided() {
        return steps.leftMs().count() >= 20 && steps.rightMs().count() >= 20;
    }

    double sidesMs() {
        return steps.leftMs().median() - steps.rightMs().median();
    }

    /** Larger than the minutes' own spread, and than what one contact may be off. */
    static boolean isContactTold(Series.Change change, double errorMs) {
        return change.isTold() && Math.abs(change.difference()) > errorMs;
    }

    private String contactSaid(Series.Change change, double errorMs) {
        String moved = words.signed(change.difference(), 0);
        if (Double.isNaN(change.plusMinus())) {
            return words.text("report.chart.contact.short", "change", moved);
        }
        return words.text(
                isContactTold(change, errorMs) ? "report.chart.contact.told" : "report.chart.contact.untold",
                "change",
                moved,
                "spread",
                words.number(change.plusMinus(), 0),
                "error",
                words.number(errorMs, 0));
    }

    private void drawContact(Html html, Series.Change change, double errorMs, String said) {
        double spread = Double.isNaN(change.plusMinus()) ? 0 : change.plusMinus();
        double reach =
                Math.max(errorMs + 10, Math.max(Math.abs(change.difference()) + spread, Math.abs(sidesOrNone())) + 5);
        Plot plot = new Plot(html, WIDTH, isSided() ? 176 : 120, new Margins(6, 8, 12, 40), said, "chart")
                .x(-reach, reach)
                .y(0, 1);
        plot.ticksX(at -> words.signed(at, 0));
        interval(plot, 44, errorMs, change.difference(), spread, words.text("report.row.change"));
        if (isSided()) {
            Series.Change sides = steps.rightMs().against(steps.leftMs());
            double sideSpread = Double.isNaN(sides.plusMinus()) ? 0 : sides.plusMinus();
            interval(plot, 106, SIDES_MS, sidesMs(), sideSpread, words.text("report.row.sides"));
        }
        plot.line(plot.px(0), plot.top(), plot.px(0), plot.bottom(), "neutral");
        plot.nameX(words.text("report.axis.ms"));
        plot.close();
    }

    private double sidesOrNone() {
        return isSided() ? sidesMs() : 0;
    }

    private static void interval(Plot plot, double y, double zone, double value, double spread, String name) {
        plot.rect(plot.px(-zone), y - 13, plot.px(zone), y + 13, "zone");
        plot.label(plot.left(), y - 19, name, "");
        plot.line(plot.px(value - spread), y, plot.px(value + spread), y, "whisker");
        plot.circle(plot.px(value), y, 5.5, "dot");
    }

    /** One range of the back: its name, its steps, and where groups lie, if anybody said. */
    private record Range(
            String name, Series series, @Nullable List<Double> published) {}

    private List<Range> all() {
        boolean pelvis = summary.placement() != Placement.THORACOLUMBAR;
        List<Series> lower = List.of(steps.tilt(), steps.obliquity(), steps.rotation());
        List<Series> trunk = List.of(steps.trunkTilt(), steps.trunkObliquity(), steps.trunkRotation());
        List<String> names = List.of("report.row.tilt", "report.row.drop", "report.row.turn");
        List<Range> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = words.text(names.get(i));
            all.add(new Range(
                    pelvis ? name : words.text("report.row.trunk", "name", name),
                    lower.get(i),
                    pelvis ? PUBLISHED.get(i) : null));
        }
        for (int i = 0; i < names.size(); i++) {
            String name = words.text("report.row.trunk", "name", words.text(names.get(i)));
            all.add(new Range(name, trunk.get(i), null));
        }
        all.removeIf(range -> range.series().count() < 20);
        return all;
    }

    Figure ranges() {
        String title = words.text("report.chart.ranges");
        List<Range> all = all();
        if (all.isEmpty()) {
            return Figure.empty("ranges", title, words.text("report.chart.empty"), false);
        }
        boolean pelvis = summary.placement() != Placement.THORACOLUMBAR;
        List<String> said = new ArrayList<>();
        swing(
                pelvis ? "report.chart.ranges.pelvis" : "report.chart.ranges.trunk",
                summary.gait().lower(),
                said);
        swing("report.chart.ranges.trunk", summary.gait().trunk(), said);
        Double phaseDeg = summary.gait().phaseDeg();
        if (phaseDeg != null) {
            said.add(words.text("report.chart.ranges.phase", "phase", words.number(Math.abs(phaseDeg), 0)));
        }
        List<Figure.Key> keys = new ArrayList<>(List.of(
                new Figure.Key("key-hollow", words.text("report.key.first")),
                new Figure.Key("key-dot", words.text("report.key.second")),
                new Figure.Key("key-whisker", words.text("report.key.spread"))));
        if (pelvis) {
            said.add(words.text("report.chart.ranges.source"));
            keys.add(new Figure.Key("key-bracket", words.text("report.key.published")));
        }
        return new Figure(
                "ranges", title, said, html -> drawRanges(html, all, said.getFirst()), keys, rangeTable(all), false);
    }

    private void swing(String key, Summary.Sway sway, List<String> said) {
        if (sway.tiltDeg() != null && sway.obliquityDeg() != null && sway.rotationDeg() != null) {
            said.add(words.text(
                    key,
                    "tilt",
                    words.known(sway.tiltDeg(), 1),
                    "drop",
                    words.known(sway.obliquityDeg(), 1),
                    "turn",
                    words.known(sway.rotationDeg(), 1)));
        }
    }

    private Table rangeTable(List<Range> all) {
        double halfS = steps.runningHalfS();
        return new Table(
                List.of(
                        words.text("report.column.part"),
                        words.text("report.row.first"),
                        words.text("report.row.second"),
                        words.text("report.column.low"),
                        words.text("report.column.high")),
                all.stream()
                        .map(range -> List.of(
                                range.name(),
                                words.number(range.series().within(0, halfS).median(), 1) + "°",
                                words.number(
                                                range.series()
                                                        .within(halfS, Double.POSITIVE_INFINITY)
                                                        .median(),
                                                1)
                                        + "°",
                                words.number(range.series().quantile(0.1), 1) + "°",
                                words.number(range.series().quantile(0.9), 1) + "°"))
                        .toList());
    }

    private void drawRanges(Html html, List<Range> all, String said) {
        double most = all.stream()
                .mapToDouble(range -> range.series().quantile(0.9))
                .max()
                .orElse(1);
        Plot plot = new Plot(html, WIDTH, 46 + 32 * all.size(), new Margins(128, 6, 14, 40), said, "chart")
                .x(0, Math.max(18, most + 1))
                .y(0, 1);
        plot.ticksX(at -> words.number(at, 0));
        double halfS = steps.runningHalfS();
        for (int i = 0; i < all.size(); i++) {
            Range range = all.get(i);
            double y = 22 + 32.0 * i;
            plot.label(0, y + 5, range.name(), "");
            plot.line(plot.left(), y, plot.right(), y, "grid");
            if (range.published() != null) {
                plot.shape(
                        "M" + Plot.of(plot.px(range.published().get(0))) + " " + Plot.of(y - 10) + "v-4H"
                                + Plot.of(plot.px(range.published().get(1))) + "v4",
                        "bracket");
            }
            plot.line(
                    plot.px(range.series().quantile(0.1)),
                    y,
                    plot.px(range.series().quantile(0.9)),
                    y,
                    "whisker");
            plot.circle(
                    plot.px(range.series()
                            .within(halfS, Double.POSITIVE_INFINITY)
                            .median()),
                    y + 5,
                    4,
                    "dot");
            plot.circle(plot.px(range.series().within(0, halfS).median()), y - 5, 4, "dot hollow");
        }
        plot.nameX(words.text("report.axis.swing"));
        plot.close();
    }
}
