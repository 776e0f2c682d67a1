package org.holdline.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.holdline.attitude.Inclination;
import org.holdline.clip.Clip;
import org.holdline.clip.replay.ReplayClip;
import org.holdline.cue.CueOutput;
import org.holdline.report.AttitudeCsv;
import org.holdline.report.EventCsv;
import org.holdline.report.JsonLines;
import org.holdline.report.Tally;
import org.holdline.ring.Ring;
import org.holdline.road.Event;
import org.holdline.road.Inbox;
import org.holdline.road.Road;
import org.holdline.road.RoadParams;
import org.holdline.sample.Sample;
import org.jspecify.annotations.Nullable;

/** A recording through the road, as fast as it goes, on one thread: the same bytes in give the same bytes out. */
final class ReplayRun {
    private static final int EVENT_SLOTS = 1024;

    /** What is written of it. */
    enum Emit {
        ATTITUDE(null),
        STEPS(EventCsv.STEPS),
        VERDICTS(EventCsv.VERDICTS),
        CUES(EventCsv.CUES),
        SUMMARY(null);

        private final @Nullable EventCsv table;

        Emit(@Nullable EventCsv table) {
            this.table = table;
        }

        private @Nullable EventCsv everything() {
            return this == CUES ? EventCsv.ALL_CUES : this == STEPS ? EventCsv.ALL_STEPS : table;
        }
    }

    /** A recording moves nothing: the motor it was made with has long been still. */
    private static final CueOutput NO_MOTOR = new CueOutput() {
        @Override
        public void pulse(long timeUs, int pulseMs) {}

        @Override
        public void off() {}
    };

    private final ReplayClip clip;
    private final Emit emit;
    private final @Nullable EventCsv table;
    private final OutputStream out;
    private final Ring<Event> ring = new Ring<>(EVENT_SLOTS, Event::new);
    private final Road road;
    private final Tally tally;

    /** @param all with cues also those that were due and not given, with steps also the figures of the strides */
    ReplayRun(ReplayClip clip, RoadParams params, Emit emit, boolean all, OutputStream out) {
        this.clip = clip;
        this.emit = emit;
        table = all ? emit.everything() : emit.table;
        this.out = new BufferedOutputStream(out, 1 << 16);
        road = new Road(params, clip.info(), NO_MOTOR, new Inbox(), List.of(ring), List.of());
        tally = new Tally(clip.info());
    }

    /** Reads to the end; what was written is good only when this returns. */
    void run() throws IOException {
        Sample sample = new Sample();
        AttitudeCsv attitude = emit == Emit.ATTITUDE
                ? new AttitudeCsv(out, clip.info().placement().isDual())
                : null;
        if (table != null) {
            line(table.header());
        }
        while (clip.poll(sample) == Clip.Answer.SAMPLE) {
            road.accept(sample);
            if (attitude != null) {
                Inclination lower = road.lowerInclination();
                Inclination upper = road.upperInclination();
                attitude.row(
                        sample.timeUs, lower.upX(), lower.upY(), lower.upZ(), upper.upX(), upper.upY(), upper.upZ());
            }
            drain();
        }
        road.end();
        drain();
        if (emit == Emit.SUMMARY) {
            summary();
        }
        out.flush();
    }

    private void drain() throws IOException {
        Event event = ring.peek();
        while (event != null) {
            if (emit == Emit.SUMMARY) {
                tally.add(event);
            } else if (table != null) {
                String row = table.row(event);
                if (row != null) {
                    line(row);
                }
            }
            ring.release();
            event = ring.peek();
        }
    }

    private void summary() throws IOException {
        JsonLines json = new JsonLines(out, clip.info().simulated());
        json.summary(tally.summary(new Tally.Reading(clip.droppedPartialLines(), ring.lostTotal(), null)));
        json.flush();
    }

    private void line(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.write('\n');
    }

    /** False when a sensor sat more than 30 degrees from where it was asked to sit. */
    boolean isMountedAsAsked() {
        return road.posture().isMountedAsAsked();
    }
}
