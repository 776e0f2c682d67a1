package org.holdline.posture;

/**
 * How far the reference of a deviation has been moved since the opening stand, and why. All angles are in the metric's sense,
 * 1/1000 degree, positive where the clip's move looks like an arch.
 *
 * <p>A stand measures the move, up to the body's own way of standing. Between stands the reference follows what lies within
 * the band, slowly and not far: a creeping clip and a creeping posture look alike. While it may not follow and had been falling,
 * it goes on falling at its own pace: a clip that creeps against the arch does not stop where the runner begins to arch.
 */
public final class Reference {
    private static final long MINUTE_US = 60_000_000;

    /** Steps that speak for or against a stand: fewer than the cues' silence after a pause holds. */
    private static final int DOUBTED_STEPS = 16;

    /** Running after a cue in which a tuck may be the answer to it. */
    private static final long ANSWER_US = 75_000_000;

    /** Running that the pace of the reference is taken from, and in which it is forgotten while nothing is followed. */
    private static final long PACE_US = 300_000_000;

    private static final long FORGOTTEN_US = 600_000_000;

    private static final int PACE_BITS = 20;

    private final SlipParams params;
    private ClipState state = ClipState.SEATED;
    private int knownMdeg;

    /** Followed since a move was last known, 1/1000 degree times microseconds in a minute. */
    private long followed;

    /** Pace of what was followed of late, 2^-20 of 1/1000 degree a minute. */
    private long pace;

    private int standMdeg;
    private boolean standLeans;
    private boolean standMoved;

    // A stand that contradicts the reference waits for the steps after it.
    private boolean doubted;
    private long doubtedSum;
    private int doubtedSteps;

    private long answeringUs;

    Reference(SlipParams params) {
        this.params = params;
    }

    /** Carries one judged step: its deviation, and the time it took. */
    void step(int deviationMdeg, int thresholdMdeg, long spanUs) {
        answeringUs = Math.max(0, answeringUs - spanUs);
        if (doubted) {
            weigh(deviationMdeg);
        }
        follow(deviationMdeg, thresholdMdeg, spanUs);
    }

    private void follow(int deviationMdeg, int thresholdMdeg, long spanUs) {
        if (Math.abs(deviationMdeg) > thresholdMdeg || (deviationMdeg < 0 && answeringUs > 0)) {
            // Only downward: what had been rising may have been the arch itself, as it grew.
            pace -= pace * spanUs / FORGOTTEN_US;
            move((Math.min(pace, 0) * spanUs) >> PACE_BITS);
            return;
        }
        long mdegPerMin = Integer.signum(deviationMdeg) * (long) params.followMdegPerMin();
        if (answeringUs == 0) {
            pace += ((mdegPerMin << PACE_BITS) - pace) * spanUs / PACE_US;
        }
        move(mdegPerMin * spanUs);
    }

    private void move(long by) {
        long most = params.followMaxMdeg() * MINUTE_US;
        followed = Math.clamp(followed + by, -most, most);
    }

    /** The runner was cued: a tuck that answers it is no drift of the clip. */
    void cued() {
        answeringUs = ANSWER_US;
    }

    /**
     * A clip moved, or the body stood otherwise: if the steps lie nearer to neutral with the stand than without it, the clip moved.
     */
    private void weigh(int deviationMdeg) {
        doubtedSum += deviationMdeg;
        doubtedSteps++;
        if (doubtedSteps < DOUBTED_STEPS) {
            return;
        }
        doubted = false;
        long without = doubtedSum / doubtedSteps;
        long with = without - (standMdeg - shiftMdeg());
        if (Math.abs(with) < Math.abs(without)) {
            moved();
        } else {
            standMoved = false;
            bound(2 * params.standToleranceMdeg());
        }
    }

    private void moved() {
        state = ClipState.MOVED;
        knownMdeg = standMdeg;
        followed = 0;
    }

    /**
     * A quiet stand differs from the opening one by so much. Within what a body's own stands differ by, it only bounds what was
     * followed; beyond it the clip has moved by as much, at once where the reference had come near it already or nothing was
     * judged, and else if the steps that follow do not speak against it.
     */
    void stand(int differenceMdeg) {
        seen(differenceMdeg);
        if (!state.isJudged()) {
            state = standMoved ? ClipState.MOVED : ClipState.SEATED;
            knownMdeg = differenceMdeg;
            followed = 0;
        } else if (!standMoved) {
            state = state == ClipState.RESEATED ? state : ClipState.SEATED;
            bound(params.standToleranceMdeg());
        } else if (Math.abs(differenceMdeg - shiftMdeg()) <= params.standToleranceMdeg()) {
            moved();
        } else {
            doubted = true;
            doubtedSum = 0;
            doubtedSteps = 0;
        }
    }

    /**
     * A stand of a body that leans as a whole otherwise than in the opening one, on the rails for example: its arch differs as
     * well, nobody knows by how much. It bounds the reference, twice as widely, and moves it no further.
     */
    void leaningStand(int differenceMdeg) {
        doubted = false;
        standMdeg = differenceMdeg;
        standLeans = true;
        standMoved = Math.abs(differenceMdeg) > 2 * params.standToleranceMdeg();
        if (state.isJudged()) {
            bound(2 * params.standToleranceMdeg());
        }
    }

    private void bound(int toleranceMdeg) {
        int within = Math.clamp(shiftMdeg(), standMdeg - toleranceMdeg, standMdeg + toleranceMdeg);
        followed += (within - shiftMdeg()) * MINUTE_US;
    }

    /** A stand that nothing is concluded from for the steps that follow. */
    void seen(int differenceMdeg) {
        doubted = false;
        standMdeg = differenceMdeg;
        standLeans = false;
        standMoved = Math.abs(differenceMdeg) > params.standToleranceMdeg();
    }

    void jumped() {
        doubted = false;
        state = ClipState.JUMPED;
    }

    /** The run went on: so far the clip turned. */
    void carry(int byMdeg) {
        state = ClipState.CARRIED;
        knownMdeg += byMdeg;
    }

    void off() {
        doubted = false;
        state = ClipState.OFF;
    }

    void reseated() {
        doubted = false;
        state = ClipState.RESEATED;
        knownMdeg = 0;
        followed = 0;
        pace = 0;
        standMdeg = 0;
        standLeans = false;
        standMoved = true;
    }

    public ClipState state() {
        return state;
    }

    /** By so much a deviation is less than it would be by the opening stand alone. */
    public int shiftMdeg() {
        return knownMdeg + followedMdeg();
    }

    /** Of {@link #shiftMdeg}, what was followed without a stand that says so. */
    public int followedMdeg() {
        return (int) (followed / MINUTE_US);
    }

    /** Last stand minus the opening one. */
    public int standMdeg() {
        return standMdeg;
    }

    /** The last stand says that a clip has moved. */
    public boolean standMoved() {
        return standMoved;
    }

    /** The last stand was one of a body that leans. */
    public boolean standLeans() {
        return standLeans;
    }
}
