package org.holdline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.holdline.clip.Clip;
import org.holdline.clip.replay.ReplayClip;
import org.holdline.cue.CueOutput;
import org.holdline.report.Summary;
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
import org.holdline.settings.Keys;
import org.holdline.settings.Settings;

/** A recording as the run that it was: taken along the road as {@code holdline replay} does it, all that the road says kept. */
final class RecordedRun {
    private static final int EVENT_SLOTS = 1024;

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z-recording'").withZone(ZoneOffset.UTC);

    private static final CueOutput NO_MOTOR = new CueOutput() {
        @Override
        public void pulse(long timeUs, int pulseMs) {}

        @Override
        public void off() {}
    };

    /** When a run began. */
    record Start(Instant at, ZoneId zone) {}

    private final Clip clip;
    private final List<Event> events = new ArrayList<>();
    private final BeltLog belt = new BeltLog(Known.ENTERED);
    private final Ring<Event> ring = new Ring<>(EVENT_SLOTS, Event::new);
    private final Tally tally;
    private long firstUs = -1;
    private long lastUs;

    private RecordedRun(Clip clip) {
        this.clip = clip;
        tally = new Tally(clip.info());
    }

    /**
     * Reads a recording to its end.
     *
     * @param start from the run's length in us
     */
    static KeptRun read(Path file, SettingFlags flags, LongFunction<Start> start) throws Failure, IOException {
        Settings said = flags.loadApart(Map.of());
        try (ReplayClip clip = ReplayClip.open(file, SettingFlags.overrides(said))) {
            Settings settings = flags.loadApart(clip.notes().settings());
            AppliedProfiles applied = ProfileUse.ofReplay(clip)
                    .apply(ProfileChoice.of(said), settings.roadParams(), said.get(Keys.RUN_UNCALIBRATED));
            applied.parts()
                    .forEach(part -> System.err.println(
                            "holdline: " + part.part() + " (" + part.device() + "): " + part.text()));
            RecordedRun recorded = new RecordedRun(clip);
            Road road = recorded.run(applied.params());
            clip.warnings().forEach(warning -> System.err.println("holdline: warning: " + warning));
            return recorded.kept(road, clip.droppedPartialLines(), start);
        }
    }

    /** Any clip that plays to an end by itself. */
    static KeptRun of(Clip clip, RoadParams params, Start start) throws IOException {
        RecordedRun recorded = new RecordedRun(clip);
        return recorded.kept(recorded.run(params), 0, durationUs -> start);
    }

    private Road run(RoadParams params) throws IOException {
        Road road = new Road(params, clip.info(), NO_MOTOR, new Inbox(), List.of(ring), List.of());
        Sample sample = new Sample();
        while (clip.poll(sample) == Clip.Answer.SAMPLE) {
            road.accept(sample);
            firstUs = firstUs < 0 ? sample.timeUs : firstUs;
            lastUs = sample.timeUs;
            belt.add(sample.timeUs, sample.speedMPerH, sample.inclineMilliPct);
            drain();
        }
        return road;
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

    private KeptRun kept(Road road, long dropped, LongFunction<Start> start) {
        long durationUs = lastUs - Math.max(0, firstUs);
        Summary summary = Findings.summary(tally, road, durationUs, dropped, ring.lostTotal(), null);
        Start begun = start.apply(durationUs);
        RunFacts facts = new RunFacts(
                ID.format(begun.at()),
                begun.at(),
                begun.zone(),
                Version.TEXT,
                clip.info(),
                // What a clip on a body measured is that run, by whatever way it is read.
                clip.info().simulated() ? Origin.SIMULATED : Origin.CLIP,
                null);
        List<BeltSpan> spans = belt.spans();
        return new KeptRun(
                facts,
                events,
                summary,
                spans.isEmpty() ? Belt.planned(clip.info()) : spans,
                dropped > 0 ? Ending.CUT : Ending.WHOLE);
    }
}
