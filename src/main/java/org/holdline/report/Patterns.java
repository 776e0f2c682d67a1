package org.holdline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.holdline.posture.NeutralKind;

/**
 * How the deviation lay over the run: each way asks for different practice. A share or an angle within a tenth of its limit
 * decides nothing. Where the run is too short, or the neutral itself was taken from the first minute, the answer is that we
 * do not know.
 */
final class Patterns {
    /** Five minutes, less the first and the last stride: the span between steps is that much shorter than the run. */
    private static final long MIN_RUN_US = 298_000_000;

    private static final int MIN_STEPS = 600;
    private static final int MIN_CONFIDENCE = 50;
    private static final long WINDOW_US = 60_000_000;

    /** A cooldown, and what it takes until a cue is due again. */
    private static final long INTERRUPTED_US = 75_000_000;

    private static final double EARLY_OFFSET_DEG = 3;
    private static final double LATE_GAIN = 0.20;
    /** Evidence: the share of steps over where no speed says whether the fast parts were behind it. */
    static final String WITHOUT_SPEED = "intensity_over_share";

    private static final double INTENSITY_SHARE = 0.8;

    /** Less than this over has no cause worth naming. */
    private static final double MIN_OVER_SHARE = 0.05;

    private static final int UPRIGHT_MDEG = -3000;
    private static final double UPRIGHT_SHARE = 0.5;
    private static final double MARGIN = 0.1;

    /** What is known of one pattern. */
    private enum Sure {
        YES,
        BORDERLINE,
        NO;

        static Sure atLeast(double value, double limit) {
            if (value >= limit * (1 + MARGIN)) {
                return YES;
            }
            return value >= limit * (1 - MARGIN) ? BORDERLINE : NO;
        }

        Sure or(Sure other) {
            return ordinal() < other.ordinal() ? this : other;
        }
    }

    private final JudgedSteps steps;
    private final Summary.Clip clip;
    private final long[] cuesUs;
    private final List<Pattern> found = new ArrayList<>();
    private final Map<String, Double> open = new TreeMap<>();

    private Patterns(JudgedSteps steps, Summary.Clip clip, long[] cuesUs) {
        this.steps = steps;
        this.clip = clip;
        this.cuesUs = cuesUs;
    }

    /**
     * Patterns that hold, the first one being the run's.
     *
     * @param cuesUs instants of the cues, rising
     * @param clip a clip that has moved leaves a late drift unknown; without a closing stand it is a possible one
     * @param halfUs instant of half of the plan, or of half of the run where nothing was planned
     */
    static List<Pattern> find(
            JudgedSteps steps,
            long[] cuesUs,
            int medianConfidence,
            Summary.Neutral neutral,
            Summary.Clip clip,
            long halfUs) {
        long spanUs = steps.spanUs();
        if (spanUs < MIN_RUN_US || steps.count() < MIN_STEPS || medianConfidence < MIN_CONFIDENCE) {
            return List.of(new Pattern(
                    Pattern.UNKNOWN,
                    Map.of(
                            "cued_run_s", spanUs / 1e6,
                            "judged_steps", (double) steps.count(),
                            "median_confidence", (double) medianConfidence)));
        }
        return new Patterns(steps, clip, cuesUs).find(neutral, halfUs);
    }

    private List<Pattern> find(Summary.Neutral neutral, long halfUs) {
        if (neutral.kind() != NeutralKind.DRILL) {
            late(halfUs);
            if (found.isEmpty()) {
                open.put(Pattern.WITHOUT_NEUTRAL_RUN, 1.0);
                found.add(new Pattern(Pattern.UNKNOWN, open));
            }
            return found;
        }
        early(neutral.baselineOffsetDeg());
        if (!late(halfUs)) {
            intensity();
        }
        upright();
        if (found.isEmpty()) {
            found.add(
                    open.isEmpty()
                            ? new Pattern(Pattern.NONE, Map.of("over_share", steps.overShare(0, Long.MAX_VALUE)))
                            : new Pattern(Pattern.UNKNOWN, open));
        }
        return found;
    }

    private void take(Sure sure, String name, Map<String, Double> evidence) {
        switch (sure) {
            case YES -> found.add(new Pattern(name, evidence));
            case BORDERLINE -> {
                open.putAll(evidence);
                open.put(Pattern.BORDERLINE, 1.0);
            }
            case NO -> {}
        }
    }

    private void early(double offsetDeg) {
        double share = steps.overShare(steps.firstUs(), steps.firstUs() + steps.spanUs() / 4);
        Sure sure = Sure.atLeast(share, Pattern.EARLY_SHARE).or(Sure.atLeast(offsetDeg, EARLY_OFFSET_DEG));
        take(sure, Pattern.EARLY, Map.of(Pattern.FIRST_QUARTER, share, "baseline_offset_deg", offsetDeg));
    }

    /** Whoever answers cues is over for less of the time: where the steps alone say no, what cues interrupted counts too. */
    private boolean late(long halfUs) {
        return late(steps, halfUs) || late(steps.withoutCues(cuesUs, INTERRUPTED_US), halfUs);
    }

    private boolean late(JudgedSteps all, long halfUs) {
        long firstUs = all.firstUs();
        long thirdUs = all.spanUs() / 3;
        double first = all.overShare(firstUs, firstUs + thirdUs);
        double last = all.overShare(firstUs + 2 * thirdUs, Long.MAX_VALUE);
        long driftUs = all.firstDriftUs(0, WINDOW_US);
        Sure sure = driftUs >= halfUs ? Sure.atLeast(last - first, LATE_GAIN) : Sure.NO;
        Map<String, Double> evidence = Map.of(
                "first_third_over_share", first,
                "last_third_over_share", last,
                "first_drift_s", driftUs / 1e6);
        if (sure == Sure.YES && clip.moved()) {
            open.putAll(evidence);
            open.put(Pattern.CLIP_MOVED, clip.largestShiftDeg() == null ? 0 : clip.largestShiftDeg());
        } else if (sure == Sure.YES) {
            found.add(new Pattern(Pattern.LATE, evidence, !clip.closingStand()));
        } else {
            take(sure, Pattern.LATE, evidence);
        }
        return sure == Sure.YES;
    }

    private void intensity() {
        double overShare = steps.overShare(0, Long.MAX_VALUE);
        if (overShare < MIN_OVER_SHARE) {
            return;
        }
        Intensity load = Intensity.of(steps);
        switch (load.kind()) {
            case UNKNOWN -> open.put(WITHOUT_SPEED, overShare);
            case EVEN -> {}
            case VARIED -> take(Sure.atLeast(load.overInHard(), INTENSITY_SHARE), Pattern.INTENSITY, load.evidence());
        }
    }

    /** Two IMUs only: a trunk held back without an arch. */
    private void upright() {
        int without = 0;
        int back = 0;
        for (int i = 0; i < steps.count(); i++) {
            if (steps.trunkMdeg(i) == JudgedSteps.NO_TRUNK) {
                return;
            }
            if (!steps.over(i)) {
                without++;
                back += steps.trunkMdeg(i) <= UPRIGHT_MDEG ? 1 : 0;
            }
        }
        double share = without == 0 ? 0 : (double) back / without;
        take(Sure.atLeast(share, UPRIGHT_SHARE), Pattern.UPRIGHT, Map.of("upright_share_of_steps_within", share));
    }
}
