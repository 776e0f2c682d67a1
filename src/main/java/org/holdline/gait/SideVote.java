package org.holdline.gait;

/**
 * Names the foot by a vote: the sign of the roll rate after contact is right in about four steps of five (Kiernan 2023),
 * feet alternate, so six steps vote together on which of the two alternations it is.
 */
final class SideVote {
    private static final int VOTES = 6;

    private final int[] votes = new int[VOTES];
    private int next;
    private int cast;
    private int parity = 1;
    private int decided;
    private boolean flipped;

    /** A new bout of steps: the alternation starts anew. */
    void restart() {
        next = 0;
        cast = 0;
        decided = 0;
    }

    void flip() {
        flipped = !flipped;
    }

    /**
     * Carries one step.
     *
     * @param rollRate any positive multiple of the mean roll rate after contact; negative (left side drops) speaks for a
     *     right foot
     * @param afterMissed a step was missed before this one, so that the same foot lands again
     */
    void step(long rollRate, boolean afterMissed) {
        if (!afterMissed) {
            parity = -parity;
        }
        votes[next] = Long.signum(rollRate) * parity;
        next = next + 1 == VOTES ? 0 : next + 1;
        cast = Math.min(cast + 1, VOTES);
        int sum = 0;
        for (int i = 0; i < VOTES; i++) {
            sum += votes[i];
        }
        if (cast == VOTES && sum != 0) {
            decided = sum > 0 ? 1 : -1;
        }
    }

    Side side() {
        int left = decided * parity * (flipped ? -1 : 1);
        return left > 0 ? Side.LEFT : left < 0 ? Side.RIGHT : Side.UNKNOWN;
    }
}
