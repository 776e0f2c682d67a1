package org.holdline.posture;

/** The runner's running neutral of this mounting, and the band around it. */
public final class Neutral {
    /** While learning, the centre so far is renewed this often, steps. */
    private static final int PROVISIONAL_STEPS = 16;

    private final PostureParams params;
    private final StepSpread baseline = new StepSpread();
    private final StepSpread marked = new StepSpread();
    private final StepSpread baselineTrunk = new StepSpread();
    private final StepSpread markedTrunk = new StepSpread();

    private NeutralKind kind = NeutralKind.NONE;
    private int centreMdeg;
    private int trunkCentreMdeg;
    private int bandMdeg;
    private int spreadMdeg;
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
            kind = NeutralKind.DRILL;
            centreMdeg = marked.median();
            trunkCentreMdeg = markedTrunk.median();
            steps = marked.count();
            boolean hasBaseline = baseline.count() >= params.minNeutralSteps();
            int baselineMdeg = hasBaseline ? baseline.median() : 0;
            baselineOffsetMdeg = hasBaseline ? baselineMdeg - centreMdeg : 0;
            int spread = hasBaseline ? baseline.madAround(baselineMdeg) : marked.madAround(centreMdeg);
            spreadMdeg = spread;
            bandMdeg = Math.max(params.minBandMdeg(), params.spreads() * spread);
        }
    }

    /** Uses what the runner did so far as neutral, when it has steps enough. */
    void settleAutomatic() {
        if (baseline.count() >= params.minNeutralSteps()) {
            kind = NeutralKind.AUTOMATIC;
            centreMdeg = baseline.median();
            trunkCentreMdeg = baselineTrunk.median();
            steps = baseline.count();
            baselineOffsetMdeg = 0;
            spreadMdeg = baseline.madAround(centreMdeg);
            bandMdeg = Math.max(params.minBandMdeg(), params.spreads() * spreadMdeg);
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
    int spreadMdeg() {
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
