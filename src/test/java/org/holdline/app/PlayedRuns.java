package org.holdline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.clip.virtual.VirtualScript;
import org.holdline.clip.virtual.VirtualScript.Activity;
import org.holdline.clip.virtual.VirtualScript.Part;
import org.holdline.cue.CueOutput;
import org.holdline.cue.FadingParams;
import org.holdline.report.Summary;
import org.holdline.road.RoadParams;
import org.holdline.sample.Phase;
import org.holdline.sample.Placement;
import org.holdline.sample.StreamInfo;
import org.holdline.session.Ending;
import org.holdline.session.KeptRun;
import org.holdline.session.Origin;
import org.holdline.session.RunFacts;

/** Kept runs of the virtual runner, each made once. */
public final class PlayedRuns {
    public static final Instant STARTED = Instant.parse("2026-05-04T08:30:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final double SPEED_KMH = 10;

    private static final Map<String, KeptRun> MADE = new ConcurrentHashMap<>();

    private PlayedRuns() {}

    /** The built-in session. */
    public static KeptRun session(Placement placement, long seed, int durationS) {
        VirtualOptions options = VirtualOptions.defaults()
                .withPlacement(placement)
                .withSeed(seed)
                .withDurationS(durationS);
        return MADE.computeIfAbsent("session " + options, _ -> run(new VirtualClip(options), RoadParams.defaults()));
    }

    /** The same with blocks without cues. */
    public static KeptRun faded(Placement placement, long seed, int durationS) {
        VirtualOptions options = VirtualOptions.defaults()
                .withPlacement(placement)
                .withSeed(seed)
                .withDurationS(durationS);
        RoadParams plain = RoadParams.defaults();
        RoadParams params = plain.with(plain.posture(), new FadingParams(50, 1, true));
        return MADE.computeIfAbsent("faded " + options, _ -> run(new VirtualClip(options), params));
    }

    /** Within the band all along. */
    public static KeptRun good(Placement placement) {
        return scripted(
                placement,
                Part.of(Activity.RUN, 900, SPEED_KMH).posture(0.3, 0, 2).marked(Phase.RUN));
    }

    /** Within the band, and from half of the run on no more. */
    public static KeptRun late(Placement placement) {
        return scripted(
                placement,
                Part.of(Activity.RUN, 500, SPEED_KMH).posture(0.3, 0, 2).marked(Phase.RUN),
                Part.of(Activity.RUN, 500, SPEED_KMH).posture(arch(placement, 7), lean(placement), 60));
    }

    /** Beyond the band from the first step on. */
    public static KeptRun early(Placement placement) {
        return scripted(
                placement,
                Part.of(Activity.RUN, 700, SPEED_KMH)
                        .posture(arch(placement, 6), lean(placement), 2)
                        .marked(Phase.RUN));
    }

    /** Where the ribs end a trunk that is held back is what shows. */
    private static double arch(Placement placement, double deg) {
        return placement == Placement.THORACOLUMBAR ? 0 : deg;
    }

    private static double lean(Placement placement) {
        return placement == Placement.THORACOLUMBAR ? -7 : 0;
    }

    /** Stood, and went home. */
    public static KeptRun empty() {
        return scripted(
                "empty", Placement.DUAL, List.of(Part.of(Activity.STAND, 5, 0).marked(Phase.STAND)));
    }

    private static KeptRun scripted(Placement placement, Part... cued) {
        List<Part> parts = new ArrayList<>(List.of(
                Part.of(Activity.STAND, 6, 0).marked(Phase.STAND),
                Part.of(Activity.BEND, 12, 0).marked(Phase.BEND),
                Part.of(Activity.WALK, 20, 5).marked(Phase.WALK),
                Part.of(Activity.RUN, 75, SPEED_KMH).posture(4, 0, 2).marked(Phase.BASELINE),
                Part.of(Activity.RUN, 60, SPEED_KMH).marked(Phase.NEUTRAL)));
        parts.addAll(List.of(cued));
        parts.add(Part.of(Activity.WALK, 15, 5).marked(Phase.WALK));
        parts.add(Part.of(Activity.STAND, 8, 0).marked(Phase.STAND));
        parts.add(Part.of(Activity.STAND, 0, 0).marked(Phase.END));
        return scripted(cued.length + " parts, " + cued[0], placement, parts);
    }

    private static KeptRun scripted(String name, Placement placement, List<Part> parts) {
        VirtualScript script = new VirtualScript(parts);
        VirtualOptions options =
                VirtualOptions.defaults().withPlacement(placement).withDurationS((int) Math.ceil(script.endS()));
        return MADE.computeIfAbsent(name + options, _ -> run(new VirtualClip(options, script), RoadParams.defaults()));
    }

    private static KeptRun run(VirtualClip clip, RoadParams params) {
        CueOutput felt = new CueOutput() {
            @Override
            public void pulse(long timeUs, int pulseMs) {
                clip.feelCue(timeUs, pulseMs);
            }

            @Override
            public void off() {
                clip.motorOff();
            }
        };
        RunFacts facts = new RunFacts("made", STARTED, ZONE, Version.TEXT, clip.info(), Origin.SIMULATED, "heron-17");
        try {
            return RecordedRun.of(clip, felt, params, facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as if a person had run it: for what a report says of people. */
    public static KeptRun asOf(KeptRun run, Origin origin, String runner, Instant startedAt) {
        StreamInfo info = run.facts().info();
        StreamInfo told = new StreamInfo(
                "clip",
                origin == Origin.SIMULATED,
                info.rateHz(),
                info.placement(),
                info.plannedS(),
                info.plannedM(),
                info.accelRangeUms2(),
                info.gyroRangeUrads());
        RunFacts facts = new RunFacts("made", startedAt, ZONE, Version.TEXT, told, origin, runner);
        return new KeptRun(facts, run.events(), run.summary(), run.belt(), run.ending());
    }

    /** The same with another end or summary. */
    public static KeptRun with(KeptRun run, Ending ending, Summary summary) {
        return new KeptRun(run.facts(), run.events(), summary, run.belt(), ending);
    }
}
