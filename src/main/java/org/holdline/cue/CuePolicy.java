package org.holdline.cue;

import org.holdline.posture.Metric;
import org.holdline.posture.Verdict;
import org.holdline.sample.Sample;

/**
 * Few, right cues: an episode begins when enough of the last steps are over and ends when as many are clearly back. Inside
 * an episode a cue is repeated at most once per cooldown, and only while the runner is still over.
 */
public final class CuePolicy {
    /** What a step asks for. */
    public enum Decision {
        NOTHING,
        /** Give a cue now, {@link #pulseMs} long. */
        CUE,
        /** One was due and is not given; {@link #cause} says why. Answered once per cause and episode. */
        SUPPRESSED
    }

    private static final long SECOND_US = 1_000_000;
    private static final long MINUTE_US = 60 * SECOND_US;
    private static final long DISAGREE_WITHIN_US = 2 * MINUTE_US;
    private static final int DISAGREEMENTS = 2;
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final CueParams params;
    private boolean mayCue;
    // Newest step in bit 0.
    private int overBits;
    private int clearBits;
    private int causesSaid;
    private Cause cause = Cause.SUSTAINED;
    private int pulseMs;

    private long lastCueUs = NEVER;
    private final RecentCues lastMinute;
    private final RecentCues lastHalfHour;
    private final Response response;
    private final Fading fading;
    private int unanswered;
    private long restedUs = NEVER;
    // The last due cue that fading withheld: it waits for the next one as a given one does.
    private long fadedUs = NEVER;

    private int disagreed;
    private boolean mayDisagree;

    private long runningSinceUs = NEVER;
    private boolean hasSettled;
    private boolean afterPause;

    private int speedMPerH = Sample.UNKNOWN;
    private long speedChangedUs = NEVER;
    private int inclineMilliPct = Sample.UNKNOWN;
    private long inclineChangedUs = NEVER;

    /** @param metric what the verdicts measure: not every one of them is worth a cue */
    public CuePolicy(CueParams params, FadingParams fadingParams, Metric metric) {
        this.params = params;
        mayCue = metric != Metric.PELVIC_TILT;
        lastMinute = new RecentCues(params.maxPerMinute(), MINUTE_US);
        lastHalfHour = new RecentCues(params.maxPerHalfHour(), 30 * MINUTE_US);
        response = new Response(params.minResponseMdeg());
        fading = new Fading(fadingParams);
    }

    /**
     * Carries one running step of any phase, before it is judged.
     *
     * @param sinceUs since when the runner has been running without a walk or stand, us
     */
    public void ran(long timeUs, long sinceUs) {
        if (sinceUs != runningSinceUs) {
            // A walk or a stand lies between: steps before it say nothing of those after it.
            forgetSteps();
            runningSinceUs = sinceUs;
            afterPause = hasSettled;
        }
        hasSettled |= timeUs - sinceUs >= params.settleS() * SECOND_US;
    }

    /** The steps seen so far no longer belong together: after a gap, or a walk. */
    public void forgetSteps() {
        overBits = 0;
        clearBits = 0;
        causesSaid = 0;
        response.forget();
    }

    /** Carries the belt's speed and incline; cheap enough for every sample. */
    public void belt(long timeUs, int newSpeedMPerH, int newInclineMilliPct) {
        if (newSpeedMPerH != speedMPerH && newSpeedMPerH != Sample.UNKNOWN) {
            if (speedMPerH == Sample.UNKNOWN) {
                speedMPerH = newSpeedMPerH;
            } else if (Math.abs(newSpeedMPerH - speedMPerH) > params.speedChangeMPerH()) {
                speedMPerH = newSpeedMPerH;
                speedChangedUs = timeUs;
            }
        }
        if (newInclineMilliPct != inclineMilliPct && newInclineMilliPct != Sample.UNKNOWN) {
            if (inclineMilliPct == Sample.UNKNOWN) {
                inclineMilliPct = newInclineMilliPct;
            } else if (Math.abs(newInclineMilliPct - inclineMilliPct) > params.inclineChangeMilliPct()) {
                inclineMilliPct = newInclineMilliPct;
                inclineChangedUs = timeUs;
            }
        }
    }

    /** Steps show a change of speed; counts only where the belt does not say its speed. */
    public void paceShifted(long timeUs) {
        if (speedMPerH == Sample.UNKNOWN) {
            speedChangedUs = timeUs;
        }
    }

    /** Carries one judged step. */
    public Decision step(Verdict verdict, Moment now) {
        if (verdict.reason.isJudged()) {
            count(response.step(verdict.deviationMdeg), now.timeUs);
        }
        int mask = -1 >>> (32 - params.windowSteps());
        boolean over = isWorthACue(verdict);
        overBits = (overBits << 1 | (over ? 1 : 0)) & mask;
        clearBits = (clearBits << 1 | (verdict.clear ? 1 : 0)) & mask;
        boolean sustained = Integer.bitCount(overBits) >= params.triggerSteps();
        if (Integer.bitCount(clearBits) >= params.triggerSteps()) {
            causesSaid = 0;
        }
        if (!sustained || !over) {
            return Decision.NOTHING;
        }
        cause = judge(verdict, now);
        if (cause == Cause.SUSTAINED) {
            remember(now.timeUs);
            // The runner has been told: waiting for the cooldown in this episode holds nothing back.
            causesSaid |= 1 << Cause.COOLDOWN.ordinal();
            int overMdeg = Math.min(verdict.deviationMdeg - verdict.thresholdMdeg, params.fullScaleMdeg());
            pulseMs = params.minPulseMs()
                    + (params.maxPulseMs() - params.minPulseMs()) * overMdeg / params.fullScaleMdeg();
            return Decision.CUE;
        }
        if (cause == Cause.FADED) {
            fadedUs = now.timeUs;
            causesSaid |= 1 << Cause.COOLDOWN.ordinal();
            return Decision.SUPPRESSED;
        }
        int bit = 1 << cause.ordinal();
        boolean said = (causesSaid & bit) != 0;
        causesSaid |= bit;
        return said ? Decision.NOTHING : Decision.SUPPRESSED;
    }

    /** Over by more than two IMUs may differ on a trunk that is tipped as a whole. */
    private boolean isWorthACue(Verdict verdict) {
        int marginMdeg = Math.abs(verdict.trunkMdeg) * params.tiltMarginPct() / 100;
        return verdict.over && verdict.deviationMdeg > verdict.thresholdMdeg + marginMdeg;
    }

    private void count(Response.Outcome outcome, long timeUs) {
        switch (outcome) {
            case OPEN -> {}
            case ANSWERED -> unanswered = 0;
            case UNANSWERED -> {
                unanswered++;
                if (unanswered == params.maxUnanswered()) {
                    unanswered = 0;
                    restedUs = timeUs + params.restS() * SECOND_US;
                }
            }
        }
    }

    private Cause judge(Verdict verdict, Moment now) {
        if (now.muted) {
            return Cause.MUTED;
        }
        if (now.uncalibrated) {
            return Cause.NO_PROFILE;
        }
        if (!mayCue) {
            return Cause.NOT_SEPARABLE;
        }
        if (now.readsAsLean) {
            return Cause.READS_AS_LEAN;
        }
        if (verdict.confidence < params.minConfidence()) {
            return Cause.LOW_QUALITY;
        }
        if (isSettling(now.timeUs)) {
            return Cause.SETTLING;
        }
        if (isAfterPause(now.timeUs)) {
            return Cause.PAUSE;
        }
        if (now.timeUs - speedChangedUs < params.changeSilenceS() * SECOND_US) {
            return Cause.SPEED_CHANGE;
        }
        if (now.timeUs - inclineChangedUs < params.changeSilenceS() * SECOND_US) {
            return Cause.INCLINE_CHANGE;
        }
        return limit(now.timeUs);
    }

    private Cause limit(long timeUs) {
        if (timeUs - Math.max(lastCueUs, fadedUs) < params.cooldownS() * SECOND_US) {
            return Cause.COOLDOWN;
        }
        if (isResting(timeUs)) {
            return Cause.NO_RESPONSE;
        }
        if (isHalfHourFull(timeUs)) {
            return Cause.HALF_HOUR_CAP;
        }
        if (lastMinute.isFull(timeUs)) {
            return Cause.CAP;
        }
        if (fading.isProbe(timeUs)) {
            return Cause.PROBE;
        }
        return fading.draw() ? Cause.SUSTAINED : Cause.FADED;
    }

    /** The cued run begins, or goes on after another phase. */
    public void beginRun(long timeUs) {
        fading.begin(timeUs);
    }

    /** The run is planned to end then. */
    public void endsAt(long timeUs) {
        fading.endsAt(timeUs);
    }

    /** True in a block without cues, run to see what is kept. */
    public boolean isProbe(long timeUs) {
        return fading.isProbe(timeUs);
    }

    /**
     * The runner says that the last cue did not fit. Counts once a cue, and while the cue is still in mind.
     *
     * @return true every second time in a run: the band is then too narrow for this runner
     */
    public boolean disagree(long timeUs) {
        if (!mayDisagree || timeUs - lastCueUs > DISAGREE_WITHIN_US) {
            return false;
        }
        mayDisagree = false;
        disagreed++;
        return disagreed % DISAGREEMENTS == 0;
    }

    private void remember(long timeUs) {
        lastCueUs = timeUs;
        mayDisagree = true;
        lastMinute.add(timeUs);
        lastHalfHour.add(timeUs);
        response.cued();
    }

    /** One IMU at the sacrum has told this runner's hollow back from a lean well enough, or no longer has. */
    public void separated(boolean enough) {
        mayCue = enough && params.sacral();
    }

    /** False where no cue is ever given: a lean would be cued as well. */
    public boolean mayCue() {
        return mayCue;
    }

    /** True in the first seconds of running. */
    public boolean isSettling(long timeUs) {
        return !afterPause && timeUs - runningSinceUs < params.settleS() * SECOND_US;
    }

    /** True in the first seconds of running after a later walk or stand. */
    public boolean isAfterPause(long timeUs) {
        return afterPause && timeUs - runningSinceUs < params.pauseSilenceS() * SECOND_US;
    }

    /** True while cues rest because the last ones changed nothing. */
    public boolean isResting(long timeUs) {
        return timeUs < restedUs;
    }

    /** True when the last half hour holds as many cues as it may. */
    public boolean isHalfHourFull(long timeUs) {
        return lastHalfHour.isFull(timeUs);
    }

    /** Why the last {@link Decision} fell as it did. */
    public Cause cause() {
        return cause;
    }

    /** Length of the cue last decided, ms. */
    public int pulseMs() {
        return pulseMs;
    }
}
