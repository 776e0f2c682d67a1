package org.holdline.readers;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** JSON lines of a run: its events counted here, its distance reckoned anew, its own summary only where nothing can be counted. */
public final class LinesReader {
    private static final String READER = "json";
    private static final Set<String> JUDGED = Set.of("within", "over", "brief", "holding");
    private static final long JOINED_US = 1_000_000;

    private LinesReader() {}

    public static double number(Map<String, Object> line, String key) {
        Object text = line.get(key);
        return text instanceof String value ? Double.parseDouble(value) : Double.NaN;
    }

    public static List<Map<String, Object>> ofType(List<Map<String, Object>> lines, String type) {
        return lines.stream().filter(line -> type.equals(line.get("type"))).toList();
    }

    /** Says what a summary line holds. */
    @SuppressWarnings("unchecked")
    public static void tellSummary(String reader, Map<String, Object> summary, CrossCheck check) {
        for (String figure : List.of(
                "duration_s",
                "steps",
                "running_steps",
                "judged_steps",
                "over_steps",
                "cues",
                "cadence_spm",
                "contact_ms")) {
            check.say(reader, figure, number(summary, figure));
        }
        check.say(reader, "held_back", number(summary, "suppressed"));
        Map<String, Object> gait = (Map<String, Object>) summary.get("gait");
        check.say(reader, "oscillation_mm", number(gait, "vertical_oscillation_mm"));
        Map<String, Object> dose = (Map<String, Object>) summary.get("dose");
        check.say(reader, "over_per_km", number(dose, "over_per_km"));
        Map<String, Object> neutral = (Map<String, Object>) summary.get("neutral");
        check.say(reader, "threshold_deg", number(neutral, "threshold_deg"));
        check.say(reader, "simulated", Boolean.TRUE.equals(summary.get("simulated")) ? 1 : 0);
    }

    /** Says what the events come to. */
    public static void tell(List<Map<String, Object>> lines, CrossCheck check) {
        List<Map<String, Object>> steps = ofType(lines, "step");
        List<Map<String, Object>> verdicts = ofType(lines, "verdict");
        check.say(READER, "steps", steps.size());
        check.say(READER, "running_steps", (double)
                steps.stream().filter(step -> "run".equals(step.get("gait"))).count());
        check.say(READER, "judged_steps", (double)
                verdicts.stream().filter(v -> JUDGED.contains(v.get("reason"))).count());
        check.say(READER, "over_steps", (double)
                verdicts.stream().filter(v -> number(v, "over") == 1).count());
        check.say(READER, "cues", ofType(lines, "cue").size());
        check.say(READER, "held_back", ofType(lines, "suppressed").size());
        check.say(
                READER,
                "simulated",
                lines.stream().allMatch(line -> Boolean.TRUE.equals(line.get("simulated"))) ? 1 : 0);
        check.say(READER, "moving_s", (number(steps.getLast(), "t_us") - number(steps.getFirst(), "t_us")) / 1e6);
        check.say(READER, "distance_m", metres(lines, steps));
    }

    /** The belt's speed over the time between steps that are no more than a second apart. */
    private static double metres(List<Map<String, Object>> lines, List<Map<String, Object>> steps) {
        List<Map<String, Object>> spans = ofType(lines, "belt_span");
        double firstUs = lines.stream()
                .mapToDouble(line -> number(line, "t_us"))
                .filter(us -> !Double.isNaN(us))
                .min()
                .orElseThrow();
        double metres = 0;
        for (int i = 1; i < steps.size(); i++) {
            double fromUs = number(steps.get(i - 1), "t_us") - firstUs;
            double toUs = number(steps.get(i), "t_us") - firstUs;
            if (toUs - fromUs > JOINED_US) {
                continue;
            }
            for (int span = 0; span < spans.size(); span++) {
                double beginUs = Math.max(fromUs, number(spans.get(span), "from_us"));
                double endUs = span + 1 < spans.size() ? Math.min(toUs, number(spans.get(span + 1), "from_us")) : toUs;
                metres += Math.max(0, endUs - beginUs) / 1e6 * number(spans.get(span), "speed_kmh") / 3.6;
            }
        }
        return metres;
    }
}
