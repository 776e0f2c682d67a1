package org.holdline.posture;

import org.holdline.fixed.Fixed;
import org.holdline.gait.Figures;
import org.holdline.gait.Step;
import org.holdline.sample.Phase;

/**
 * Whether one IMU at the sacrum can tell this runner's hollow back from this runner's lean. Both tip it forward; what may differ is
 * how the runner runs in them: contact, load, rhythm, and how far the pelvis swings. A short sequence shows both on purpose, in
 * turns ({@link Phase#HOLLOW}, {@link Phase#LEAN}, at least twice each), and a threshold on the one feature that differs most is
 * tried on each bout with what the other bouts taught: neither a drift nor one odd bout can pass for a difference.
 *
 * <p>What is told is the mean of the two rates at which bouts left out were told apart, and the lower end of its Wilson interval
 * (Wilson, J Am Stat Assoc 1927, 22:209), both ends of one such rate taken at 95 %. Steps count in blocks of eight, the cue's own
 * window, since neighbours resemble each other.
 */
public final class Separability {
    /** Of 100: the lower bound from which cues are worth it; below it more than one lean in four may be cued. */
    public static final int ENOUGH_PCT = 75;

    /** Telling by the toss of a coin. */
    public static final int CHANCE_PCT = 50;

    static final int BLOCK_STEPS = 8;

    /** Until a posture is taken up and the stride lies in it, steps. */
    static final int SETTLING_STEPS = 12;

    private static final int MIN_BOUTS = 2;
    private static final int MAX_BLOCKS = 128;
    private static final int FEATURES = 7;
    private static final int NONE = -1;

    private final int[][] features = new int[MAX_BLOCKS][FEATURES];
    private final boolean[] hollow = new boolean[MAX_BLOCKS];
    private final int[] bout = new int[MAX_BLOCKS];
    private final long[] sums = new long[FEATURES];
    private final int[][] recent = new int[BLOCK_STEPS][FEATURES];
    private int blocks;
    private int bouts;
    private int stepsInBout;
    private int stepsInBlock;
    private int recentSteps;
    private Phase phase = Phase.STAND;

    // What the blocks taught: feature, the middle between the two means, and on which side of it the hollow back lies.
    private int feature = NONE;
    private long middle;
    private boolean hollowIsMore;
    private int accuracyPct;
    private int lowerPct;

    /** A phase begins. */
    public void enter(Phase next) {
        if (next == phase) {
            return;
        }
        if (isAct(phase)) {
            measure();
        }
        if (isAct(next)) {
            bouts++;
        }
        stepsInBout = 0;
        forgetBlock();
        recentSteps = 0;
        phase = next;
    }

    private static boolean isAct(Phase phase) {
        return phase == Phase.HOLLOW || phase == Phase.LEAN;
    }

    private void forgetBlock() {
        stepsInBlock = 0;
        for (int f = 0; f < FEATURES; f++) {
            sums[f] = 0;
        }
    }

    /** Carries one step with its figures; a step without them says nothing. */
    public void step(Step step, boolean goodSignal) {
        if (!goodSignal || step.stanceMg == Step.NONE || step.figures.riseMm == Figures.NONE) {
            forgetBlock();
            recentSteps = 0;
            return;
        }
        int[] now = recent[recentSteps % BLOCK_STEPS];
        recentSteps = recentSteps + 1 == 2 * BLOCK_STEPS ? BLOCK_STEPS : recentSteps + 1;
        now[0] = (int) (step.toeOffUs - step.contactUs);
        now[1] = step.stanceMg;
        now[2] = step.figures.tiltMdeg;
        now[3] = step.figures.obliquityMdeg;
        now[4] = step.figures.rotationMdeg;
        now[5] = step.figures.riseMm;
        now[6] = step.cadenceDspm;
        stepsInBout++;
        if (!isAct(phase) || stepsInBout <= SETTLING_STEPS || blocks == MAX_BLOCKS) {
            return;
        }
        for (int f = 0; f < FEATURES; f++) {
            sums[f] += now[f];
        }
        stepsInBlock++;
        if (stepsInBlock == BLOCK_STEPS) {
            for (int f = 0; f < FEATURES; f++) {
                features[blocks][f] = (int) (sums[f] / BLOCK_STEPS);
            }
            hollow[blocks] = phase == Phase.HOLLOW;
            bout[blocks] = bouts;
            blocks++;
            forgetBlock();
        }
    }

    private void measure() {
        long rightHollow = 0;
        long rightLean = 0;
        for (int left = 1; left <= bouts; left++) {
            if (!learn(left)) {
                // Without this bout there is nothing to compare it with.
                feature = NONE;
                accuracyPct = 0;
                lowerPct = 0;
                return;
            }
            for (int b = 0; b < blocks; b++) {
                boolean right = bout[b] == left && saysHollow(features[b][feature]) == hollow[b];
                rightHollow += right && hollow[b] ? 1 : 0;
                rightLean += right && !hollow[b] ? 1 : 0;
            }
        }
        long hollows = count(true);
        long leans = blocks - hollows;
        accuracyPct = (int) ((100 * rightHollow / hollows + 100 * rightLean / leans) / 2);
        lowerPct = (wilsonLowPct(rightHollow, hollows) + wilsonLowPct(rightLean, leans)) / 2;
        learn(0);
    }

    private long count(boolean ofHollow) {
        long count = 0;
        for (int b = 0; b < blocks; b++) {
            count += hollow[b] == ofHollow ? 1 : 0;
        }
        return count;
    }

    /** Takes feature and threshold from all bouts but one; false when an act was not done often enough. */
    private boolean learn(int without) {
        long best = -1;
        feature = NONE;
        for (int f = 0; f < FEATURES; f++) {
            long more = mean(f, true, without);
            long less = mean(f, false, without);
            if (more == Long.MIN_VALUE || less == Long.MIN_VALUE) {
                return false;
            }
            long apart = Math.min(Math.abs(more - less), 1_000_000);
            long spread = 1 + spread(f, true, without, more) + spread(f, false, without, less);
            long clear = 1000 * apart / spread;
            if (clear > best) {
                best = clear;
                feature = f;
                middle = (more + less) / 2;
                hollowIsMore = more > less;
            }
        }
        return true;
    }

    /** Mean of a feature in one act; with too few bouts of it {@link Long#MIN_VALUE}. */
    private long mean(int f, boolean ofHollow, int without) {
        long sum = 0;
        int n = 0;
        int boutsSeen = 0;
        int last = 0;
        for (int b = 0; b < blocks; b++) {
            if (hollow[b] == ofHollow) {
                boutsSeen += bout[b] == last ? 0 : 1;
                last = bout[b];
                if (bout[b] != without) {
                    sum += features[b][f];
                    n++;
                }
            }
        }
        return boutsSeen < MIN_BOUTS || n == 0 ? Long.MIN_VALUE : sum / n;
    }

    /** Mean distance from the mean. */
    private long spread(int f, boolean ofHollow, int without, long mean) {
        long sum = 0;
        int n = 0;
        for (int b = 0; b < blocks; b++) {
            if (hollow[b] == ofHollow && bout[b] != without) {
                sum += Math.abs(features[b][f] - mean);
                n++;
            }
        }
        return sum / Math.max(1, n);
    }

    private boolean saysHollow(long value) {
        return value > middle == hollowIsMore;
    }

    /** Lower end of Wilson's interval of a share at 95 %, per cent, rounded down. */
    static int wilsonLowPct(long hits, long total) {
        long k = hits * 1000;
        long n = total * 1000;
        // z = 1.96: z^2 = 3.8416. Root of k (n - k) / n + z^2 / 4, in thousandths.
        long root = Fixed.sqrt((k * (n - k) / n + 960) * 1000);
        return (int) Math.max(0, 100 * (k + 1921 - 1960 * root / 1000) / (n + 3842));
    }

    /** Rate at which bouts left out were told apart, per cent; 0 when the sequence was not run or too short. */
    public int accuracyPct() {
        return accuracyPct;
    }

    /** Its lower bound. */
    public int lowerPct() {
        return lowerPct;
    }

    /** True when this runner's two postures are far enough apart here to cue one of them. */
    public boolean isEnough() {
        return lowerPct >= ENOUGH_PCT;
    }

    /** Confidence may not exceed what was measured; nothing measured is a coin's. */
    public int capPct() {
        return Math.max(CHANCE_PCT, lowerPct);
    }

    /** True when the last eight steps read as the lean does. */
    public boolean readsAsLean() {
        if (feature == NONE || recentSteps < BLOCK_STEPS) {
            return false;
        }
        long sum = 0;
        for (int i = 0; i < BLOCK_STEPS; i++) {
            sum += recent[i][feature];
        }
        return !saysHollow(sum / BLOCK_STEPS);
    }
}
