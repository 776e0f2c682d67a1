package org.holdline.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdline.posture.Metric;
import org.holdline.road.Event;
import org.holdline.sample.Act;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.jspecify.annotations.Nullable;

/** Counts a run's events into its summary. */
public final class Tally {
    private static final long MAX_STEP_US = 1_000_000;
    private static final int RESPONSE_STEPS = 10;

    /** A row of steps over that is a streak: as long as the cues' window. */
    private static final int STREAK_STEPS = 8;

    private static final long PROBE_GAP_US = 60_000_000;
    private static final long DRIFT_MIN_US = 298_000_000;
    private static final long UNSTARTED = Long.MIN_VALUE;

    private final StreamInfo info;
    private final JudgedSteps judged = new JudgedSteps();
    private final Seat seat;
    private final Map<String, Long> suppressed = new HashMap<>();
    private final Histogram runningCadenceDspm = new Histogram(4096);
    private final Histogram walkingCadenceDspm = new Histogram(4096);
    private final Histogram contactMs = new Histogram(1024);
    private final GaitTally gait = new GaitTally();
    private final CheckInTally checkIns = new CheckInTally();
    private final Histogram confidence = new Histogram(101);
    // All instants are kept relative to the first event, which comes with the first sample: a plan counts from there.
    private long startUs = UNSTARTED;
    private long[] cuesUs = new long[64];
    private int cues;
    private long steps;
    private long runningSteps;
    private long overSteps;
    private double overDegS;
    private int streak;
    private int longestStreak;
    private int streaks;
    private boolean hard;
    private boolean renewed;
    private final List<ProbeCount> probes = new ArrayList<>();
    private long lastProbeUs = Long.MIN_VALUE / 2;
    private long lastVerdictUs = Long.MIN_VALUE / 2;
    private long lastRunningUs = Long.MIN_VALUE / 2;
    private double judgedM;
    private double runningM;
    private boolean speedKnown = true;
    private long halfPlanUs = -1;
    private long lastUs;
    private final Event link = new Event();
    private final Event neutral = new Event();
    private final Event mounting = new Event();

    public Tally(StreamInfo info) {
        this.info = info;
        seat = new Seat(info.placement());
    }

    /** Carries one event. */
    public void add(Event event) {
        if (startUs == UNSTARTED) {
            startUs = event.timeUs;
            lastUs = startUs;
        }
        lastUs = Math.max(lastUs, event.timeUs);
        switch (event.kind) {
            case STEP -> step(event);
            case VERDICT -> verdict(event);
            case CUE -> {
                if (cues == cuesUs.length) {
                    cuesUs = Arrays.copyOf(cuesUs, cues * 2);
                }
                cuesUs[cues++] = event.timeUs - startUs;
                checkIns.cue(event.timeUs);
            }
            case SUPPRESSED -> suppressed.merge(event.cause.word(), 1L, Long::sum);
            case ACT -> {
                hard = Act.HARD.isIn(event.acts) || (hard && !Act.EASY.isIn(event.acts));
                renewed |= Act.NEUTRAL.isIn(event.acts);
                checkIns.act(event.timeUs, event.acts);
            }
            case REFERENCE -> seat.reference(event);
            case LINK -> link.copyFrom(event);
            case NEUTRAL -> neutral.copyFrom(event);
            case MOUNTING -> mounting.copyFrom(event);
            case STATE, BAND, BELT -> {}
        }
    }

    private void step(Event event) {
        steps++;
        if (event.cadenceDspm > 0) {
            (event.running ? runningCadenceDspm : walkingCadenceDspm).add(event.cadenceDspm);
        }
        if (event.running) {
            runningSteps++;
            seat.ran(event.timeUs);
            contactMs.add(event.contactMs);
            gait.step(event);
        }
        long intervalUs = event.timeUs - lastRunningUs;
        lastRunningUs = event.timeUs;
        if (event.speedMPerH != Sample.UNKNOWN && intervalUs <= MAX_STEP_US) {
            runningM += metres(event.speedMPerH, intervalUs);
            if (halfPlanUs < 0 && info.plannedM() > 0 && runningM * 2 >= info.plannedM()) {
                halfPlanUs = event.timeUs - startUs;
            }
        }
    }

    private void verdict(Event event) {
        seat.judged(event);
        if (!event.reason.isJudged()) {
            streak = 0;
            return;
        }
        judged.add(
                event.timeUs - startUs,
                event.deviationMdeg,
                event.over,
                info.placement().isDual() ? event.trunkMdeg : JudgedSteps.NO_TRUNK,
                new JudgedSteps.Load(event.speedMPerH, hard));
        if (event.probe) {
            probe(event);
        }
        confidence.add(event.confidence);
        long intervalUs = Math.min(event.timeUs - lastVerdictUs, MAX_STEP_US);
        lastVerdictUs = event.timeUs;
        if (event.speedMPerH == Sample.UNKNOWN) {
            speedKnown = false;
        } else {
            judgedM += metres(event.speedMPerH, intervalUs);
        }
        if (event.over) {
            overSteps++;
            streak++;
            longestStreak = Math.max(longestStreak, streak);
            streaks += streak == STREAK_STEPS ? 1 : 0;
            overDegS += (event.deviationMdeg - event.thresholdMdeg) / 1e3 * (intervalUs / 1e6);
        } else {
            streak = 0;
        }
    }

    /** Three blocks at least lie between two probes, or none and then it is the same one. */
    private void probe(Event event) {
        if (event.timeUs - lastProbeUs > PROBE_GAP_US) {
            probes.add(new ProbeCount(event.timeUs - startUs));
        }
        lastProbeUs = event.timeUs;
        probes.getLast().add(event.over);
    }

    private static double metres(int speedMPerH, long intervalUs) {
        return speedMPerH / 3.6e9 * intervalUs;
    }

    /** Closes the count: what the road said of itself, and what its reader knows besides. */
    public Summary summary(Reading reading) {
        long halfUs = halfUs();
        Summary.Clip clip = seat.closed();
        Summary.Neutral reference = Told.neutral(neutral, renewed);
        return new Summary(
                info.source(),
                info.simulated(),
                info.placement(),
                Metric.of(info.placement()).word(),
                durationUs() / 1e6,
                link.samples,
                steps,
                runningSteps,
                judged.count(),
                overSteps,
                cadenceSpm(),
                runningSteps == 0 ? null : (double) contactMs.median(),
                confidence.median(),
                reference,
                Told.mounting(mounting, info.placement()),
                clip,
                cues,
                suppressed,
                responseDeg(),
                link.gaps,
                link.missing,
                link.stuck,
                link.saturated,
                reading.droppedPartialLines(),
                reading.lostEvents(),
                reading.fault(),
                dose(halfUs),
                Patterns.find(judged, Arrays.copyOf(cuesUs, cues), confidence.median(), reference, clip, halfUs),
                probes.stream().map(ProbeCount::closed).toList(),
                gait.closed(),
                new Summary.Sensors(mounting.calibration, link.withoutTemperature),
                null,
                checkIns.closed());
    }

    private long durationUs() {
        return startUs == UNSTARTED ? 0 : lastUs - startUs;
    }

    private @Nullable Double cadenceSpm() {
        Histogram cadence = runningCadenceDspm.count() > 0 ? runningCadenceDspm : walkingCadenceDspm;
        return cadence.count() == 0 ? null : cadence.median() / 10.0;
    }

    /** Half of the plan where there is one, else of the cued run; from the first sample. */
    private long halfUs() {
        if (halfPlanUs >= 0) {
            return halfPlanUs;
        }
        if (info.plannedS() > 0) {
            return info.plannedS() * 500_000L;
        }
        return judged.count() == 0 ? 0 : judged.firstUs() + judged.spanUs() / 2;
    }

    private Summary.Dose dose(long halfUs) {
        long driftUs = judged.count() == 0 ? -1 : judged.firstDriftUs(0, 60_000_000);
        double after = judged.overShare(halfUs, Long.MAX_VALUE);
        return new Summary.Dose(
                judged.count() == 0 ? null : 1000.0 * overSteps / judged.count(),
                speedKnown && judgedM >= 100 ? overSteps / (judgedM / 1000) : null,
                overDegS,
                longestStreak,
                streaks,
                driftUs < 0 ? null : driftUs / 1e6,
                Double.isNaN(after) ? null : after,
                lateDriftDeg());
    }

    /** Last third minus first third, of either sign: what drifts away from an arch is told as well, though never cued. */
    private @Nullable Double lateDriftDeg() {
        if (judged.spanUs() < DRIFT_MIN_US) {
            return null;
        }
        long firstUs = judged.firstUs();
        long thirdUs = judged.spanUs() / 3;
        double change = judged.medianMdeg(firstUs + 2 * thirdUs, Long.MAX_VALUE)
                - judged.medianMdeg(firstUs, firstUs + thirdUs);
        return Double.isNaN(change) ? null : change / 1e3;
    }

    private @Nullable Double responseDeg() {
        double[] changes = new double[cues];
        int known = 0;
        for (int c = 0; c < cues; c++) {
            int first = 0;
            while (first < judged.count() && judged.timeUs(first) <= cuesUs[c]) {
                first++;
            }
            if (first >= RESPONSE_STEPS && first + RESPONSE_STEPS <= judged.count()) {
                changes[known++] = median(first, first + RESPONSE_STEPS) - median(first - RESPONSE_STEPS, first);
            }
        }
        return known == 0 ? null : middle(Arrays.copyOf(changes, known)) / 1e3;
    }

    private double median(int from, int to) {
        double[] values = new double[to - from];
        for (int i = from; i < to; i++) {
            values[i - from] = judged.deviationMdeg(i);
        }
        return middle(values);
    }

    private static double middle(double[] values) {
        Arrays.sort(values);
        int n = values.length;
        return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
    }

    /**
     * What the reader of a run knows besides its events.
     *
     * @param droppedPartialLines lines of a recording that a kill had cut and its reader left out
     * @param lostEvents events that did not get into the count
     * @param fault why the run broke off; null when it ended as it was meant to
     */
    public record Reading(
            long droppedPartialLines,
            long lostEvents,
            @Nullable String fault) {
        /** Everything was read. */
        public static final Reading WHOLE = new Reading(0, 0, null);
    }

    /** Steps of one block without cues. */
    private static final class ProbeCount {
        private final long startUs;
        private int steps;
        private int over;

        ProbeCount(long startUs) {
            this.startUs = startUs;
        }

        void add(boolean isOver) {
            steps++;
            over += isOver ? 1 : 0;
        }

        Summary.Probe closed() {
            return new Summary.Probe(startUs / 1e6, steps, (double) over / steps);
        }
    }
}
