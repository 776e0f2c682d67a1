package org.holdline.guide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A guided start as messages and JSON lines tell it. Keys may be added. */
public final class Shown {
    private static final double US_PER_S = 1e6;

    private Shown() {}

    /** All that a page or a script needs to show it, and nothing of it is kept by either. */
    public static Map<String, Object> of(Guide guide) {
        Map<String, Object> values = new LinkedHashMap<>();
        Step step = guide.step();
        values.put("kind", guide.kind().word());
        values.put("step", step.word());
        values.put("line", guide.line());
        values.put("turn", guide.turn());
        values.put("choices", guide.choices());
        values.put("skippable", step.isSkippable());
        values.put("hands_free", step.isHandsFree());
        values.put("refused", guide.isRefused());
        List<Step> steps = guide.kind().steps();
        values.put("at", Math.max(0, steps.indexOf(step) + 1));
        values.put("of", steps.size());
        values.put("count", guide.count());
        values.put("count_of", guide.countOf());
        values.put("taps", guide.taps());
        if (guide.toRunningUs() >= 0) {
            values.put("to_running_s", guide.toRunningUs() / US_PER_S);
            values.put("standing_s", guide.standingUs() / US_PER_S);
        }
        values.put("confidence_pct", guide.confidencePct());
        values.put("skipped", guide.skipped().stream().sorted().map(Step::word).toList());
        Memory memory = guide.memory();
        values.put("planned_s", guide.plan().plannedS());
        values.put("planned_m", guide.plan().plannedM());
        values.put("planned_by", guide.isPlannedByLastRun() ? "last_run" : "choice");
        values.put("usual_kmh", memory.speedMPerH() / 1e3);
        values.put("felt_ms", memory.feltMs());
        values.put("unfelt", memory.unfelt());
        return values;
    }
}
