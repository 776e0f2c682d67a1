package org.holdline.posture;

/**
 * Sees a clip turn in the middle of running. How fast a pitch changes does not tell a clip from a body: an arch can come within
 * two steps, and moves the sacrum alone in some runners. What a change of posture does not bring is a roll of one clip that
 * stays, or a blow against it in the same step; a clip that turns in the runner's own plane without a blow is not seen.
 */
final class Jump {
    /** Steps before and after the turn that are compared, longer than a turn of the head. */
    private static final int SIDE = 8;

    /** Steps that the turn itself may take. */
    private static final int GAP = 2;

    private static final int SEEN = 2 * SIDE + GAP;

    /** Steps before the turn that the old posture is taken from, and after it that the new one is. */
    private static final int LONG = 32;

    private static final int RING = 64;

    /** Change that strides may show beside the turn, and without one: a share and an amount. */
    private static final int LOOSE_SHARE = 6;

    private static final int LOOSE_MDEG = 500;

    /** Roll that goes with a turn, at least. */
    private static final int ROLL_MDEG = 1000;

    /** A blow is so much more than the hardest of the last steps: a share in per cent and an amount. */
    private static final int BLOW_PCT = 130;

    private static final int BLOW_MG = 1500;

    private final int jumpMdeg;
    private final boolean dual;
    private final Track lower = new Track();
    private final Track upper = new Track();
    private long count;
    private boolean open;
    private int beforeMdeg;
    private long afterSum;
    private int afterSteps;

    /** Pitch, roll and hardest force of one clip, a step. */
    private static final class Track {
        private final int[] pitch = new int[RING];
        private final int[] roll = new int[RING];
        private final int[] peakMg = new int[RING];
    }

    Jump(SlipParams params, boolean dual) {
        jumpMdeg = params.jumpMdeg();
        this.dual = dual;
    }

    /** Running was broken off, or a step was left out: what was before is no longer next to what comes. */
    void forget() {
        count = 0;
    }

    /** What a turn that is being measured was found by no longer stands. */
    void close() {
        open = false;
        count = 0;
    }

    /** Of the next step: the mean pitch and roll of the lower clip, 1/1000 degree, and its hardest force, 1/1000 g. */
    void lower(int pitchMdeg, int rollMdeg, int peakMg) {
        put(lower, pitchMdeg, rollMdeg, peakMg);
    }

    void upper(int pitchMdeg, int rollMdeg, int peakMg) {
        put(upper, pitchMdeg, rollMdeg, peakMg);
    }

    private void put(Track track, int pitchMdeg, int rollMdeg, int peakMg) {
        int at = (int) count & (RING - 1);
        track.pitch[at] = pitchMdeg;
        track.roll[at] = rollMdeg;
        track.peakMg[at] = peakMg;
    }

    /** Both clips of a step are told: true when one has turned within the last steps. */
    boolean step() {
        int at = (int) count & (RING - 1);
        count++;
        if (open) {
            afterSum += lower.pitch[at] - upper.pitch[at];
            afterSteps++;
            return false;
        }
        if (count < SEEN || !(turned(lower, upper) || (dual && turned(upper, lower)))) {
            return false;
        }
        open = true;
        beforeMdeg = archBefore();
        afterSum = 0;
        afterSteps = 0;
        return true;
    }

    private boolean turned(Track one, Track other) {
        int by = change(one.pitch);
        int loose = Math.abs(by) / LOOSE_SHARE + LOOSE_MDEG;
        return Math.abs(by) >= jumpMdeg
                && isEven(one.pitch, loose)
                && (!dual || Math.abs(change(other.pitch)) <= loose)
                && (rolled(one, other) || (isStruck(one) && !(dual && isStruck(other))));
    }

    private boolean rolled(Track one, Track other) {
        return Math.abs(change(one.roll)) >= ROLL_MDEG
                && isEven(one.roll, LOOSE_MDEG)
                && (!dual || Math.abs(change(other.roll)) <= LOOSE_MDEG);
    }

    /** The hardest force in and beside the gap stands out of all others. */
    private boolean isStruck(Track one) {
        int blow = peak(one, SIDE - 1, GAP + 2);
        int usual = Math.max(peak(one, 0, SIDE - 1), peak(one, SIDE + GAP + 1, SIDE - 1));
        return blow >= usual / 100 * BLOW_PCT + BLOW_MG;
    }

    private int peak(Track one, int ago, int steps) {
        int most = 0;
        for (int i = 0; i < steps; i++) {
            most = Math.max(most, one.peakMg[at(ago + i)]);
        }
        return most;
    }

    /** Mean of the last steps minus that of those before the gap. */
    private int change(int[] ring) {
        return mean(ring, 0, SIDE) - mean(ring, SIDE + GAP, SIDE);
    }

    /** On either side of the gap the posture held. */
    private boolean isEven(int[] ring, int looseMdeg) {
        return Math.abs(drift(ring, 0)) <= looseMdeg && Math.abs(drift(ring, SIDE + GAP)) <= looseMdeg;
    }

    private int drift(int[] ring, int ago) {
        return mean(ring, ago, SIDE / 2) - mean(ring, ago + SIDE / 2, SIDE / 2);
    }

    private int mean(int[] ring, int ago, int steps) {
        int sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += ring[at(ago + i)];
        }
        return sum / steps;
    }

    private int at(int ago) {
        return (int) (count - 1 - ago) & (RING - 1);
    }

    private int archBefore() {
        int steps = (int) Math.min(LONG, count - SIDE - GAP) & -2;
        return mean(lower.pitch, SIDE + GAP, steps) - mean(upper.pitch, SIDE + GAP, steps);
    }

    /** True when enough steps have come since to say how far the clip turned. */
    boolean isMeasured() {
        return open && afterSteps >= LONG;
    }

    /** Lower minus upper pitch, after minus before; ends the measurement. */
    int takeTurnMdeg() {
        open = false;
        count = 0;
        return (int) (afterSum / afterSteps) - beforeMdeg;
    }
}
