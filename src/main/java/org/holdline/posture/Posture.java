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

    /** What a neutral that was carried over a jump of the clip is less worth, of 100. */
    private static final int CARRIED_LESS = 35;

    /** Runners carry sacrum against trunk up to eight degrees below their stand; a neutral farther below is tucked. */
    private static final int TUCKED_MDEG = 12_000;

    private static final int WIDEN_MDEG = 1000;

    /** At the sacrum, where a hollow back and a lean were told apart, the band is so wide at least, and so many spreads. */
    private static final int SEPARATED_MDEG = 5000;

    private static final int SEPARATED_SPREADS = 3;

    /** Wider than this a band would hold an arch of eight degrees. */
    private static final int MAX_WIDENED_MDEG = 4000;

    private final PostureParams params;
    private final StoredNeutral stored;
    private final Placement placement;
    private final StrideSums lowerSums;
    private final StrideSums upperSums;
    private final Angles angles;
    private final Neutral neutral;
    private final Reference reference;
    private final Stands stands;
    private final Sustained sustained = new Sustained();
    private final Jump jump;
    private final Drill drill = new Drill();
    private final Verdict verdict = new Verdict();

    private Phase phase = Phase.STAND;
    private long learnedUs;
    private long lastLearnedUs = Long.MIN_VALUE / 2;
    private int valueMdeg;
    private int trunkMdeg;
    private int widenedMdeg;
    private long lastStepTo = -1;
    private long lastFollowedUs = Long.MIN_VALUE / 2;
    private boolean separated;
    private int capPct;

    /** The deviation went over and has not come back by the hysteresis. */
    private boolean beyond;

    public Posture(PostureParams params, Placement placement, double rateHz) {
        this(params, StoredNeutral.NONE, placement, rateHz);
    }

    /** @param stored stands in for a neutral run that was not marked, once the opening stand is known */
    public Posture(PostureParams params, StoredNeutral stored, Placement placement, double rateHz) {
        this.params = params;
        this.stored = stored;
        this.placement = placement;
        lowerSums = new StrideSums(rateHz);
        upperSums = new StrideSums(rateHz);
        angles = new Angles(placement);
        neutral = new Neutral(params);
        // Of an arch one clip on the trunk sees a degree or two: following would take half of that for a creeping clip.
        reference = new Reference(
                placement == Placement.THORACOLUMBAR ? params.slip().withoutFollowing() : params.slip());
        stands = new Stands(angles, reference, neutral);
        jump = new Jump(params.slip(), placement.isDual());
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
            neutral.lowest(lowestNeutralMdeg());
            neutral.settleMarked();
        }
        if (phase == Phase.DRILL) {
            drill.end();
        }
        if (next == Phase.DRILL) {
            drill.begin();
        }
        if (next == Phase.NEUTRAL) {
            neutral.beginMarked();
        }
        if (next == Phase.RUN && !neutral.isKnown() && neutral.baselineSteps() >= params.neutralSteps()) {
            settleUnmarked();
        }
        // What was over before may have been over another neutral.
        beyond = false;
        sustained.forget();
        phase = next;
    }

    /** Nothing marks this run: the first minute of running becomes the neutral as soon as it is full. */
    public void settleWhenLearned() {
        if (!neutral.isKnown() && learnedUs >= params.learnS() * 1_000_000L) {
            settleUnmarked();
        }
    }

    private void settleUnmarked() {
        neutral.settleAutomatic();
        if (stored.known() && neutral.isKnown() && angles.lower().hasStand()) {
            neutral.settleStored(stored.offsetMdeg());
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
            watchForJump(step, goodSignal);
        }
        verdict.deviationMdeg = deviationMdeg();
        verdict.thresholdMdeg = bandMdeg();
        verdict.trunkMdeg = neutral.isKnown() ? trunkMdeg - neutral.trunkCentreMdeg() : 0;
        verdict.neutral = neutral.kind();
        verdict.referenceMdeg = reference.shiftMdeg();
        verdict.confidence = 0;
        verdict.reason = reason(step.running, wholeStride && goodSignal);
        if (verdict.reason.isJudged()) {
            reference.step(
                    verdict.deviationMdeg,
                    verdict.thresholdMdeg,
                    Math.min(step.contactUs - lastFollowedUs, MAX_STEP_US));
        }
        lastFollowedUs = step.contactUs;
        return verdict;
    }

    /** One sample of the neutral drill: the up vectors of both IMUs, um/s^2. It needs the stand before it. */
    public void drill(long timeUs, int lowX, int lowY, int lowZ, int highX, int highY, int highZ) {
        if (!angles.lower().isSolved()) {
            if (!angles.lower().hasStand()) {
                return;
            }
            angles.solve(lowX, lowY, lowZ, highX, highY, highZ);
        }
        int upper = placement.isDual() ? angles.upper().pitchMdeg(highX, highY, highZ) : 0;
        drill.add(timeUs, angles.value(angles.lower().pitchMdeg(lowX, lowY, lowZ), upper));
    }

    /** Lower than this a running neutral is a tuck: below the tucked end of the drill, or far below the stand. */
    private int lowestNeutralMdeg() {
        if (placement == Placement.THORACOLUMBAR || !angles.lower().hasStand()) {
            return Integer.MIN_VALUE;
        }
        return drill.outcome() == Drill.Outcome.GOOD ? drill.tuckedMdeg() - params.minBandMdeg() : -TUCKED_MDEG;
    }

    private void solveMounts(Step step) {
        if (angles.lower().isSolved()) {
            return;
        }
        long from = step.strideFrom;
        long to = step.strideTo;
        angles.solve(
                lowerSums.sumX(from, to),
                lowerSums.sumY(from, to),
                lowerSums.sumZ(from, to),
                upperSums.sumX(from, to),
                upperSums.sumY(from, to),
                upperSums.sumZ(from, to));
    }

    /** Only in the cued run: before it, nothing is measured that a turn could spoil for long. */
    private void watchForJump(Step step, boolean goodSignal) {
        boolean next = lastStepTo >= step.strideFrom && lastStepTo < step.strideTo;
        long from = lastStepTo;
        long to = step.strideTo;
        lastStepTo = to;
        if (phase != Phase.RUN || !neutral.isKnown()) {
            jump.close();
            return;
        }
        if (!next || !goodSignal) {
            jump.forget();
            return;
        }
        jump.lower(
                pitch(angles.lower(), lowerSums, from, to),
                roll(angles.lower(), lowerSums, from, to),
                step.lowerPeakMg);
        if (placement.isDual()) {
            jump.upper(
                    pitch(angles.upper(), upperSums, from, to),
                    roll(angles.upper(), upperSums, from, to),
                    step.upperPeakMg);
        }
        if (jump.step()) {
            reference.jumped();
        } else if (jump.isMeasured()) {
            int turn = jump.takeTurnMdeg();
            if (reference.state() == ClipState.JUMPED) {
                // Lower minus upper clip, the upper one 0 where there is none.
                reference.carry(angles.value(turn, 0));
            }
        }
    }

    private static int pitch(Mount mount, StrideSums sums, long from, long to) {
        return mount.pitchMdeg(sums.sumX(from, to), sums.sumY(from, to), sums.sumZ(from, to));
    }

    private static int roll(Mount mount, StrideSums sums, long from, long to) {
        return mount.rollMdeg(sums.sumX(from, to), sums.sumY(from, to), sums.sumZ(from, to));
    }

    /**
     * A quiet stand after the mounting is solved: sums or means of the up vectors of both IMUs, the upper one ignored with one
     * IMU.
     *
     * @return true when it could be compared with the opening one, which is the first stand there was
     */
    public boolean stand(long lowX, long lowY, long lowZ, long highX, long highY, long highZ) {
        if (!stands.stand(lowX, lowY, lowZ, highX, highY, highZ)) {
            return false;
        }
        if (!reference.standLeans()) {
            jump.close();
        }
        return true;
    }

    /** The runner was cued: what comes may be an answer, and is no drift of the clip. */
    public void cued() {
        reference.cued();
    }

    private void measure(long from, long to) {
        int lower = pitch(angles.lower(), lowerSums, from, to);
        int upper = placement.isDual() ? pitch(angles.upper(), upperSums, from, to) : 0;
        trunkMdeg = angles.trunk(lower, upper);
        valueMdeg = angles.value(lower, upper);
    }

    /** Belt of the next step, or {@link org.holdline.sample.Sample#UNKNOWN}: a neutral is one of a speed and an incline. */
    public void belt(int speedMPerH, int inclineMilliPct) {
        if (phase == Phase.NEUTRAL || !neutral.isKnown()) {
            neutral.belt(speedMPerH, inclineMilliPct);
        }
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
            case STAND, BEND, DRILL, WALK, HOLLOW, LEAN, END -> {}
        }
    }

    private void learnBaseline(Step step) {
        neutral.addBaseline(valueMdeg, trunkMdeg);
        learnedUs += Math.min(step.contactUs - lastLearnedUs, MAX_STEP_US);
        lastLearnedUs = step.contactUs;
    }

    private int deviationMdeg() {
        if (!angles.lower().isSolved()) {
            return 0;
        }
        return valueMdeg
                - reference.shiftMdeg()
                - (neutral.isKnown() ? neutral.centreMdeg() : neutral.provisionalMdeg());
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
        if (Math.abs(deviation) > params.implausibleMdeg() || !reference.state().isJudged()) {
            return Reason.CLIP_MOVED;
        }
        verdict.confidence = confidence();
        boolean isBeyond = deviation > verdict.thresholdMdeg;
        verdict.over = sustained.step(isBeyond);
        verdict.clear = deviation <= verdict.thresholdMdeg - params.hysteresisMdeg();
        beyond = verdict.over || (beyond && !verdict.clear);
        if (isBeyond) {
            return verdict.over ? Reason.OVER : Reason.BRIEF;
        }
        return beyond ? Reason.HOLDING : Reason.WITHIN;
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
        if (neutral.kind() != NeutralKind.DRILL) {
            percent -= 10;
        }
        if (reference.state() == ClipState.CARRIED) {
            percent -= CARRIED_LESS;
        }
        if (Math.abs(reference.followedMdeg()) >= params.slip().standToleranceMdeg()) {
            percent -= 10;
        }
        if (neutral.steps() < params.neutralSteps()) {
            percent -= 10;
        }
        if (angles.isCorrected()) {
            percent -= 10;
        }
        if (!angles.lower().hasStand()) {
            percent -= 5;
        }
        if (!angles.lower().isFromBends()) {
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

    /** False when a sensor sits more than 30 degrees from where it was asked to sit, and no bend says how. */
    public boolean isMountedAsAsked() {
        return angles.isMountedAsAsked();
    }

    /** One IMU, at the sacrum. */
    public boolean isSacral() {
        return placement == Placement.SACRAL;
    }

    public Drill drill() {
        return drill;
    }

    /** The bends show that the lower clip is worn above the upper one; the angles are read the other way round. */
    public boolean isSwapped() {
        return angles.isSwapped();
    }

    public Reference reference() {
        return reference;
    }

    public Neutral neutral() {
        return neutral;
    }

    public Mount lowerMount() {
        return angles.lower();
    }

    public Mount upperMount() {
        return angles.upper();
    }
}
