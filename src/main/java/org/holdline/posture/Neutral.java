package org.holdline.posture;

import org.holdline.fixed.Fixed;
import org.holdline.sample.Sample;

/** The runner's running neutral of this mounting, and the band around it. */
public final class Neutral {
    /** While learning, the centre so far is renewed this often, steps. */
    private static final int PROVISIONAL_STEPS = 16;

    private final PostureParams params;
    private final StepSpread baseline = new StepSpread();
    private final StepSpread marked = new StepSpread();
    private final StepSpread baselineTrunk = new StepSpread();
    private final StepSpread markedTrunk = new StepSpread();

    /** Neighbouring steps resemble one another: so many of them, some ten seconds, tell as much as one that stands alone. */
    private static final int ALIKE_STEPS = 30;

    /** Square of 1.4826, by which a deviation of steps exceeds their median one, per cent. */
    private static final int MAD_SQUARED_PCT = 220;

    /** Two attitudes are not told apart below this, 1/1000 degree. */
    private static final int LEAST_NOISE_MDEG = 500;

    private NeutralCheck check = NeutralCheck.NONE;
    private int lowestMdeg = Integer.MIN_VALUE;
    private int offsetNoiseMdeg;
    private int speedMPerH = Sample.UNKNOWN;
    private int inclineMilliPct = Sample.UNKNOWN;
    private NeutralKind kind = NeutralKind.NONE;
    private int centreMdeg;
    private int trunkCentreMdeg;
    private int bandMdeg;
    private int spreadMdeg;
    private boolean recalled;
    private int steps;
    private int baselineOffsetMdeg;
    private int provisionalMdeg;

    Neutral(PostureParams params) {
        this.params = params;
        bandMdeg = params.minBandMdeg();
    }

    /** A phase marked neutral begins: it is measured anew. */
    void beginMarked() {
        marked.clear();
        markedTrunk.clear();
    }

    /** The metric's angle and the trunk's pitch of one step, 1/1000 degree. */
    void addMarked(int valueMdeg, int trunkMdeg) {
        marked.add(valueMdeg);
        markedTrunk.add(trunkMdeg);
    }

    void addBaseline(int valueMdeg, int trunkMdeg) {
        baseline.add(valueMdeg);
        baselineTrunk.add(trunkMdeg);
    }

    /** Uses the marked neutral when it has steps enough. */
    void settleMarked() {
        if (marked.count() >= params.minNeutralSteps()) {
            boolean hasBaseline = baseline.count() >= params.minNeutralSteps();
            int markedMdeg = marked.median();
            int baselineMdeg = hasBaseline ? baseline.median() : 0;
            int offsetMdeg = hasBaseline ? baselineMdeg - markedMdeg : 0;
            int baselineSpread = hasBaseline ? baseline.madAround(baselineMdeg) : 0;
            int markedSpread = marked.madAround(markedMdeg);
            int noiseMdeg = hasBaseline ? noise(baselineSpread, baseline.count(), markedSpread, marked.count()) : 0;
            if (markedMdeg < lowestMdeg && offsetMdeg > noiseMdeg) {
                settleAutomatic();
                check = NeutralCheck.OVER_TUCKED;
                return;
            }
            kind = NeutralKind.DRILL;
            recalled = false;
            check = !hasBaseline
                    ? NeutralCheck.ALONE
                    : Math.abs(offsetMdeg) < noiseMdeg ? NeutralCheck.NOT_TOLD_APART : NeutralCheck.TOLD_APART;
            centreMdeg = markedMdeg;
            trunkCentreMdeg = markedTrunk.median();
            steps = marked.count();
            baselineOffsetMdeg = offsetMdeg;
            offsetNoiseMdeg = noiseMdeg;
            spreadMdeg = hasBaseline ? baselineSpread : markedSpread;
            bandMdeg = Math.max(params.minBandMdeg(), params.spreads() * spreadMdeg);
        }
    }

    /** Two standard errors of the difference of two medians of steps. */
    private static int noise(int spreadA, int countA, int spreadB, int countB) {
        long squared = squaredError(spreadA, countA) + squaredError(spreadB, countB);
        return Math.max(LEAST_NOISE_MDEG, (int) (2 * Fixed.sqrt(squared)));
    }

    private static long squaredError(int spreadMdeg, int count) {
        return (long) spreadMdeg * spreadMdeg * MAD_SQUARED_PCT / 100 * ALIKE_STEPS / count;
    }

    /** A marked neutral below this, and below the easy run, is an over-tucked one and refused. */
    void lowest(int mdeg) {
        lowestMdeg = mdeg;
    }

    /** Belt of the steps that are learned from. */
    void belt(int metresPerHour, int milliPct) {
        speedMPerH = metresPerHour;
        inclineMilliPct = milliPct;
    }

    /** Belt speed of the neutral, metres per hour, or {@link Sample#UNKNOWN}. */
    public int speedMPerH() {
        return speedMPerH;
    }

    /** Its incline, 1/1000 per cent, or {@link Sample#UNKNOWN}. */
    public int inclineMilliPct() {
        return inclineMilliPct;
    }

    public NeutralCheck check() {
        return check;
    }

    /** Two standard errors of {@link #baselineOffsetMdeg}; 0 without an easy run. */
    public int offsetNoiseMdeg() {
        return offsetNoiseMdeg;
    }

    /** Uses what the runner did so far as neutral, when it has steps enough. */
    void settleAutomatic() {
        if (baseline.count() >= params.minNeutralSteps()) {
            kind = NeutralKind.AUTOMATIC;
            recalled = false;
            centreMdeg = baseline.median();
            trunkCentreMdeg = baselineTrunk.median();
            steps = baseline.count();
            baselineOffsetMdeg = 0;
            spreadMdeg = baseline.madAround(centreMdeg);
            bandMdeg = Math.max(params.minBandMdeg(), params.spreads() * spreadMdeg);
        }
    }

    /** What was learned in another mounting, on this one's stand. */
    void recall(StoredNeutral learned) {
        kind = NeutralKind.STANDING;
        recalled = true;
        centreMdeg = learned.offsetMdeg();
        trunkCentreMdeg = 0;
        steps = 0;
        baselineOffsetMdeg = 0;
        spreadMdeg = learned.noiseMdeg();
        bandMdeg = Math.max(params.minBandMdeg(), params.spreads() * spreadMdeg);
        belt(learned.speedMPerH(), learned.inclineMilliPct());
    }

    /** True while nothing of this mounting's own steps is in it. */
    boolean isRecalled() {
        return recalled;
    }

    /** The clip sits anew: what was learned is now an offset from another stand. */
    void stored() {
        if (isKnown()) {
            kind = NeutralKind.STANDING;
        }
    }

    /** Centre so far, for showing while learning, 1/1000 degree; 0 before the first step. */
    int provisionalMdeg() {
        StepSpread spread = marked.count() > 0 ? marked : baseline;
        // Sorting for every step would be the road's slowest sample, for a number that hardly moves.
        if (spread.count() < PROVISIONAL_STEPS || spread.count() % PROVISIONAL_STEPS == 0) {
            provisionalMdeg = spread.median();
        }
        return provisionalMdeg;
    }

    /** Steps of the marked neutral so far. */
    int markedSteps() {
        return marked.count();
    }

    int baselineSteps() {
        return baseline.count();
    }

    public NeutralKind kind() {
        return kind;
    }

    public boolean isKnown() {
        return kind != NeutralKind.NONE;
    }

    /** Centre of the band in the metric's own angle, relative to the mounting, 1/1000 degree. */
    public int centreMdeg() {
        return centreMdeg;
    }

    /** Pitch of the trunk in the same steps, forward positive, 1/1000 degree; 0 with one IMU. */
    int trunkCentreMdeg() {
        return trunkCentreMdeg;
    }

    /** Half-width of the band: the threshold on a deviation, 1/1000 degree. */
    public int bandMdeg() {
        return bandMdeg;
    }

    /** Median absolute deviation of the runner's own steps, 1/1000 degree. */
    public int spreadMdeg() {
        return spreadMdeg;
    }

    /** Running steps the neutral was learned from. */
    public int steps() {
        return steps;
    }

    /** Easy run minus neutral run, 1/1000 degree, positive toward arching; 0 when there is only one of them. */
    public int baselineOffsetMdeg() {
        return baselineOffsetMdeg;
    }
}
