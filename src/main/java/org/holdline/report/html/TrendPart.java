package org.holdline.report.html;

import java.util.ArrayList;
import java.util.List;
import org.holdline.report.html.Figure.Table;
import org.holdline.report.html.Plot.Margins;
import org.holdline.report.html.Plot.Point;
import org.holdline.report.reading.PastRun;
import org.holdline.report.reading.Trend;

/** This run among earlier ones: a chart, a table, and what was left out and why. */
final class TrendPart {
    private final Trend trend;
    private final Words words;

    TrendPart(Trend trend, Words words) {
        this.trend = trend;
        this.words = words;
    }

    void write(Html html) {
        html.line().open("section", "id", "trend").text("h2", words.text("report.trend"));
        html.text("p", said());
        html.text("p", words.text("report.trend.rule"), "class", "quiet");
        if (!trend.alike().isEmpty()) {
            if (trend.standing() != Trend.Standing.TOO_FEW) {
                draw(html);
            }
            Figure.write(html, table(), words.text("report.trend"));
            html.text("p", words.text("report.trend.band"), "class", "quiet");
        }
        if (!trend.leftOut().isEmpty()) {
            html.open("details")
                    .text("summary", words.text("report.trend.left"))
                    .open("ul");
            for (Trend.LeftOut left : trend.leftOut()) {
                html.text(
                        "li",
                        day(left.run()) + ": "
                                + words.text("report.trend.why." + left.why().word()));
            }
            html.close("details");
        }
        html.close("section");
    }

    private String said() {
        Trend.Why alone = trend.whyNone();
        if (alone != null) {
            return words.text("report.trend.alone", "why", words.text("report.trend.why." + alone.word()));
        }
        String count = words.whole(trend.alike().size());
        if (trend.alike().isEmpty()) {
            return words.text("report.trend.none");
        }
        return switch (trend.standing()) {
            case TOO_FEW -> words.text("report.trend.too_few", "count", count);
            case BELOW_ALL, AMONG, ABOVE_ALL ->
                words.text(
                        "report.trend." + trend.standing().word(),
                        "now",
                        words.percent(trend.now().overShare()),
                        "count",
                        count,
                        "low",
                        words.percent(trend.lowest()),
                        "high",
                        words.percent(trend.highest()));
        };
    }

    private List<PastRun> all() {
        List<PastRun> all = new ArrayList<>(trend.alike());
        all.add(trend.now());
        return all;
    }

    private void draw(Html html) {
        List<PastRun> all = all();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            points.add(new Point(i, 100 * all.get(i).overShare()));
        }
        double most = points.stream().mapToDouble(Point::y).max().orElse(1);
        Plot plot = new Plot(html, 820, 190, new Margins(36, 24, 20, 30), said(), "chart")
                .x(0, all.size() - 1.0)
                .y(0, Math.max(10, most * 1.15));
        plot.ticksY(at -> words.number(at, 0));
        plot.line(plot.left(), plot.bottom(), plot.right(), plot.bottom(), "axis");
        plot.path(points, "line");
        for (int i = 0; i < all.size(); i++) {
            boolean now = i == all.size() - 1;
            plot.circle(plot.px(i), plot.py(points.get(i).y()), now ? 7 : 5, now ? "dot" : "dot hollow");
        }
        plot.label(plot.left(), plot.bottom() + 18, day(all.getFirst()), "");
        plot.label(plot.right(), plot.bottom() + 18, words.text("report.trend.this"), "end");
        plot.nameY(words.text("report.axis.share") + ", " + words.text("report.key.beyond"));
        plot.close();
    }

    private Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (PastRun run : all()) {
            Double speed = run.speedKmh();
            Double kept = run.keptShare();
            rows.add(List.of(
                    day(run),
                    words.percent(run.overShare()) + " %",
                    "±" + words.number(run.bandDeg(), 1) + "°",
                    speed == null ? words.text("report.notknown") : words.speed(speed),
                    kept == null ? "\u2013" : words.percent(kept) + " %"));
        }
        return new Table(
                List.of(
                        words.text("report.trend.column.date"),
                        words.text("report.column.beyond"),
                        words.text("report.band"),
                        words.text("report.speed"),
                        words.text("report.trend.column.kept")),
                rows);
    }

    private String day(PastRun run) {
        return words.day(run.startedAt(), run.zone());
    }
}
