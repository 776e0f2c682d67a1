package org.holdline.report;

import java.util.Map;

/**
 * One way in which the deviation lay over the run.
 *
 * @param name unknown, early, late, intensity, upright or none
 * @param evidence what it rests on, key with unit to number
 */
public record Pattern(String name, Map<String, Double> evidence) {
    public static final String UNKNOWN = "unknown";
    public static final String EARLY = "early";
    public static final String LATE = "late";
    public static final String INTENSITY = "intensity";
    public static final String UPRIGHT = "upright";
    public static final String NONE = "none";

    public Pattern {
        evidence = Map.copyOf(evidence);
    }
}
