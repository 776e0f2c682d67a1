package org.holdline.session.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.holdline.road.Event;
import org.holdline.session.BeltSpan;
import org.holdline.session.Ending;
import org.holdline.session.RunFacts;

/**
 * Two parts of one run, told as one: the second goes on at the instant it began by the wall clock, and counts from where the first
 * one stopped counting.
 */
public final class Merging {
    private Merging() {}

    /**
     * Why two runs are no parts of one; empty when they may be.
     *
     * @param first the earlier one
     */
    public static String obstacle(KeptRuns.Folded first, KeptRuns.Folded second) {
        RunFacts a = first.read().facts();
        RunFacts b = second.read().facts();
        Duration apart = Duration.between(a.startedAt(), b.startedAt());
        if (!Objects.equals(a.runner(), b.runner())) {
            return "they are of two runners";
        }
        if (a.origin() != b.origin() || a.info().placement() != b.info().placement()) {
            return "one is " + what(a) + " and the other " + what(b);
        }
        if (apart.isNegative() || apart.toMillis() < Math.round(first.summary().durationS() * 1e3)) {
            return "they overlap in time";
        }
        return apart.compareTo(Duration.ofDays(1)) > 0 ? "more than a day lies between them" : "";
    }

    private static String what(RunFacts facts) {
        return facts.origin().word() + ", " + facts.info().placement().word();
    }

    /** Writes both into a new run; the two stay as they are. */
    public static void merge(Journals journals, String first, String second, RunFacts facts) throws IOException {
        Path a = journals.file(first);
        Path b = journals.file(second);
        JournalReader.Read before = JournalReader.read(a, event -> {});
        JournalReader.Read after = JournalReader.read(b, event -> {});
        long apartUs =
                Duration.between(before.facts().startedAt(), after.facts().startedAt())
                                .toNanos()
                        / 1000;
        Journals.Open open = journals.begin(facts, before.before());
        JournalWriter writer = open.writer();
        before.belt().forEach(writer::belt);
        after.belt()
                .forEach(span -> writer.belt(new BeltSpan(
                        span.fromUs() + apartUs, span.speedMPerH(), span.inclineMilliPct(), span.known())));
        Shift shift = new Shift(writer, apartUs);
        JournalReader.read(a, shift::first);
        JournalReader.read(b, shift::second);
        if (before.lostEvents() + after.lostEvents() > 0) {
            writer.lost(before.lostEvents() + after.lostEvents());
        }
        open.close(after.ending() == null ? Ending.CUT : after.ending(), after.fault());
        IOException failure = writer.failure();
        if (failure != null) {
            throw failure;
        }
    }

    /** Moves the second part's instants and counts behind the first one's. */
    private static final class Shift {
        private final JournalWriter writer;
        private final long apartUs;
        private final Event counted = new Event();
        private long firstUs = Long.MIN_VALUE;
        private long shiftUs = Long.MIN_VALUE;

        Shift(JournalWriter writer, long apartUs) {
            this.writer = writer;
            this.apartUs = apartUs;
        }

        void first(Event event) {
            firstUs = firstUs == Long.MIN_VALUE ? event.timeUs : firstUs;
            if (event.kind == Event.Kind.LINK) {
                counted.copyFrom(event);
            }
            write(event);
        }

        void second(Event event) {
            if (shiftUs == Long.MIN_VALUE) {
                shiftUs = (firstUs == Long.MIN_VALUE ? event.timeUs : firstUs) + apartUs - event.timeUs;
            }
            event.timeUs += shiftUs;
            event.toeOffUs += event.toeOffUs >= 0 ? shiftUs : 0;
            if (event.kind == Event.Kind.LINK) {
                event.samples += counted.samples;
                event.gaps += counted.gaps;
                event.missing += counted.missing;
                event.stuck += counted.stuck;
                event.saturated += counted.saturated;
                event.withoutTemperature += counted.withoutTemperature;
            }
            write(event);
        }

        private void write(Event event) {
            writer.event(event);
            writer.flush(0);
        }
    }
}
