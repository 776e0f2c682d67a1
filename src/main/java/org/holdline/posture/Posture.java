package org.holdline.posture;

import org.holdline.gait.Step;
import org.holdline.sample.Phase;
import org.holdline.sample.Placement;

/**
 * Judges each step against the runner's own neutral of this mounting. Angles are means over a whole stride, relative to
 * standing, in the sign of the placement: positive is always toward arching.
 */
public final class Posture {
    /** A pause between two learned steps counts as no more running than this. */
    private static final long MAX_STEP_US = 500_000;

    private static final int WIDEN_MDEG = 1000;

    /** At the sacrum, where a hollow back and a lean were told apart, the band is so wide at least, and so many spreads. */
    private static final int SEPARATED_MDEG = 5000;

    private static final int SEPARATED_SPREADS = 3;

    /** Wider than this a band would hold an arch of eight degrees. */
    private static final int MAX_WIDENED_MDEG = 4000;

    private final PostureParams params;
    private final Placement placement;
    private final StrideSums lowerSums;
    private final StrideSums upperSums;
    private final Mount lowerMount = new Mount();
    private final Mount upperMount = new Mount();
    private final Neutral neutral;
    private final Verdict verdict = new Verdict();

    private Phase phase = Phase.STAND;
    private long learnedUs;
    private long lastLearnedUs = Long.MIN_VALUE / 2;
    private int valueMdeg;
    private int trunkMdeg;
    private int widenedMdeg;
    private boolean separated;
    private int capPct;

    /** The deviation went over and has not come back by the hysteresis. */
    private boolean beyond;

    public Posture(PostureParams params, Placement placement, double rateHz) {
        this.params = params;
        this.placement = placement;
        lowerSums = new StrideSums(rateHz);
        upperSums = new StrideSums(rateHz);
        neutral = new Neutral(params);
        capPct = placement == Placement.SACRAL ? Separability.CHANCE_PCT : 100;
    }

    /** Carries the up vectors of one sample, um/s^2; the upper one is ignored with one IMU. */
    public void add(int lowerX, int lowerY, int lowerZ, int upperX, int upperY, int upperZ) {
        lowerSums.add(lowerX, lowerY, lowerZ);
        if (placement.isDual()) {
            upperSums.add(upperX, upperY, upperZ);
        }
    }

    /** A phase begins. */
    public void enter(Phase next) {
        if (next == phase) {
            return;
        }
        if (phase == Phase.NEUTRAL) {
            neutral.settleMarked();
        }
        if (next == Phase.NEUTRAL) {
            neutral.beginMarked();
        }
        if (next == Phase.RUN && !neutral.isKnown() && neutral.baselineSteps() >= params.neutralSteps()) {
            neutral.settleAutomatic();
        }
        // What was over before may have been over another neutral.
        beyond = false;
        phase = next;
    }

    /** Nothing marks this run: the first minute of running becomes the neutral as soon as it is full. */
    public void settleWhenLearned() {
        if (!neutral.isKnown() && learnedUs >= params.learnS() * 1_000_000L) {
            neutral.settleAutomatic();
        }
    }

    /**
     * Judges a step.
     *
     * @param step the step just found
     * @param goodSignal the stride's signal can carry a judgement
     * @param inPhase the whole stride lies in the current phase, so that it may be learned from
     */
    public Verdict judge(Step step, boolean goodSignal, boolean inPhase) {
        verdict.timeUs = step.contactUs;
        verdict.over = false;
        verdict.clear = false;
        boolean wholeStride = step.running && step.runningStepsBefore >= 2 && lowerSums.holds(step.strideFrom);
        if (wholeStride) {
            solveMounts(step);
            measure(step.strideFrom, step.strideTo);
            if (goodSignal && inPhase) {
                learn(step);
            }
        }
        verdict.deviationMdeg = deviationMdeg();
        verdict.thresholdMdeg = bandMdeg();
        verdict.trunkMdeg = neutral.isKnown() ? trunkMdeg - neutral.trunkCentreMdeg() : 0;
        verdict.confidence = 0;
        verdict.reason = reason(step.running, wholeStride && goodSignal);
        return verdict;
    }

    private void solveMounts(Step step) {
        if (lowerMount.isSolved()) {
            return;
        }
        long from = step.strideFrom;
        long to = step.strideTo;
        lowerMount.solve(lowerSums.sumX(from, to), lowerSums.sumY(from, to), lowerSums.sumZ(from, to));
        if (placement.isDual()) {
            upperMount.solve(upperSums.sumX(from, to), upperSums.sumY(from, to), upperSums.sumZ(from, to));
        }
    }

    private void measure(long from, long to) {
        int lower = lowerMount.pitchMdeg(lowerSums.sumX(from, to), lowerSums.sumY(from, to), lowerSums.sumZ(from, to));
        if (placement.isDual()) {
            trunkMdeg =
                    upperMount.pitchMdeg(upperSums.sumX(from, to), upperSums.sumY(from, to), upperSums.sumZ(from, to));
        }
        valueMdeg = switch (placement) {
            case SACRAL -> lower;
            case THORACOLUMBAR -> -lower;
            case DUAL -> lower - trunkMdeg;
        };
    }

    private void learn(Step step) {
        switch (phase) {
            case NEUTRAL -> neutral.addMarked(valueMdeg, trunkMdeg);
            case BASELINE -> learnBaseline(step);
            case RUN -> {
                // No neutral was marked and the easy run was too short: the run's own first minute serves.
                if (!neutral.isKnown()) {
                    learnBaseline(step);
                    settleWhenLearned();
                }
            }
            case STAND, BEND, WALK, HOLLOW, LEAN, END -> {}
        }
    }

    private void learnBaseline(Step step) {
        neutral.addBaseline(valueMdeg, trunkMdeg);
        learnedUs += Math.min(step.contactUs - lastLearnedUs, MAX_STEP_US);
        lastLearnedUs = step.contactUs;
    }

    private int deviationMdeg() {
        if (!lowerMount.isSolved()) {
            return 0;
        }
        return valueMdeg - (neutral.isKnown() ? neutral.centreMdeg() : neutral.provisionalMdeg());
    }

    private Reason reason(boolean running, boolean judgeable) {
        if (!running) {
            return Reason.WALKING;
        }
        if (!judgeable) {
            return Reason.LOW_QUALITY;
        }
        if (!neutral.isKnown()) {
            return Reason.LEARNING;
        }
        int deviation = verdict.deviationMdeg;
        if (Math.abs(deviation) > params.implausibleMdeg()) {
            return Reason.CLIP_MOVED;
        }
        verdict.confidence = confidence();
        verdict.over = deviation > verdict.thresholdMdeg;
        verdict.clear = deviation <= verdict.thresholdMdeg - params.hysteresisMdeg();
        beyond = verdict.over || (beyond && !verdict.clear);
        return verdict.over ? Reason.OVER : beyond ? Reason.HOLDING : Reason.WITHIN;
    }

    /** What speaks for a judgement: two IMUs measure the arch, one only infers it; the rest is how neutral was found. */
    private int confidence() {
        if (!isMountedAsAsked()) {
            return 20;
        }
        int percent = switch (placement) {
            case DUAL -> 95;
            case THORACOLUMBAR -> 80;
            case SACRAL -> 70;
        };
        if (neutral.kind() == NeutralKind.AUTOMATIC) {
            percent -= 10;
        }
        if (neutral.steps() < params.neutralSteps()) {
            percent -= 10;
        }
        if (!lowerMount.hasStand()) {
            percent -= 5;
        }
        if (!lowerMount.isFromBends()) {
            percent -= 5;
        }
        return Math.min(percent, capPct);
    }

    /** One IMU at the sacrum: what was measured of this runner's hollow back and lean. */
    public void separate(Separability measured) {
        separated = measured.isEnough();
        capPct = measured.capPct();
    }

    /** The runner found cues that did not fit: the band grows until the run ends, a new neutral included. */
    public void widen() {
        widenedMdeg = Math.min(widenedMdeg + WIDEN_MDEG, MAX_WIDENED_MDEG);
    }

    /** Half-width of the band in force: the threshold on a deviation, 1/1000 degree. */
    public int bandMdeg() {
        int bandMdeg = separated
                ? Math.max(neutral.bandMdeg(), Math.max(SEPARATED_MDEG, SEPARATED_SPREADS * neutral.spreadMdeg()))
                : neutral.bandMdeg();
        return bandMdeg + widenedMdeg;
    }

    /** True when a neutral that is being marked has all the steps it needs. */
    public boolean hasMarkedEnough() {
        return neutral.markedSteps() >= params.neutralSteps();
    }

    /** False when a sensor sits more than 30 degrees from where it was asked to sit. */
    public boolean isMountedAsAsked() {
        return lowerMount.isNominal() && (!placement.isDual() || upperMount.isNominal());
    }

    public Neutral neutral() {
        return neutral;
    }

    public Mount lowerMount() {
        return lowerMount;
    }

    public Mount upperMount() {
        return upperMount;
    }
}
