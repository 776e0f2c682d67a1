package org.holdline.app;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.holdline.guide.Plan;
import org.holdline.report.reading.NextPlan;
import org.holdline.road.Event;
import org.holdline.sample.Sample;
import org.holdline.session.store.KeptPlan;
import org.holdline.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a runner's last run asked of this one: said before it, and where it speaks of an instant or of a speed, reminded of once in it.
 * Never by the motor, and not within half a minute of a cue. By the thread that follows the guide.
 */
final class NextRun {
    private static final String WALK_BREAK = "walk_break";
    private static final String FIRST_QUARTER = "first_quarter";
    private static final String EASIER_FAST = "easier_fast";

    /** No run is planned: discomfort comes first. */
    static final String EASE_OFF = "ease_off";

    private static final Set<String> AT_AN_INSTANT = Set.of(WALK_BREAK, FIRST_QUARTER);
    private static final long SHOWN_US = 15_000_000;
    private static final long AFTER_CUE_US = 30_000_000;
    private static final long TOO_FAST_US = 5_000_000;
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final KeptPlan plan;
    private long firstUs = NEVER;
    private long cueUs = NEVER;
    private long fastUs = NEVER;
    private long remindedUs = NEVER;
    private boolean showing;

    NextRun(KeptPlan plan) {
        this.plan = plan;
    }

    /** False for what a later program asked, or what nobody can plan. */
    static boolean isKnown(KeptPlan plan) {
        return Arrays.stream(NextPlan.Aim.values()).anyMatch(aim -> aim.word().equals(plan.aim()))
                && plan.plannedS() >= 0
                && plan.plannedS() <= 86_400
                && plan.plannedM() >= 0
                && plan.plannedM() <= 100_000;
    }

    /** Null where neither time nor distance is planned. */
    @Nullable
    Plan plan() {
        return plan.plannedS() > 0 || plan.plannedM() > 0 ? new Plan(plan.plannedS(), plan.plannedM()) : null;
    }

    /** One sentence. */
    String words(Texts texts) {
        return texts.text(
                key(),
                Map.of(
                        "at",
                        String.format(Locale.ROOT, "%d:%02d", plan.atS() / 60, plan.atS() % 60),
                        "speed",
                        String.format(Locale.ROOT, "%.1f ", plan.mostKmh()) + texts.text("unit.kmh")));
    }

    /** Hard intervals at a speed that nobody knows have words of their own. */
    private String key() {
        return "aim." + plan.aim() + (plan.aim().equals(EASIER_FAST) && plan.mostKmh() == 0 ? ".hard" : "");
    }

    /** Time or distance in a few words; empty where neither is planned. */
    String lengthWords() {
        return plan.plannedS() > 0
                ? (plan.plannedS() + 30) / 60 + " min"
                : plan.plannedM() > 0 ? String.format(Locale.ROOT, "%.1f km", plan.plannedM() / 1000.0) : "";
    }

    /** The JSON line {@code plan}; without its type the keys of {@code session runners}. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("aim", plan.aim());
        values.put("planned_s", plan.plannedS());
        values.put("planned_m", plan.plannedM());
        values.put("at_s", plan.atS());
        values.put("most_kmh", plan.mostKmh());
        values.put("of_run", plan.run());
        return values;
    }

    /** An event of the run, in order. */
    void event(Event event) {
        switch (event.kind) {
            case CUE -> {
                cueUs = event.timeUs;
                // A cue is what counts now: a reminder that stands goes.
                remindedUs = remindedUs == NEVER ? NEVER : Math.min(remindedUs, event.timeUs - SHOWN_US);
            }
            case STEP -> {
                boolean fast = plan.mostKmh() > 0
                        && event.speedMPerH != Sample.UNKNOWN
                        && event.speedMPerH > plan.mostKmh() * 1000;
                fastUs = !fast ? NEVER : fastUs == NEVER ? event.timeUs : fastUs;
            }
            default -> {
                // Says nothing of the plan.
            }
        }
    }

    /** Time passes. True when the reminder has just come or gone. */
    boolean look(long timeUs) {
        firstUs = firstUs == NEVER ? timeUs : firstUs;
        boolean due = remindedUs == NEVER && timeUs - cueUs >= AFTER_CUE_US && isDue(timeUs);
        if (due) {
            remindedUs = timeUs;
        }
        boolean shows = remindedUs != NEVER && timeUs - remindedUs < SHOWN_US;
        boolean changed = shows != showing;
        showing = shows;
        return changed;
    }

    private boolean isDue(long timeUs) {
        if (AT_AN_INSTANT.contains(plan.aim())) {
            return plan.atS() > 0 && timeUs - firstUs >= plan.atS() * 1_000_000L;
        }
        return plan.aim().equals(EASIER_FAST) && fastUs != NEVER && timeUs - fastUs >= TOO_FAST_US;
    }

    /** The reminder stands. */
    boolean isReminding() {
        return showing;
    }

    /** The key {@code reminder} of the page, and the rest of the JSON line of that name. */
    Map<String, Object> reminder() {
        return Map.of("aim", plan.aim());
    }
}
