package org.holdline.evaluate.score;

import org.holdline.sample.Placement;
import org.jspecify.annotations.Nullable;

/** What is measured, and what it was meant to be. */
enum Measure {
    PRECISION("precision: steps called over that were arched", Kind.SHARE),
    RECALL("recall: arched steps called over", Kind.SHARE),
    PRECISION_STILL_CLIP("precision while no clip has moved", Kind.SHARE),
    PRECISION_BY_BONE("precision by the bones, wander and step noise included", Kind.SHARE),
    RECALL_BY_BONE("recall by the bones", Kind.SHARE),
    PERFECT_PRECISION("precision of a perfect sensor here, band 3 deg", Kind.SHARE),
    PERFECT_RECALL("recall of a perfect sensor here, band 3 deg", Kind.SHARE),
    SEEN_PRECISION("precision by what this place sees: steps called over with its own bones 3 deg beyond", Kind.SHARE),
    SEEN_RECALL("recall by what this place sees: steps with its own bones 3 deg beyond called over", Kind.SHARE),
    SEEN_CLEAR_PRECISION("the same precision, steps from 1.5 to 4.5 deg left out", Kind.SHARE),
    SEEN_STILL_PRECISION("that precision while no clip has moved, steps from 1.5 to 4.5 deg left out", Kind.SHARE),
    SEEN_CLEAR_RECALL("the same recall, steps from 1.5 to 4.5 deg left out", Kind.SHARE),
    UNJUDGED("steps of the run without a judgement", Kind.SHARE),
    FIRST_CUE("first cue within 15 s", Kind.SHARE),
    FIRST_CUE_DELAY("first cue after, s", Kind.MEAN),
    LEAN_CUES("cues while only leaning, per h", Kind.PER_HOUR),
    UPRIGHT_CUES("cues while only upright, per h", Kind.PER_HOUR),
    FALSE_CUES("cues while clean, per 2 h", Kind.PER_TWO_HOURS),
    FALSE_CUES_STILL_CLIP("cues while clean and no clip has moved, per 2 h", Kind.PER_TWO_HOURS),
    CREEP_CUES("cues while only the clip creeps, per h", Kind.PER_HOUR),
    PATTERNS("patterns named as they were", Kind.SHARE),
    LATE_FROM_CREEP("creep called late", Kind.SHARE),
    JUMPS_FOUND("clip turned while running by 2 to 6 deg: said within 10 s", Kind.SHARE),
    JUMPS_INVENTED("said to have turned and had not, per h", Kind.PER_HOUR),
    STEPS("steps found, F1", Kind.F1),
    CONTACT_BIAS("foot contact off by, ms", Kind.MEAN),
    TOE_OFF_BIAS("toe-off off by, ms", Kind.MEAN),
    CONTACT_TIME_BIAS("contact time off by, ms", Kind.MEAN),
    CADENCE_ERROR("cadence off by (absolute), steps/min", Kind.MEAN);

    /** How hits and totals make a figure. */
    enum Kind {
        /** Hits of a total. */
        SHARE,
        /** Hits of hits, misses and extras together, told as F1. */
        F1,
        /** Events in hours. */
        PER_HOUR,
        PER_TWO_HOURS,
        /** Sum of values over their number. */
        MEAN
    }

    /**
     * What was asked for.
     *
     * @param limit the figure that just meets it
     * @param atLeast true when more is better
     */
    record Target(double limit, boolean atLeast) {
        boolean isMet(double value) {
            return atLeast ? value >= limit : value <= limit;
        }
    }

    private final String words;
    private final Kind kind;

    Measure(String words, Kind kind) {
        this.words = words;
        this.kind = kind;
    }

    String words() {
        return words;
    }

    Kind kind() {
        return kind;
    }

    /** Null where nothing was asked for: the figure is shown for what it is. */
    @Nullable
    Target target(Placement placement) {
        boolean dual = placement.isDual();
        boolean sacral = placement == Placement.SACRAL;
        return switch (this) {
            case PRECISION -> new Target(dual ? 0.97 : 0.95, true);
            case RECALL -> new Target(dual ? 0.97 : 0.90, true);
            case FIRST_CUE -> dual ? new Target(1, true) : null;
            case LEAN_CUES -> sacral ? null : new Target(0, false);
            case FALSE_CUES -> new Target(1, false);
            case PATTERNS -> dual ? new Target(0.95, true) : null;
            case LATE_FROM_CREEP -> new Target(0, false);
            default -> null;
        };
    }

    /** True when a larger figure is the worse one. */
    boolean isWorseWhenLarger() {
        return switch (this) {
            case UNJUDGED,
                    FIRST_CUE_DELAY,
                    LEAN_CUES,
                    UPRIGHT_CUES,
                    FALSE_CUES,
                    FALSE_CUES_STILL_CLIP,
                    CREEP_CUES,
                    LATE_FROM_CREEP,
                    JUMPS_INVENTED,
                    CONTACT_BIAS,
                    TOE_OFF_BIAS,
                    CONTACT_TIME_BIAS,
                    CADENCE_ERROR -> true;
            default -> false;
        };
    }
}
