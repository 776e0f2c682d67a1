package org.holdline.evaluate.score;

import org.jspecify.annotations.Nullable;

/**
 * One line of the result.
 *
 * @param measure what was measured
 * @param value the figure over all sessions; NaN when there was nothing to measure
 * @param bounds 95 % of it
 * @param hits what was counted or added up
 * @param total out of so many steps, sessions, stretches or hours
 * @param target what was asked for, or null
 * @param worst the session farthest on the bad side, or null when none stands out
 */
record Figure(
        Measure measure,
        double value,
        Bounds bounds,
        double hits,
        double total,
        Measure.@Nullable Target target,
        @Nullable Worst worst) {
    /** A session and its own figure. */
    record Worst(long seed, double value) {}

    /** Null when nothing was asked for or nothing could be measured. */
    @Nullable
    Boolean isMet() {
        return (target == null || Double.isNaN(value)) ? null : target.isMet(value);
    }
}
