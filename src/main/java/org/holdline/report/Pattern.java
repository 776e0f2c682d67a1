package org.holdline.report;

import java.util.Map;

/**
 * One way in which the deviation lay over the run.
 *
 * @param name unknown, early, late, intensity, upright or none
 * @param evidence what it rests on, key with unit to number
 * @param possible true where nothing tells it from a clip that crept: no closing stand says that it stayed
 */
public record Pattern(String name, Map<String, Double> evidence, boolean possible) {
    static final String FIRST_QUARTER = "first_quarter_over_share";
    static final double EARLY_SHARE = 0.5;

    /** Evidence of an unknown pattern: no neutral run says what the deviation from the start was. */
    static final String WITHOUT_NEUTRAL_RUN = "neutral_from_first_minute";

    /** Evidence of an unknown pattern that lies within the margin of a limit. */
    static final String BORDERLINE = "borderline";

    /** Evidence of a late drift that is not named: by how much a clip has moved, degrees. */
    static final String CLIP_MOVED = "clip_moved_deg";

    public static final String UNKNOWN = "unknown";
    public static final String EARLY = "early";
    public static final String LATE = "late";
    public static final String INTENSITY = "intensity";
    public static final String UPRIGHT = "upright";
    public static final String NONE = "none";

    public Pattern {
        evidence = Map.copyOf(evidence);
    }

    Pattern(String name, Map<String, Double> evidence) {
        this(name, evidence, false);
    }

    /** Unknown for want of a neutral run alone: enough was judged, and nothing came late in the run or near a limit. */
    public boolean isWithoutNeutralRun() {
        return name.equals(UNKNOWN)
                && evidence.containsKey(WITHOUT_NEUTRAL_RUN)
                && !evidence.containsKey(CLIP_MOVED)
                && !evidence.containsKey(BORDERLINE);
    }

    /** Early by the steps of the first quarter themselves, and not by the easy run alone. */
    public boolean isEarlyBySteps() {
        return name.equals(EARLY) && evidence.getOrDefault(FIRST_QUARTER, 0.0) >= EARLY_SHARE;
    }
}
