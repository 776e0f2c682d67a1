package org.holdline.app;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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
import org.holdline.session.Ending;
import org.holdline.session.KeptRun;
import org.holdline.session.Origin;
import org.holdline.session.RunFacts;
import org.jspecify.annotations.Nullable;

/** A recording taken through the road to its end, as a kept run: the same bytes in give the same run. */
final class PlayedRun {
    private static final int EVENT_SLOTS = 1024;

    /** A recording moves nothing. */
    private static final CueOutput NO_MOTOR = new CueOutput() {
        @Override
        public void pulse(long timeUs, int pulseMs) {}

        @Override
        public void off() {}
    };

    private final Clip clip;
    private final Ring<Event> ring = new Ring<>(EVENT_SLOTS, Event::new);
    private final Road road;
    private final Tally tally;
    private final List<Event> events = new ArrayList<>();
    private final List<BeltSpan> belt = new ArrayList<>();
    private long firstUs = -1;
    private long lastUs;

    private PlayedRun(Clip clip, CueOutput felt, RoadParams params) {
        this.clip = clip;
        road = new Road(params, clip.info(), felt, new Inbox(), List.of(ring), List.of());
        tally = new Tally(clip.info());
    }

    /**
     * Plays a recording.
     *
     * @param startedAt when the recorded run began
     * @param runner pseudonym, or null
     */
    static KeptRun of(ReplayClip clip, RoadParams params, Instant startedAt, ZoneId zone, @Nullable String runner)
            throws IOException {
        RunFacts facts = new RunFacts(
                "recording",
                startedAt,
                zone,
                Version.TEXT,
                clip.info(),
                clip.info().simulated() ? Origin.SIMULATED : Origin.REPLAYED,
                runner);
        PlayedRun run = new PlayedRun(clip, NO_MOTOR, params);
        run.toEnd();
        return run.kept(facts, clip.droppedPartialLines());
    }

    /**
     * Plays any clip to its end.
     *
     * @param felt who feels the cues
     */
    static KeptRun of(Clip clip, CueOutput felt, RoadParams params, RunFacts facts) throws IOException {
        PlayedRun run = new PlayedRun(clip, felt, params);
        run.toEnd();
        return run.kept(facts, 0);
    }

    private void toEnd() throws IOException {
        Sample sample = new Sample();
        while (clip.poll(sample) == Clip.Answer.SAMPLE) {
            firstUs = firstUs < 0 ? sample.timeUs : firstUs;
            lastUs = sample.timeUs;
            road.accept(sample);
            belt(sample);
            drain();
        }
    }

    private KeptRun kept(RunFacts facts, long droppedPartialLines) {
        return new KeptRun(
                facts,
                events,
                Findings.summary(
                        tally, road, lastUs - Math.max(0, firstUs), droppedPartialLines, ring.lostTotal(), null),
                // A belt nobody knew of is no belt.
                belt.stream().anyMatch(span -> span.speedMPerH() != Sample.UNKNOWN) ? belt : List.of(),
                droppedPartialLines > 0 ? Ending.CUT : Ending.WHOLE);
    }

    private void belt(Sample sample) {
        BeltSpan last = belt.isEmpty() ? null : belt.getLast();
        if (last == null
                || sample.speedMPerH != last.speedMPerH()
                || sample.inclineMilliPct != last.inclineMilliPct()) {
            belt.add(new BeltSpan(
                    sample.timeUs - firstUs, sample.speedMPerH, sample.inclineMilliPct, BeltSpan.Known.MEASURED));
        }
    }

    private void drain() {
        for (Event slot = ring.peek(); slot != null; slot = ring.peek()) {
            tally.add(slot);
            Event event = new Event();
            event.copyFrom(slot);
            events.add(event);
            ring.release();
        }
    }
}
