package org.holdline.session.store;

import org.jspecify.annotations.Nullable;

/**
 * What a runner said of a run, each null until it is said: discomfort 0..10 before it, after it and the next morning, the minute it
 * began, 0..1440, and effort 0..10.
 */
public record Answers(
        @Nullable Integer before,
        @Nullable Integer after,
        @Nullable Integer nextMorning,
        @Nullable Integer beganMin,
        @Nullable Integer effort) {
    public static final Answers NONE = new Answers(null, null, null, null, null);

    /** These, and the others' where nothing is said here. */
    public Answers over(Answers others) {
        return new Answers(
                or(before, others.before),
                or(after, others.after),
                or(nextMorning, others.nextMorning),
                or(beganMin, others.beganMin),
                or(effort, others.effort));
    }

    private static @Nullable Integer or(@Nullable Integer first, @Nullable Integer second) {
        return first == null ? second : first;
    }
}
