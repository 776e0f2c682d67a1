package org.holdline.session;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.holdline.cue.Cause;
import org.holdline.gait.Figures;
import org.holdline.gait.Side;
import org.holdline.posture.Metric;
import org.holdline.posture.NeutralCheck;
import org.holdline.posture.NeutralKind;
import org.holdline.posture.Reason;
import org.holdline.report.Summary;
import org.holdline.report.Tally;
import org.holdline.road.Event;
import org.holdline.road.Watch;
import org.holdline.sample.Act;
import org.holdline.sample.Phase;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.holdline.session.BeltSpan.Known;

/** Kept runs put together event by event. */
public final class MadeKeptRuns {
    private final List<Event> events = new ArrayList<>();
    private final long firstUs;
    private List<BeltSpan> belt = List.of();
    private Instant startedAt = Instant.parse("2026-05-17T16:30:00Z");
    private Origin origin = Origin.CLIP;
    private NeutralKind neutral = NeutralKind.DRILL;
    private Ending ending = Ending.WHOLE;
    private int plannedM;
    private boolean watching;
    private long timeUs;

    /** @param firstUs the first sample's instant on the stream's clock */
    public MadeKeptRuns(long firstUs) {
        this.firstUs = firstUs;
        state(0, Watch.STANDING, Phase.STAND);
    }

    public MadeKeptRuns belt(BeltSpan... spans) {
        belt = List.of(spans);
        return this;
    }

    /** One speed throughout, entered. */
    public MadeKeptRuns speed(int speedMPerH) {
        return belt(new BeltSpan(0, speedMPerH, Sample.UNKNOWN, Known.ENTERED));
    }

    public MadeKeptRuns startedAt(Instant at) {
        startedAt = at;
        return this;
    }

    public MadeKeptRuns origin(Origin from) {
        origin = from;
        return this;
    }

    public MadeKeptRuns neutral(NeutralKind kind) {
        neutral = kind;
        return this;
    }

    public MadeKeptRuns cut() {
        ending = Ending.CUT;
        return this;
    }

    public MadeKeptRuns plannedM(int metres) {
        plannedM = metres;
        return this;
    }

    public MadeKeptRuns state(long atUs, Watch watch, Phase phase) {
        Event e = event(Event.Kind.STATE, atUs);
        e.watch = watch;
        e.phase = phase;
        watching = phase == Phase.RUN;
        return this;
    }

    public MadeKeptRuns act(long atUs, Act act) {
        event(Event.Kind.ACT, atUs).acts = act.bit();
        return this;
    }

    /** Nothing but the link being told of, each second. */
    public MadeKeptRuns stand(long seconds) {
        long endUs = timeUs + seconds * 1_000_000;
        for (long us = timeUs + 1_000_000; us <= endUs; us += 1_000_000) {
            event(Event.Kind.LINK, us);
        }
        timeUs = endUs;
        return this;
    }

    /** No sample comes. */
    public MadeKeptRuns away(long seconds) {
        timeUs += seconds * 1_000_000;
        return this;
    }

    /**
     * Steps at 160 a minute, in the phase run each with a verdict.
     *
     * @param deviationMdeg of each; beyond 3000 it is over
     */
    public MadeKeptRuns run(int steps, int deviationMdeg) {
        for (int i = 0; i < steps; i++) {
            step(timeUs, 1600, true);
            if (watching) {
                verdict(timeUs, deviationMdeg, Reason.WITHIN);
            }
            timeUs += 375_000;
        }
        event(Event.Kind.LINK, timeUs);
        return this;
    }

    public MadeKeptRuns cue(long atUs) {
        Event e = event(Event.Kind.CUE, atUs);
        e.cause = Cause.SUSTAINED;
        e.pulseMs = 300;
        return this;
    }

    public Event step(long atUs, int cadenceDspm, boolean running) {
        Event e = event(Event.Kind.STEP, atUs);
        e.running = running;
        e.side = Side.LEFT;
        e.cadenceDspm = cadenceDspm;
        e.contactMs = running ? 240 : -1;
        e.toeOffUs = running ? e.timeUs + 240_000 : -1;
        e.stanceMg = running ? 1500 : -1;
        e.peakMg = running ? 2500 : -1;
        e.riseMm = running ? 80 : Figures.NONE;
        e.speedMPerH = speedAt(atUs);
        return e;
    }

    public Event verdict(long atUs, int deviationMdeg, Reason reason) {
        Event e = event(Event.Kind.VERDICT, atUs);
        e.metric = Metric.LUMBAR_ARCH;
        e.deviationMdeg = deviationMdeg;
        e.thresholdMdeg = 3000;
        e.over = reason.isJudged() && deviationMdeg > 3000;
        e.reason = e.over ? Reason.OVER : reason;
        e.confidence = 90;
        e.speedMPerH = speedAt(atUs);
        return e;
    }

    private int speedAt(long us) {
        int speed = Sample.UNKNOWN;
        for (BeltSpan span : belt) {
            speed = span.fromUs() <= us ? span.speedMPerH() : speed;
        }
        return speed;
    }

    /** Where the run has come to, us since its first sample. */
    public long timeUs() {
        return timeUs;
    }

    private Event event(Event.Kind kind, long atUs) {
        Event e = new Event();
        e.kind = kind;
        e.timeUs = firstUs + atUs;
        events.add(e);
        return e;
    }

    /** What a road says of itself, as at its end. */
    private void learned() {
        Event known = event(Event.Kind.NEUTRAL, timeUs);
        known.neutral = neutral;
        known.neutralSteps = 160;
        known.centreMdeg = -1250;
        known.thresholdMdeg = 3000;
        known.offsetMdeg = 500;
        known.check = NeutralCheck.ALONE;
        known.speedMPerH = Sample.UNKNOWN;
        known.inclineMilliPct = Sample.UNKNOWN;
        Event mounted = event(Event.Kind.MOUNTING, timeUs);
        mounted.asAsked = true;
        mounted.stood = true;
        mounted.fromBends = true;
        event(Event.Kind.LINK, timeUs).samples = timeUs / 5000;
    }

    public KeptRun kept() {
        boolean simulated = origin == Origin.SIMULATED;
        StreamInfo info = new StreamInfo("made", simulated, 200, Placement.DUAL, 0, plannedM, 0, 0);
        learned();
        Tally tally = new Tally(info);
        events.forEach(tally::add);
        Summary summary = tally.summary(Tally.Reading.WHOLE);
        RunFacts facts = new RunFacts(
                "20260517T163000Z-made", startedAt, ZoneId.of("Europe/Berlin"), "0.1.0", info, origin, "pseudonym-7");
        return new KeptRun(facts, events, summary, belt, ending);
    }

    /** Any run: rests, absences, walking, unknown figures, belts known in part, instants out of order. */
    public static KeptRun random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MadeKeptRuns made = new MadeKeptRuns(random.nextLong(0, 1_000_000_000_000L));
        made.startedAt(Instant.ofEpochMilli(random.nextLong(1_000_000_000_000L, 3_000_000_000_000L)));
        made.origin(Origin.values()[random.nextInt(3)]);
        made.belt = randomBelt(random);
        int bouts = random.nextInt(0, 6);
        for (int bout = 0; bout < bouts; bout++) {
            if (random.nextInt(3) == 0) {
                made.state(made.timeUs, Watch.WATCHING, Phase.values()[random.nextInt(Phase.values().length)]);
            }
            if (random.nextInt(6) == 0) {
                made.act(made.timeUs, random.nextBoolean() ? Act.HARD : Act.EASY);
            }
            made.randomSteps(random, random.nextInt(0, 600));
            switch (random.nextInt(4)) {
                case 0 -> made.stand(random.nextLong(0, 40));
                case 1 -> made.away(random.nextLong(0, 90));
                default -> {}
            }
        }
        made.timeUs += random.nextInt(1_000_000);
        return made.kept();
    }

    private void randomSteps(SplittableRandom random, int steps) {
        boolean running = random.nextInt(4) > 0;
        for (int i = 0; i < steps; i++) {
            // A step is told after the next sample's event: its contact lies before.
            if (random.nextInt(10) == 0) {
                event(Event.Kind.LINK, timeUs + 50_000);
            }
            Event step = step(timeUs, random.nextInt(0, 2400), running);
            if (running && random.nextInt(5) == 0) {
                step.stanceMg = -1;
                step.peakMg = -1;
                step.riseMm = Figures.NONE;
            }
            if (watching || random.nextInt(3) == 0) {
                Event verdict = verdict(
                        timeUs, random.nextInt(-9000, 9000), Reason.values()[random.nextInt(Reason.values().length)]);
                verdict.confidence = random.nextInt(101);
            }
            if (random.nextInt(100) == 0) {
                cue(timeUs + 100_000);
            }
            timeUs += random.nextInt(20) == 0 ? random.nextLong(1, 3_000_000) : random.nextLong(250_000, 450_000);
        }
    }

    private static List<BeltSpan> randomBelt(SplittableRandom random) {
        List<BeltSpan> spans = new ArrayList<>();
        int count = random.nextInt(0, 6);
        long fromUs = 0;
        for (int i = 0; i < count; i++) {
            boolean unknown = random.nextInt(8) == 0;
            spans.add(new BeltSpan(
                    fromUs,
                    unknown ? Sample.UNKNOWN : random.nextInt(0, 25_001),
                    random.nextBoolean() ? Sample.UNKNOWN : random.nextInt(-5000, 20_001),
                    Known.values()[random.nextInt(3)]));
            fromUs += random.nextLong(1, 200_000_000);
        }
        return spans;
    }
}
