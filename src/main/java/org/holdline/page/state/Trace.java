package org.holdline.page.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last ten minutes for the chart: one point a second where steps were judged, and when cues and marks fell. */
final class Trace {
    /** Older points go. */
    static final long SPAN_US = 600_000_000;

    /** More marks than this in ten minutes tell no more on a chart. */
    static final int MAX_MARKS = 100;

    /** One second of judged steps, relative to the run's first sample. */
    record Point(long n, long timeUs, int deviationMdeg, int thresholdMdeg) {
        List<Double> values() {
            return List.of(timeUs / 1e6, deviationMdeg / 1e3, thresholdMdeg / 1e3);
        }
    }

    private final Deque<Point> points = new ArrayDeque<>();
    private final Deque<Long> cuesUs = new ArrayDeque<>();
    private final Deque<Long> marksUs = new ArrayDeque<>();
    private long count;
    private long sumMdeg;
    private int judged;
    private int thresholdMdeg;

    /** A judged step. */
    void step(int deviationMdeg, int thresholdMdeg) {
        sumMdeg += deviationMdeg;
        judged++;
        this.thresholdMdeg = thresholdMdeg;
    }

    /** A second is over: its steps become a point, and what is older than ten minutes goes. */
    void second(long timeUs) {
        if (judged > 0) {
            points.add(new Point(++count, timeUs, (int) (sumMdeg / judged), thresholdMdeg));
            judged = 0;
            sumMdeg = 0;
        }
        long oldestUs = timeUs - SPAN_US;
        while (!points.isEmpty() && points.getFirst().timeUs < oldestUs) {
            points.removeFirst();
        }
        forget(cuesUs, oldestUs);
        forget(marksUs, oldestUs);
    }

    private static void forget(Deque<Long> instants, long oldestUs) {
        while (!instants.isEmpty() && instants.getFirst() < oldestUs) {
            instants.removeFirst();
        }
    }

    void cue(long timeUs) {
        cuesUs.add(timeUs);
    }

    void mark(long timeUs) {
        if (marksUs.size() == MAX_MARKS) {
            marksUs.removeFirst();
        }
        marksUs.add(timeUs);
    }

    /** Points there have been since the run began; 0 before the first. */
    long count() {
        return count;
    }

    /** The newest point, or none. */
    List<Double> newest() {
        return points.isEmpty() ? List.of() : points.getLast().values();
    }

    /** All of it, as the page reads it. */
    Map<String, Object> snapshot() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("points_total", count);
        values.put("points", points.stream().map(Point::values).toList());
        values.put("cues_s", seconds(cuesUs));
        values.put("marks_s", seconds(marksUs));
        return values;
    }

    private static List<Double> seconds(Deque<Long> instantsUs) {
        List<Double> seconds = new ArrayList<>();
        instantsUs.forEach(us -> seconds.add(us / 1e6));
        return seconds;
    }
}
