package org.holdline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.holdline.clip.Clip;
import org.holdline.clip.replay.ReplayClip;
import org.holdline.cue.CueOutput;
import org.holdline.report.Tally;
import org.holdline.ring.Ring;
import org.holdline.road.Event;
import org.holdline.road.Inbox;
import org.holdline.road.Road;
import org.holdline.road.RoadParams;
import org.holdline.sample.Sample;
import org.holdline.session.BeltSpan;
import org.holdline.session.BeltSpan.Known;
import org.holdline.session.Ending;
import org.holdline.session.KeptRun;
import org.holdline.session.Origin;
import org.holdline.session.RunFacts;
import org.holdline.session.belt.Belt;
import org.holdline.session.belt.BeltLog;
import org.jspecify.annotations.Nullable;

/**
 * A recording as the run that it was: taken along the road as {@code holdline replay} does it, all that the road says kept. The
 * same bytes give the same run.
 */
final class RecordedRun {
    private static final int EVENT_SLOTS = 1024;

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z-recording'").withZone(ZoneOffset.UTC);

    /** A recording moves nothing. */
    private static final CueOutput NO_MOTOR = new CueOutput() {
        @Override
        public void pulse(long timeUs, int pulseMs) {}

        @Override
        public void off() {}
    };

    /** When a run began, and, where somebody said, whose it was. */
    record Start(Instant at, ZoneId zone, @Nullable String runner) {
        Start(Instant at, ZoneId zone) {
            this(at, zone, null);
        }
    }

    private final Clip clip;
    private final Road road;
    private final List<Event> events = new ArrayList<>();
    private final BeltLog belt = new BeltLog(Known.ENTERED);
    private final Ring<Event> ring = new Ring<>(EVENT_SLOTS, Event::new);
    private final Tally tally;
    private long firstUs = -1;
    private long lastUs;

    private RecordedRun(Clip clip, CueOutput felt, RoadParams params) {
        this.clip = clip;
        road = new Road(params, clip.info(), felt, new Inbox(), List.of(ring), List.of());
        tally = new Tally(clip.info());
    }

    /**
     * Reads a recording to its end; what a person has to know of it goes to standard error.
     *
     * @param body what a clip on a body counts as
     * @param start from the run's length in us
     */
    static KeptRun read(Path file, SettingFlags flags, Origin body, LongFunction<Start> start)
            throws Failure, IOException {
        try (OpenRecording recording = OpenRecording.open(file, flags)) {
            ReplayClip clip = recording.clip();
            RecordedRun recorded =
                    new RecordedRun(clip, NO_MOTOR, recording.applied().params());
            recorded.toEnd();
            recording.warn();
            Start begun = start.apply(recorded.lastUs - Math.max(0, recorded.firstUs));
            return recorded.kept(facts(clip, body, begun), clip.droppedPartialLines());
        }
    }

    /** Any clip that plays to an end by itself. */
    static KeptRun of(Clip clip, RoadParams params, Start start) throws IOException {
        return of(clip, NO_MOTOR, params, facts(clip, Origin.CLIP, start));
    }

    /**
     * The same.
     *
     * @param felt who feels the cues
     */
    static KeptRun of(Clip clip, CueOutput felt, RoadParams params, RunFacts facts) throws IOException {
        RecordedRun recorded = new RecordedRun(clip, felt, params);
        recorded.toEnd();
        return recorded.kept(facts, 0);
    }

    private static RunFacts facts(Clip clip, Origin body, Start start) {
        return new RunFacts(
                ID.format(start.at()),
                start.at(),
                start.zone(),
                Version.TEXT,
                clip.info(),
                clip.info().simulated() ? Origin.SIMULATED : body,
                start.runner());
    }

    private void toEnd() throws IOException {
        Sample sample = new Sample();
        while (clip.poll(sample) == Clip.Answer.SAMPLE) {
            firstUs = firstUs < 0 ? sample.timeUs : firstUs;
            lastUs = sample.timeUs;
            road.accept(sample);
            belt.add(sample.timeUs, sample.speedMPerH, sample.inclineMilliPct);
            drain();
        }
        road.end();
        drain();
    }

    private void drain() {
        for (Event event = ring.peek(); event != null; event = ring.peek()) {
            Event kept = new Event();
            kept.copyFrom(event);
            events.add(kept);
            tally.add(event);
            ring.release();
        }
    }

    private KeptRun kept(RunFacts facts, long dropped) {
        List<BeltSpan> spans = belt.spans();
        return new KeptRun(
                facts,
                events,
                tally.summary(new Tally.Reading(dropped, ring.lostTotal(), null)),
                spans.isEmpty() ? Belt.planned(clip.info()) : spans,
                dropped > 0 ? Ending.CUT : Ending.WHOLE);
    }
}
