package org.holdline.session.belt;

import org.jspecify.annotations.Nullable;

/**
 * What a part of a run comes to, a second or all of it. Medians take the upper of two in the middle, as the summary does; null
 * where no step had the figure.
 *
 * @param steps of every kind
 * @param gait medians over its steps
 * @param judgedSteps steps that carried a judgement
 * @param overSteps of those, beyond the threshold
 * @param judgedM metres under the judged steps; NaN when the belt's speed was not known at one of them
 * @param overDegS degrees beyond the threshold times seconds
 * @param exposureDegG sum over its steps of degrees beyond the threshold times the mean vertical force of the contact, degree g;
 *     steps without a force (shaken by the motor) are not in it
 * @param posture medians over its judged steps
 * @param cues cues given
 * @param suppressed cues that were due and not given
 */
public record Part(
        int steps,
        Gait gait,
        int judgedSteps,
        int overSteps,
        double judgedM,
        double overDegS,
        double exposureDegG,
        Posture posture,
        int cues,
        int suppressed) {
    /** Below this a rate per kilometre says nothing, as in the summary. */
    private static final double LEAST_M = 100;

    /**
     * How the runner moved.
     *
     * @param runningSteps steps of running
     * @param cadenceDspm tenths of a step per minute; over running steps, over walking steps where nobody ran
     * @param contactMs ground contact, running
     * @param riseMm vertical oscillation
     * @param stanceMg mean vertical force of a contact, 1/1000 g
     * @param peakMg its active peak, 1/1000 g
     */
    public record Gait(
            int runningSteps,
            @Nullable Integer cadenceDspm,
            @Nullable Integer contactMs,
            @Nullable Integer riseMm,
            @Nullable Integer stanceMg,
            @Nullable Integer peakMg) {}

    /**
     * How the runner held the back.
     *
     * @param deviationMdeg from neutral, 1/1000 degree, positive toward arching
     * @param thresholdMdeg the last in force, 1/1000 degree
     * @param confidencePct 0..100
     */
    public record Posture(
            @Nullable Integer deviationMdeg,
            @Nullable Integer thresholdMdeg,
            @Nullable Integer confidencePct) {}

    /** Steps over per kilometre under judged steps; null without a belt speed or below 100 m. */
    public @Nullable Double overPerKm() {
        return judgedM >= LEAST_M ? overSteps / (judgedM / 1000) : null;
    }

    /** Steps over per 1000 judged steps; null without any. */
    public @Nullable Double overPer1000Steps() {
        return judgedSteps == 0 ? null : 1000.0 * overSteps / judgedSteps;
    }
}
