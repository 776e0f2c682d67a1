package org.holdline.evaluate.runner;

import org.jspecify.annotations.Nullable;

/** What a session is about. The seed chooses it, so that a seed names a session wholly. */
public enum Scenario {
    /** An hour of the neutral posture, with all that a body does beside it. */
    CLEAN("none"),
    /** Blocks of arch, lean, upright trunk and neutral, mixed; no pattern is true of it. */
    BLOCKS(null),
    /** Leaning forward for long stretches, never arched. */
    LEAN("none"),
    /** Arched from the start, as in the easy run before. */
    EARLY("early"),
    /** Neutral at first; the arch grows after half of the run. */
    LATE("late"),
    /** Arched whenever the belt is fast. */
    INTENSITY("intensity"),
    /** Trunk held back, without an arch. */
    UPRIGHT("upright"),
    /** Neutral, while the clip creeps by 1 to 4 degrees. */
    CREEP("none"),
    /** The clip creeps, and the arch grows late as well. */
    CREEP_LATE("late"),
    /** Too short for any pattern. */
    SHORT("unknown");

    /** Two of twelve seeds run clean for an hour: the rate of false cues needs the hours. */
    private static final Scenario[] WHEEL = {
        CLEAN, BLOCKS, EARLY, LATE, LEAN, INTENSITY, CLEAN, BLOCKS, UPRIGHT, CREEP, CREEP_LATE, SHORT
    };

    /** Seeds after which every scenario has come as often as it should. */
    public static final int SEEDS_A_TURN = WHEEL.length;

    /** Simulated hours of {@link #CLEAN} in so many seeds. */
    public static final int CLEAN_HOURS_A_TURN = 2;

    private final @Nullable String pattern;

    Scenario(@Nullable String pattern) {
        this.pattern = pattern;
    }

    /** The pattern that is true of it, in the words of a summary; null when none is. */
    public @Nullable String pattern() {
        return pattern;
    }

    public static Scenario of(long seed) {
        return WHEEL[(int) Math.floorMod(seed, (long) WHEEL.length)];
    }

    /** True when a clip slides along the skin during the run. */
    public boolean creeps() {
        return this == CREEP || this == CREEP_LATE;
    }

    /** True when a clip may be knocked or its strap be pulled tight while running. */
    boolean hasJumps() {
        return this == CLEAN || this == BLOCKS;
    }
}
