package org.holdline.evaluate.score;

import java.util.ArrayList;
import java.util.List;
import org.holdline.evaluate.runner.TrueStep;

/** When cues had to rest, by what the runner meant: no look at what the detector believed. */
final class Rests {
    private static final int STEPS = 10;
    private static final long HALF_HOUR_US = 1_800_000_000;

    private record Span(long fromUs, long toUs) {}

    private final List<TrueStep> steps;
    private final List<Span> spans = new ArrayList<>();

    Rests(List<TrueStep> steps, List<Long> cuesUs, Silences.Rest rest) {
        this.steps = steps;
        int unanswered = 0;
        for (int c = 0; c < cuesUs.size(); c++) {
            long cueUs = cuesUs.get(c);
            int first = firstAfter(cueUs);
            if (first >= STEPS && first + 2 * STEPS <= steps.size()) {
                unanswered = isAnswered(first, rest.gainDeg()) ? 0 : unanswered + 1;
                if (unanswered == rest.unanswered()) {
                    unanswered = 0;
                    long fromUs = steps.get(first + 2 * STEPS - 1).contactUs();
                    spans.add(new Span(cueUs, fromUs + rest.restUs()));
                }
            }
            if (c + 1 >= rest.perHalfHour()) {
                spans.add(new Span(cueUs, cuesUs.get(c + 1 - rest.perHalfHour()) + HALF_HOUR_US));
            }
        }
    }

    /** The later of an instant and the end of every rest that holds then. */
    long endUs(long timeUs) {
        long endUs = timeUs;
        for (Span span : spans) {
            if (span.fromUs < timeUs) {
                endUs = Math.max(endUs, span.toUs);
            }
        }
        return endUs;
    }

    private int firstAfter(long cueUs) {
        int i = 0;
        while (i < steps.size() && steps.get(i).contactUs() <= cueUs) {
            i++;
        }
        return i;
    }

    /** The ten steps after a cue, or the ten after those, are better than the worst before them. */
    private boolean isAnswered(int first, double gainDeg) {
        double before = medianDeg(first - STEPS);
        double soon = medianDeg(first);
        double later = medianDeg(first + STEPS);
        return before - soon >= gainDeg || Math.max(before, soon) - later >= gainDeg;
    }

    private double medianDeg(int from) {
        double[] sorted = steps.subList(from, from + STEPS).stream()
                .mapToDouble(TrueStep::archDeg)
                .sorted()
                .toArray();
        return (sorted[STEPS / 2 - 1] + sorted[STEPS / 2]) / 2;
    }
}
