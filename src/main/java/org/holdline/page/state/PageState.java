package org.holdline.page.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdline.posture.Metric;
import org.holdline.report.PartStatus;
import org.holdline.report.Summary;
import org.holdline.road.Event;
import org.holdline.road.Watch;
import org.holdline.sample.Act;
import org.holdline.sample.Phase;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.jspecify.annotations.Nullable;

/** The run as the page shows it. Names are those of the JSON lines of {@code run} wherever both say the same. */
public final class PageState {
    /** Changes whenever a key of the page's messages changes its meaning or goes. */
    public static final String SCHEMA = "holdline-page/1";

    /** Steps that the large figure is the mean of: single steps change too fast to be read while running. */
    static final int MEAN_STEPS = 8;

    /** A verdict older than this says nothing about now. */
    static final long FRESH_US = 3_000_000;

    private static final long NEVER = Long.MIN_VALUE / 2;

    /** So much of a recording's own name is shown, characters. */
    static final int MAX_NAME = 60;

    private final StreamInfo info;
    private final List<String> channels;
    private final boolean replayed;
    private final Trace trace = new Trace();
    private final int[] lastMdeg = new int[MEAN_STEPS];
    private final Map<String, PartStatus> parts = new LinkedHashMap<>();

    private long firstUs = NEVER;
    private long timeUs;
    private Watch watch = Watch.NO_SIGNAL;
    private Phase phase = Phase.STAND;
    private boolean muted;
    private boolean hasMoved;
    private boolean running;
    private int cadenceDspm;
    private long stepUs = NEVER;
    private int speedMPerH = Sample.UNKNOWN;
    private long distanceMm;
    private long distanceToUs = NEVER;
    private Metric metric;
    private int means;
    private int deviationMdeg;
    private int thresholdMdeg;
    private boolean over;
    private int confidence;
    private long verdictUs = NEVER;
    private long cues;
    private long suppressed;
    private long marks;
    private long gaps;
    private long missing;
    private long lost;
    private @Nullable Summary summary;
    private int plannedS;
    private int plannedM;
    private Map<String, ?> guided = Map.of();
    private Map<String, ?> afterwards = Map.of();
    private boolean paused;

    /** @param channels words of the ways in which cues are given */
    public PageState(StreamInfo info, List<String> channels) {
        this(info, channels, false);
    }

    /**
     * The same, of a run or of a recording that is played again.
     *
     * @param replayed it is marked as a recording, by the name of what was recorded
     */
    public PageState(StreamInfo info, List<String> channels, boolean replayed) {
        this.info = info;
        this.channels = List.copyOf(channels);
        this.replayed = replayed;
        metric = Metric.of(info.placement());
        plannedS = info.plannedS();
        plannedM = info.plannedM();
    }

    /** Time or distance were chosen after the page was opened; 0 = not said. */
    public void plan(int seconds, int metres) {
        plannedS = seconds;
        plannedM = metres;
    }

    /** The guided start and the check-ins as they are now, by key; none for a run without. */
    public void guided(Map<String, ?> shown) {
        guided = shown;
    }

    /** What the page offers once the run is over, as the value of the key {@code after}; empty: nothing. */
    public void afterwards(Map<String, ?> offered) {
        afterwards = offered;
    }

    /** A recording stands still, or goes on. */
    public void paused(boolean now) {
        paused = now;
    }

    /** One event of the road, in order. */
    public void event(Event event) {
        if (firstUs == NEVER) {
            firstUs = event.timeUs;
        }
        timeUs = Math.max(timeUs, event.timeUs);
        switch (event.kind) {
            case STATE -> {
                watch = event.watch;
                phase = event.phase;
                muted = event.muted;
            }
            case STEP -> step(event);
            case VERDICT -> verdict(event);
            case CUE -> {
                cues++;
                trace.cue(event.timeUs - firstUs);
            }
            case SUPPRESSED -> suppressed++;
            case LINK -> {
                gaps = event.gaps;
                missing = event.missing;
                trace.second(event.timeUs - firstUs);
            }
            case ACT -> {
                if (Act.MARK.isIn(event.acts)) {
                    marks++;
                    trace.mark(event.timeUs - firstUs);
                }
            }
            case BAND -> thresholdMdeg = event.thresholdMdeg;
            case REFERENCE, NEUTRAL, MOUNTING, BELT -> {
                // A clip that moved is told by the state, the rest by verdicts and the summary.
            }
        }
    }

    private void step(Event event) {
        hasMoved = true;
        running = event.running;
        cadenceDspm = event.cadenceDspm;
        stepUs = event.timeUs;
        if (speedMPerH != Sample.UNKNOWN && distanceToUs != NEVER) {
            distanceMm += speedMPerH * Math.max(0, event.timeUs - distanceToUs) / 3_600_000;
        }
        speedMPerH = event.speedMPerH;
        distanceToUs = Math.max(distanceToUs, event.timeUs);
    }

    private void verdict(Event event) {
        if (event.timeUs - verdictUs > FRESH_US) {
            means = 0;
        }
        verdictUs = event.timeUs;
        metric = event.metric;
        deviationMdeg = event.deviationMdeg;
        thresholdMdeg = event.thresholdMdeg;
        over = event.over;
        confidence = event.confidence;
        lastMdeg[means++ % MEAN_STEPS] = event.deviationMdeg;
        trace.step(event.deviationMdeg, event.thresholdMdeg);
    }

    /** How the parts of the source fare now. */
    public void parts(List<PartStatus> now) {
        now.forEach(part -> parts.put(part.part(), part));
    }

    /** So many events never reached this. */
    public void gap(long events) {
        lost += events;
    }

    /** The run is over. */
    public void summary(Summary summary) {
        this.summary = summary;
    }

    /** The message {@code now}: all that is shown but the chart's past. */
    public Map<String, Object> snapshot() {
        Map<String, Object> values = head("now");
        values.put("t_us", timeUs);
        values.put("stage", stage());
        if (replayed) {
            values.put("source", name(info.source()));
            values.put("paused", paused && summary == null);
        }
        boolean signal = parts.values().stream().allMatch(part -> part.delivers() || !part.isNeeded());
        Watch shown = signal || watch == Watch.ENDED ? watch : Watch.NO_SIGNAL;
        values.put("state", summary == null ? shown.state() : Watch.ENDED.state());
        values.put("why", summary == null ? shown.why() : Watch.ENDED.why());
        values.put("phase", phase.word());
        values.put("muted", muted);
        values.put("metric", metric.word());
        if (thresholdMdeg > 0) {
            values.put("threshold_deg", thresholdMdeg / 1e3);
        }
        if (timeUs - verdictUs <= FRESH_US) {
            values.put("deviation_deg", deviationMdeg / 1e3);
            values.put("mean_deviation_deg", meanMdeg() / 1e3);
            values.put("over", over ? 1 : 0);
            values.put("confidence", confidence);
        }
        if (timeUs - stepUs <= FRESH_US) {
            values.put("gait", running ? "run" : "walk");
            values.put("cadence_spm", cadenceDspm / 10.0);
        }
        plan(values);
        values.put("cues", cues);
        values.put("suppressed", suppressed);
        values.put("marks", marks);
        values.put("channels", channels);
        link(values);
        values.put("points_total", trace.count());
        values.put("point", trace.newest());
        values.putAll(guided);
        if (summary != null) {
            values.put("summary", closing(summary));
            if (!afterwards.isEmpty()) {
                values.put("after", afterwards);
            }
        }
        return values;
    }

    /** A recording's header may hold anything: one line, without what turns or hides writing. */
    private static String name(String source) {
        String plain = source.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", " ").strip();
        int characters = plain.codePointCount(0, plain.length());
        return characters <= MAX_NAME
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, MAX_NAME - 1)) + "\u2026";
    }

    /** Grows whenever the trace has changed. */
    public long traceChanges() {
        return trace.count() + cues + marks;
    }

    /** The answer {@code trace}: the last ten minutes. */
    public Map<String, Object> trace() {
        Map<String, Object> values = head("trace");
        values.putAll(trace.snapshot());
        return values;
    }

    private Map<String, Object> head(String type) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("type", type);
        values.put("simulated", info.simulated());
        values.put("schema", SCHEMA);
        if (replayed) {
            values.put("replayed", true);
        }
        return values;
    }

    /** Before the first step, during the run, after its end. */
    private String stage() {
        if (summary != null || watch == Watch.ENDED) {
            return "after";
        }
        return hasMoved ? "during" : "before";
    }

    private void plan(Map<String, Object> values) {
        values.put("elapsed_s", firstUs == NEVER ? 0L : (timeUs - firstUs) / 1_000_000);
        values.put("planned_s", plannedS);
        values.put("planned_m", plannedM);
        if (speedMPerH != Sample.UNKNOWN) {
            values.put("speed_kmh", speedMPerH / 1e3);
            values.put("distance_m", distanceMm / 1000);
        }
    }

    private void link(Map<String, Object> values) {
        values.put("gaps", gaps);
        values.put("missing_samples", missing);
        values.put("lost_events", lost);
        List<Map<String, Object>> list = parts.values().stream()
                .map(part ->
                        Map.<String, Object>of("part", part.part(), "state", part.state(), "delivers", part.delivers()))
                .toList();
        values.put("parts", list);
        parts.values().stream()
                .map(part -> part.figures().get("battery_pct"))
                .filter(pct -> pct != null)
                .findFirst()
                .ifPresent(pct -> values.put("battery_pct", pct));
    }

    private static Map<String, Object> closing(Summary summary) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("duration_s", summary.durationS());
        values.put("cues", summary.cues());
        values.put("judged_steps", summary.judgedSteps());
        values.put("over_steps", summary.overSteps());
        values.put("pattern", summary.pattern());
        values.put("without_neutral_run", summary.patterns().getFirst().isWithoutNeutralRun());
        values.put("fault", summary.fault() != null);
        return values;
    }

    private int meanMdeg() {
        int count = Math.min(means, MEAN_STEPS);
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += lastMdeg[i];
        }
        return (int) (sum / count);
    }
}
