package org.holdline.guide;

import java.util.List;

/** Which guided start it is. */
public enum GuideKind {
    /** The first time: the first two minutes of running are a provisional baseline. */
    QUICK(
            "quick",
            List.of(Step.STRAP, Step.STAND, Step.DRILL, Step.CHECK, Step.WALK, Step.GO, Step.BASELINE, Step.RUN)),
    /** Everything, a running neutral included. */
    FULL(
            "full",
            List.of(
                    Step.STRAP,
                    Step.STAND,
                    Step.BEND,
                    Step.DRILL,
                    Step.CHECK,
                    Step.WALK,
                    Step.GO,
                    Step.BASELINE,
                    Step.NEUTRAL,
                    Step.RUN)),
    /** Neutrals of earlier days are in the runner's profile: this mounting's stand is measured, and they are put on it. */
    RETURNING("returning", List.of(Step.STRAP, Step.STAND, Step.BEND, Step.WALK, Step.GO, Step.RUN)),
    NONE("none", List.of());

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Step> steps;

    GuideKind(String word, List<Step> steps) {
        this.word = word;
        this.steps = steps;
    }

    public String word() {
        return word;
    }

    /** From the strap to the cued run, in order. */
    public List<Step> steps() {
        return steps;
    }

    /** The step after one of its own; the cued run is the last. */
    Step after(Step step) {
        return steps.get(Math.min(steps.indexOf(step) + 1, steps.size() - 1));
    }
}
