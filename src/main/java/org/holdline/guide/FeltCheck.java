package org.holdline.guide;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Whether the runner feels the motor: one to four pulses, by chance, and the number is told. Two right answers at one strength, the
 * weakest first; both by guessing come once in sixteen.
 */
final class FeltCheck {
    static final int MOST_PULSES = 4;
    private static final int RIGHT_ANSWERS = 2;

    /** What an answer comes to. */
    enum Result {
        AGAIN,
        /** Not what was played: the next pulses are stronger. */
        STRONGER,
        FELT,
        /** Not felt at the greatest strength either. */
        UNFELT
    }

    private final List<Integer> strengthsMs;
    private final RandomGenerator chance;
    private int level;
    private int right;
    private int played;

    /** @param strengthsMs lengths of a pulse, weakest first */
    FeltCheck(List<Integer> strengthsMs, RandomGenerator chance) {
        this.strengthsMs = List.copyOf(strengthsMs);
        this.chance = chance;
    }

    void begin() {
        level = 0;
        right = 0;
    }

    /** Draws how many pulses come next. */
    int draw() {
        played = 1 + chance.nextInt(MOST_PULSES);
        return played;
    }

    int strengthMs() {
        return strengthsMs.get(level);
    }

    /** Answers right at this strength so far. */
    int right() {
        return right;
    }

    Result answer(int pulses) {
        if (pulses == played) {
            right++;
            return right == RIGHT_ANSWERS ? Result.FELT : Result.AGAIN;
        }
        right = 0;
        if (level + 1 == strengthsMs.size()) {
            return Result.UNFELT;
        }
        level++;
        return Result.STRONGER;
    }
}
