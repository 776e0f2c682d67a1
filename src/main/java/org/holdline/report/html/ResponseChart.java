package org.holdline.report.html;

import java.util.ArrayList;
import java.util.List;
import org.holdline.report.html.Figure.Table;
import org.holdline.report.html.Plot.Margins;
import org.holdline.report.html.Plot.Point;
import org.holdline.report.reading.Responses;

/** What the steps did around cues, and around those that were held back. */
final class ResponseChart {
    private final Responses given;
    private final Responses held;
    private final Words words;

    ResponseChart(Responses given, Responses held, Words words) {
        this.given = given;
        this.held = held;
        this.words = words;
    }

    Figure figure() {
        String title = words.text("report.chart.response");
        if (given.asked() == 0) {
            return Figure.empty("response", title, words.text("report.chart.response.none"), false);
        }
        if (!given.isEnough()) {
            String few = words.text(
                    "report.chart.response.few",
                    "known",
                    words.whole(given.known()),
                    "asked",
                    words.whole(given.asked()));
            return Figure.empty("response", title, few, false);
        }
        List<String> said = new ArrayList<>();
        said.add(words.text(
                "report.chart.response.text",
                "answered",
                words.whole(given.answered()),
                "known",
                words.whole(given.known()),
                "change",
                words.signed(given.changeDeg(), 1)));
        List<Figure.Key> keys = new ArrayList<>(List.of(
                new Figure.Key("key-line", words.text("report.key.cue")),
                new Figure.Key("key-spread", words.text("report.key.quarters"))));
        if (held.isEnough()) {
            said.add(words.text(
                    "report.chart.response.control",
                    "count",
                    words.whole(held.known()),
                    "change",
                    words.signed(held.changeDeg(), 1)));
            keys.add(new Figure.Key("key-dashed", words.text("report.key.control")));
        }
        return new Figure("response", title, said, html -> draw(html, said.getFirst()), keys, Table.NONE, false);
    }

    private void draw(Html html, String said) {
        double low = Math.min(-2, given.low().stream().min(Double::compare).orElse(0.0));
        double high = Math.max(1.5, given.high().stream().max(Double::compare).orElse(0.0));
        Plot plot = new Plot(html, 400, 210, new Margins(36, 24, 14, 40), said, "chart")
                .x(-Responses.BEFORE, Responses.AFTER)
                .y(low - 0.3, high + 0.3);
        plot.ticksY(at -> words.number(at, high - low > 3 ? 0 : 1));
        plot.ticksX(at -> words.number(at, 0));
        plot.line(plot.left(), plot.py(0), plot.right(), plot.py(0), "neutral");
        plot.area(points(given.high()), points(given.low()), "spread");
        plot.path(points(given.median()), "line");
        if (held.isEnough()) {
            plot.path(points(held.median()), "control");
        }
        plot.line(plot.px(0), plot.top(), plot.px(0), plot.bottom(), "threshold");
        plot.triangle(plot.px(0), plot.top() + 11, "cue");
        plot.nameY(words.text("report.axis.change"));
        plot.nameX(words.text("report.axis.steps"));
        plot.close();
    }

    /** The steps before a cue are numbered -10 to -1, those after it 1 to 20. */
    private static List<Point> points(List<Double> values) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            int step = i - Responses.BEFORE;
            points.add(new Point(step < 0 ? step : step + 1, values.get(i)));
        }
        return points;
    }
}
