package org.holdline.gait;

/**
 * Notices a change of speed that nobody told: contact time, cadence and load against those of half a minute ago. The contact
 * must change one way, cadence and load the other.
 */
public final class PaceShift {
    /** Steps on either side, and between them: a belt takes some seconds. */
    private static final int WINDOW = 40;

    private static final int BETWEEN = 8;
    private static final int STEPS = 2 * WINDOW + BETWEEN;

    // Of the value before, 1/1000: on virtual runners these found 58 of 72 changes of 2.5 to 4 km/h, and 10 in 41 hours
    // where there was none.
    private static final long MIN_CONTACT = 30;
    private static final long MIN_CADENCE = 10;
    private static final long MIN_TOGETHER = 60;

    private final int[] contactUs = new int[STEPS];
    private final int[] cadenceDspm = new int[STEPS];
    private final int[] stanceMg = new int[STEPS];
    private int count;
    private int next;
    private int lastMg;

    /** Carries one running step; true when the pace has changed. Then it needs as many steps again before it may answer. */
    public boolean step(Step step) {
        if (step.runningStepsBefore == 0) {
            count = 0;
            return false;
        }
        if (step.cadenceDspm == 0) {
            return false;
        }
        // A step whose load is masked stands with the one before it.
        lastMg = step.stanceMg == Step.NONE ? lastMg : step.stanceMg;
        contactUs[next] = (int) (step.toeOffUs - step.contactUs);
        cadenceDspm[next] = step.cadenceDspm;
        stanceMg[next] = lastMg;
        next = next + 1 == STEPS ? 0 : next + 1;
        count++;
        if (count < STEPS || !hasChanged()) {
            return false;
        }
        count = 0;
        return true;
    }

    private boolean hasChanged() {
        long contact = change(contactUs);
        long cadence = change(cadenceDspm);
        long load = change(stanceMg);
        if (cadence < 0) {
            contact = -contact;
            cadence = -cadence;
            load = -load;
        }
        return -contact >= MIN_CONTACT && cadence >= MIN_CADENCE && load > 0 && cadence - contact >= MIN_TOGETHER;
    }

    /** Newest window against the oldest, 1/1000 of the oldest. */
    private long change(int[] values) {
        long before = 0;
        long after = 0;
        for (int i = 0; i < WINDOW; i++) {
            before += values[(next + i) % STEPS];
            after += values[(next + STEPS - 1 - i) % STEPS];
        }
        return before == 0 ? 0 : (after - before) * 1000 / before;
    }
}
