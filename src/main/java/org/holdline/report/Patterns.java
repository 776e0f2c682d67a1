package org.holdline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdline.posture.NeutralKind;

/**
 * Early or late, or neither: the two ask for different practice. Where the run is too short, or the neutral itself was taken
 * from the first minute, the answer is that we do not know.
 */
final class Patterns {
    /** Five minutes, less the first and the last stride: the span between steps is that much shorter than the run. */
    private static final long MIN_RUN_US = 298_000_000;

    private static final int MIN_STEPS = 600;
    private static final int MIN_CONFIDENCE = 50;
    private static final long WINDOW_US = 60_000_000;
    private static final double EARLY_SHARE = 0.5;
    private static final double EARLY_OFFSET_DEG = 3;
    private static final double LATE_GAIN = 0.20;

    private Patterns() {}

    /**
     * Patterns that hold, the first one being the run's.
     *
     * @param halfUs instant of half of the plan, or of half of the run where nothing was planned
     */
    static List<Pattern> find(JudgedSteps steps, int medianConfidence, Summary.Neutral neutral, long halfUs) {
        long spanUs = steps.spanUs();
        if (spanUs < MIN_RUN_US || steps.count() < MIN_STEPS || medianConfidence < MIN_CONFIDENCE) {
            return List.of(new Pattern(
                    Pattern.UNKNOWN,
                    Map.of(
                            "cued_run_s", spanUs / 1e6,
                            "judged_steps", (double) steps.count(),
                            "median_confidence", (double) medianConfidence)));
        }
        List<Pattern> found = new ArrayList<>();
        boolean marked = neutral.kind() == NeutralKind.DRILL;
        if (marked) {
            addEarly(found, steps, neutral.baselineOffsetDeg());
        }
        addLate(found, steps, halfUs);
        if (found.isEmpty()) {
            found.add(
                    marked
                            ? new Pattern(Pattern.NONE, Map.of("over_share", steps.overShare(0, Long.MAX_VALUE)))
                            : new Pattern(Pattern.UNKNOWN, Map.of("neutral_from_first_minute", 1.0)));
        }
        return found;
    }

    private static void addEarly(List<Pattern> found, JudgedSteps steps, double offsetDeg) {
        double share = steps.overShare(steps.firstUs(), steps.firstUs() + steps.spanUs() / 4);
        if (share >= EARLY_SHARE || offsetDeg >= EARLY_OFFSET_DEG) {
            found.add(new Pattern(
                    Pattern.EARLY, Map.of("first_quarter_over_share", share, "baseline_offset_deg", offsetDeg)));
        }
    }

    private static void addLate(List<Pattern> found, JudgedSteps steps, long halfUs) {
        long firstUs = steps.firstUs();
        long thirdUs = steps.spanUs() / 3;
        double first = steps.overShare(firstUs, firstUs + thirdUs);
        double last = steps.overShare(firstUs + 2 * thirdUs, Long.MAX_VALUE);
        long driftUs = steps.firstDriftUs(0, WINDOW_US);
        if (last - first >= LATE_GAIN && driftUs >= halfUs) {
            found.add(new Pattern(
                    Pattern.LATE,
                    Map.of(
                            "first_third_over_share", first,
                            "last_third_over_share", last,
                            "first_drift_s", driftUs / 1e6)));
        }
    }
}
