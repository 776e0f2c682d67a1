package org.holdline.gait;

/**
 * Turns vertical force and roll rate into steps. Running steps are answered at their toe-off, walking steps as soon as a
 * second one confirms the rhythm; their instants are those of the foot contact, in rising order.
 */
public final class Strides {
    /** Running that pauses for longer than this, or for three walking steps, has ended. */
    private static final long BOUT_END_US = 2_000_000;

    private static final int WALKING_STEPS_END_BOUT = 3;

    /** Walking steps farther apart than this are not a rhythm. */
    private static final long MAX_WALK_INTERVAL_US = 1_300_000;

    /** After a running contact walking steps wait this long: the run detector speaks first. */
    private static final long RUN_HOLD_US = 600_000;

    /** One long interval is a missed step or a pause; so many in a row are a slower rhythm. */
    private static final int LONG_ARE_A_RHYTHM = 3;

    private static final long ROLL_WINDOW_US = 80_000;

    /** The landing's own impact is over by this share of the contact, per cent. */
    private static final int LANDED_PCT = 35;

    private final StridesParams params;
    private final History history;
    private final RunDetector runs;
    private final WalkDetector walks;
    private final Cadence cadence = new Cadence();
    private final SideVote side = new SideVote();
    private final Step step = new Step();

    private boolean fresh = true;
    /** The next step begins a rhythm of its own: the interval before it is no step, and the foot is anyone's guess. */
    private boolean newRhythm = true;

    private int longInRow;
    private boolean missedOne;
    private long contactUs;
    private long lastRunSeenUs = Long.MIN_VALUE / 2;
    private long lastStepUs = Long.MIN_VALUE / 2;
    private int runningSteps;
    private int walkingSteps;
    private long boutSinceUs;
    private boolean inBout;
    // Sample numbers at which the last two running steps ended.
    private long toeOff1;
    private long toeOff2;
    private long toeOff1Us;
    private long toeOff2Us;
    // Walking: a first step waits for a second, then both go out one sample apart, after a rise out of a stand just
    // before them.
    private boolean walkPending;
    private long walkPendingUs;
    private long walkQueuedUs = Long.MIN_VALUE;
    private long walkQueuedNextUs = Long.MIN_VALUE;
    private long roseUs = Long.MIN_VALUE / 2;
    private long lastWalkUs = Long.MIN_VALUE / 2;

    public Strides(StridesParams params, double rateHz) {
        this.params = params;
        history = new History(rateHz);
        runs = new RunDetector(params, rateHz);
        walks = new WalkDetector(params, rateHz);
    }

    /** After a gap: the detectors start anew. A running bout goes on if running is seen again soon enough. */
    public void restart() {
        fresh = true;
        newRhythm = true;
        runningSteps = 0;
        walkPending = false;
        walkQueuedUs = Long.MIN_VALUE;
        walkQueuedNextUs = Long.MIN_VALUE;
        roseUs = Long.MIN_VALUE / 2;
    }

    /** Left and right change places. */
    public void flipSides() {
        side.flip();
    }

    /**
     * Carries one sample.
     *
     * @param timeUs instant, us
     * @param verticalUg vertical specific force, 1e-6 g, +1e6 at rest
     * @param rollUrads angular rate about the forward axis, urad/s
     * @return true when {@link #step} holds a new step
     */
    public boolean update(long timeUs, long verticalUg, int rollUrads) {
        int force = (int) Math.max(-LowPass.MAX_VALUE, Math.min(LowPass.MAX_VALUE, verticalUg));
        history.add(timeUs, force, rollUrads);
        if (fresh) {
            runs.restart(force);
            walks.restart(force);
            fresh = false;
        }
        if (inBout && timeUs - lastRunSeenUs > BOUT_END_US) {
            inBout = false;
        }
        boolean found = false;
        switch (runs.update(timeUs, force)) {
            case CONTACT -> beginContact(timeUs);
            case TOE_OFF -> found = finishRunningStep(timeUs);
            case NOTHING -> {}
        }
        boolean walked = walks.update(timeUs, force);
        if (found) {
            return true;
        }
        if (walkQueuedUs != Long.MIN_VALUE) {
            long at = walkQueuedUs;
            walkQueuedUs = walkQueuedNextUs;
            walkQueuedNextUs = Long.MIN_VALUE;
            return finishWalkingStep(at);
        }
        return walked && timeUs - lastRunSeenUs > RUN_HOLD_US && considerWalkingStep(walks.contactUs());
    }

    private void beginContact(long timeUs) {
        long from = history.count() - 1 - samplesBack(timeUs, 150_000);
        long before = history.crossing(params.edgeMg() * 1000, true, from);
        long at = before < 0 ? timeUs : history.crossingUs(before, params.edgeMg() * 1000);
        contactUs = at - params.contactLeadMs() * 1000L;
        lastRunSeenUs = timeUs;
        walkPending = false;
        walkQueuedUs = Long.MIN_VALUE;
        walkQueuedNextUs = Long.MIN_VALUE;
        roseUs = Long.MIN_VALUE / 2;
    }

    private boolean finishRunningStep(long timeUs) {
        long from = history.count() - 1 - samplesBack(timeUs, 200_000);
        int edgeUg = params.edgeMg() * 1000;
        long before = history.crossing(edgeUg, false, from);
        long end = before < 0 ? history.newest() : before;
        long toeOffUs = before < 0 ? timeUs : history.crossingUs(before, edgeUg) + params.toeOffLagMs() * 1000L;
        if (contactUs <= lastStepUs || toeOffUs <= contactUs) {
            return false;
        }
        if (!inBout) {
            inBout = true;
            boutSinceUs = contactUs;
        }
        if (!takeInterval(contactUs, true)) {
            runningSteps = 0;
        }
        walkingSteps = 0;
        vote();
        step.contactUs = contactUs;
        step.toeOffUs = toeOffUs;
        step.contactMs = (int) ((toeOffUs - contactUs + 500) / 1000);
        step.stanceMg = history.meanMg(contactUs, toeOffUs);
        step.peakMg = history.peakMg(contactUs + (toeOffUs - contactUs) * LANDED_PCT / 100, toeOffUs);
        step.running = true;
        step.runningStepsBefore = runningSteps;
        step.strideFrom = toeOff2;
        step.strideFromUs = toeOff2Us;
        step.strideTo = end;
        toeOff2 = toeOff1;
        toeOff2Us = toeOff1Us;
        toeOff1 = end;
        // Of the sample, which the toe-off follows by its lag.
        toeOff1Us = history.timeUs(end);
        runningSteps++;
        lastStepUs = contactUs;
        return true;
    }

    private boolean considerWalkingStep(long atUs) {
        if (walks.isFirst()) {
            roseUs = atUs;
            return false;
        }
        boolean rhythm = atUs - lastWalkUs <= MAX_WALK_INTERVAL_US;
        lastWalkUs = atUs;
        if (!rhythm) {
            walkPending = true;
            walkPendingUs = atUs;
            return false;
        }
        if (walkPending) {
            walkPending = false;
            return beginWalk(atUs);
        }
        return finishWalkingStep(atUs);
    }

    private boolean beginWalk(long atUs) {
        if (walkPendingUs - roseUs > MAX_WALK_INTERVAL_US) {
            walkQueuedUs = atUs;
            return finishWalkingStep(walkPendingUs);
        }
        walkQueuedUs = walkPendingUs;
        walkQueuedNextUs = atUs;
        return finishWalkingStep(roseUs);
    }

    private boolean finishWalkingStep(long atUs) {
        if (atUs <= lastStepUs) {
            return false;
        }
        contactUs = atUs;
        takeInterval(atUs, false);
        vote();
        runningSteps = 0;
        walkingSteps++;
        if (walkingSteps >= WALKING_STEPS_END_BOUT) {
            inBout = false;
        }
        step.contactUs = atUs;
        step.toeOffUs = Step.NONE;
        step.contactMs = Step.NONE;
        step.stanceMg = Step.NONE;
        step.peakMg = Step.NONE;
        step.running = false;
        step.runningStepsBefore = 0;
        step.strideFrom = 0;
        step.strideTo = 0;
        lastStepUs = atUs;
        return true;
    }

    /** Takes in the interval that ends with a step; true when it is one step of the rhythm so far. */
    private boolean takeInterval(long atUs, boolean running) {
        long intervalUs = atUs - lastStepUs;
        int medianUs = cadence.medianUs();
        boolean isLong = medianUs > 0 && intervalUs > medianUs * 8L / 5;
        longInRow = isLong ? longInRow + 1 : 0;
        missedOne = false;
        if (newRhythm || running != step.running || intervalUs > BOUT_END_US || longInRow == LONG_ARE_A_RHYTHM) {
            newRhythm = false;
            cadence.restart();
            side.restart();
            return false;
        }
        if (isLong) {
            missedOne = intervalUs < medianUs * 5L / 2;
            if (!missedOne) {
                side.restart();
            }
            return false;
        }
        cadence.add(intervalUs);
        return true;
    }

    private void vote() {
        side.step(history.rollSum(contactUs, contactUs + ROLL_WINDOW_US), missedOne);
        step.side = side.side();
        step.cadenceDspm = cadence.dspm();
    }

    private long samplesBack(long timeUs, long spanUs) {
        long count = history.count();
        long back = 1;
        while (back < count - history.oldest() && timeUs - history.timeUs(count - 1 - back) < spanUs) {
            back++;
        }
        return back;
    }

    /** The last step found. */
    public Step step() {
        return step;
    }

    /** What the legs do at this instant. */
    public GaitKind kindAt(long timeUs) {
        if (inBout) {
            return GaitKind.RUN;
        }
        return timeUs - lastStepUs <= BOUT_END_US ? GaitKind.WALK : GaitKind.STAND;
    }

    /** Since when the runner has been running without a walk or stand between, us; meaningful while running. */
    public long runningSinceUs() {
        return boutSinceUs;
    }
}
