package org.holdline.cue;

/**
 * Whether a cue changed anything: the median deviation of ten steps before it against that of the ten after it. A runner needs
 * a second or three to answer, and a cue comes while an arch is still growing; so the ten steps after those get a chance too,
 * against the worse of what was before.
 */
final class Response {
    /** What is known of the last cue once a step was carried. */
    enum Outcome {
        /** No cue waits for an answer, or not enough steps have come since. */
        OPEN,
        ANSWERED,
        UNANSWERED
    }

    static final int STEPS = 10;

    private final int minGainMdeg;
    private final int[] lastMdeg = new int[STEPS];
    private final int[] sorted = new int[STEPS];
    private int count;
    private int next;
    private int waitingSteps;
    private int beforeMdeg;

    /** @param minGainMdeg the deviation must become at least this much less to be an answer, 1/1000 degree */
    Response(int minGainMdeg) {
        this.minGainMdeg = minGainMdeg;
    }

    /** What comes does not belong with what was: an open question stays open for good. */
    void forget() {
        count = 0;
        next = 0;
        waitingSteps = 0;
    }

    /** A cue was decided at the step carried last. With fewer than ten steps before it nothing can be said of it. */
    void cued() {
        waitingSteps = count < STEPS ? 0 : 2 * STEPS;
        beforeMdeg = median();
    }

    /** Carries the deviation of one judged step, 1/1000 degree. */
    Outcome step(int deviationMdeg) {
        lastMdeg[next] = deviationMdeg;
        next = next + 1 == STEPS ? 0 : next + 1;
        count = Math.min(count + 1, STEPS);
        if (waitingSteps == 0) {
            return Outcome.OPEN;
        }
        waitingSteps--;
        return waitingSteps % STEPS == 0 ? compare() : Outcome.OPEN;
    }

    private Outcome compare() {
        int afterMdeg = median();
        if (beforeMdeg - afterMdeg >= minGainMdeg) {
            waitingSteps = 0;
            return Outcome.ANSWERED;
        }
        beforeMdeg = Math.max(beforeMdeg, afterMdeg);
        return waitingSteps == 0 ? Outcome.UNANSWERED : Outcome.OPEN;
    }

    private int median() {
        for (int i = 0; i < STEPS; i++) {
            int value = lastMdeg[i];
            int j = i;
            while (j > 0 && sorted[j - 1] > value) {
                sorted[j] = sorted[j - 1];
                j--;
            }
            sorted[j] = value;
        }
        return (sorted[STEPS / 2 - 1] + sorted[STEPS / 2]) / 2;
    }
}
