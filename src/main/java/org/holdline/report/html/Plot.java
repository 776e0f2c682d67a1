package org.holdline.report.html;

import java.util.List;
import java.util.function.DoubleFunction;

/** One drawing of a chart: a plane with two axes in an SVG, and what is put on it. */
final class Plot {
    private static final double[] STEPS = {0.5, 1, 2, 5, 10, 15, 20, 30, 50, 100, 200, 500};
    private static final int MOST_TICKS = 6;

    private final Html html;
    private final int width;
    private final int height;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;
    private double xLow;
    private double xHigh = 1;
    private double yLow;
    private double yHigh = 1;

    /** The plane lies within these margins, in the units of the drawing. */
    record Margins(double left, double top, double right, double bottom) {}

    /** A place on the plane. */
    record Point(double x, double y) {}

    /** Opens the drawing. */
    Plot(Html html, int width, int height, Margins margins, String label, String kind) {
        this.html = html;
        this.width = width;
        this.height = height;
        left = margins.left();
        right = width - margins.right();
        top = margins.top();
        bottom = height - margins.bottom();
        html.open(
                "svg",
                "viewBox",
                "0 0 " + width + " " + height,
                "class",
                kind,
                "role",
                "img",
                "aria-label",
                label,
                "focusable",
                "false");
    }

    Plot x(double low, double high) {
        xLow = low;
        xHigh = high > low ? high : low + 1;
        return this;
    }

    Plot y(double low, double high) {
        yLow = low;
        yHigh = high > low ? high : low + 1;
        return this;
    }

    double px(double x) {
        return left + (Math.clamp(x, xLow, xHigh) - xLow) / (xHigh - xLow) * (right - left);
    }

    double py(double y) {
        return bottom - (Math.clamp(y, yLow, yHigh) - yLow) / (yHigh - yLow) * (bottom - top);
    }

    double top() {
        return top;
    }

    double bottom() {
        return bottom;
    }

    double left() {
        return left;
    }

    double right() {
        return right;
    }

    double xLow() {
        return xLow;
    }

    double xHigh() {
        return xHigh;
    }

    /** A distance between ticks of which few enough lie in a length. */
    static double step(double length) {
        for (double step : STEPS) {
            if (length / step <= MOST_TICKS) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    /** Lines across at round values, each with its number. */
    void ticksY(DoubleFunction<String> name) {
        double step = step(yHigh - yLow);
        for (double at = Math.ceil(yLow / step) * step; at <= yHigh + 1e-9; at += step) {
            line(left, py(at), right, py(at), "grid");
            label(left - 6, py(at) + 4.5, name.apply(at), "end");
        }
    }

    void ticksX(DoubleFunction<String> name) {
        double step = step(xHigh - xLow);
        for (double at = Math.ceil(xLow / step) * step; at <= xHigh + 1e-9; at += step) {
            line(px(at), bottom, px(at), bottom + 4, "tick");
            label(px(at), bottom + 18, name.apply(at), "middle");
        }
        line(left, bottom, right, bottom, "axis");
    }

    /** What the numbers below the plane are. */
    void nameX(String name) {
        label(right, height - 3.0, name, "end");
    }

    /** What the numbers beside it are, above them. */
    void nameY(String name) {
        label(0, 13, name, "");
    }

    void label(double x, double y, String text, String anchor) {
        html.text("text", text, "x", of(x), "y", of(y), "text-anchor", anchor);
    }

    void line(double x1, double y1, double x2, double y2, String kind) {
        html.leaf("line", "x1", of(x1), "y1", of(y1), "x2", of(x2), "y2", of(y2), "class", kind);
    }

    void rect(double x1, double y1, double x2, double y2, String kind) {
        html.leaf(
                "rect",
                "x",
                of(Math.min(x1, x2)),
                "y",
                of(Math.min(y1, y2)),
                "width",
                of(Math.abs(x2 - x1)),
                "height",
                of(Math.abs(y2 - y1)),
                "class",
                kind);
    }

    void circle(double x, double y, double radius, String kind) {
        html.leaf("circle", "cx", of(x), "cy", of(y), "r", of(radius), "class", kind);
    }

    /** Points of the plane, joined. */
    void path(List<Point> points, String kind) {
        html.leaf("path", "d", joined(points), "class", kind);
    }

    /** What lies between an upper and a lower row of points. */
    void area(List<Point> upper, List<Point> lower, String kind) {
        html.leaf("path", "d", joined(upper) + "L" + joined(lower.reversed()).substring(1) + "Z", "class", kind);
    }

    /** A path as it stands. */
    void shape(String path, String kind) {
        html.leaf("path", "d", path, "class", kind);
    }

    /** A triangle standing on its base, as the page draws a cue. */
    void triangle(double x, double y, String kind) {
        shape("M" + of(x) + " " + of(y - 10) + "l5 10h-10Z", kind);
    }

    private String joined(List<Point> points) {
        StringBuilder path = new StringBuilder("M");
        for (int i = 0; i < points.size(); i++) {
            path.append(i == 0 ? "" : i == 1 ? "L" : " ")
                    .append(of(px(points.get(i).x())))
                    .append(' ')
                    .append(of(py(points.get(i).y())));
        }
        return path.toString();
    }

    void close() {
        html.close("svg");
    }

    /** A coordinate to a tenth: finer than any screen, and short. */
    static String of(double value) {
        long tenths = Math.round(value * 10);
        String text = (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10;
        return tenths % 10 == 0 ? text : text + "." + Math.abs(tenths % 10);
    }

    int width() {
        return width;
    }
}
