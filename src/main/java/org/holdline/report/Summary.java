package org.holdline.report;

import java.util.List;
import java.util.Map;
import org.holdline.posture.ClipState;
import org.holdline.posture.Drill;
import org.holdline.posture.MountWay;
import org.holdline.posture.NeutralCheck;
import org.holdline.posture.NeutralKind;
import org.holdline.road.Calibration;
import org.holdline.sample.Placement;
import org.jspecify.annotations.Nullable;

/**
 * What a run comes to. Figures that were not there to be had are null.
 *
 * @param durationS stream time from the first to the last sample, s
 * @param steps steps of every kind
 * @param judgedSteps steps of the cued run that carried a judgement
 * @param overSteps of those, beyond the threshold
 * @param cadenceSpm median over running steps, over walking steps where nobody ran
 * @param contactMs median ground contact of running steps
 * @param suppressed cues that were due and not given, by cause
 * @param responseDeg median over cues of the deviation's change: ten steps after minus ten before
 * @param droppedPartialLines lines that a kill had cut and the reader left out
 * @param lostEvents events that the count itself was too slow for
 * @param probes blocks without cues, in the order they were run
 * @param gait medians over running steps
 * @param retention what the blocks without cues of this run and the one before say of the next; null where no stage was told
 * @param fault why the run broke off; null when it ended as it was meant to
 * @param sensors what was known of the sensors' errors
 * @param checkIns how well the runner felt what the clip saw; null where nobody was asked
 */
public record Summary(
        String source,
        boolean simulated,
        Placement placement,
        String metric,
        double durationS,
        long samples,
        long steps,
        long runningSteps,
        long judgedSteps,
        long overSteps,
        @Nullable Double cadenceSpm,
        @Nullable Double contactMs,
        int medianConfidence,
        Neutral neutral,
        Mounting mounting,
        Clip clip,
        long cues,
        Map<String, Long> suppressed,
        @Nullable Double responseDeg,
        long gaps,
        long missingSamples,
        long stuckSamples,
        long saturatedSamples,
        long droppedPartialLines,
        long lostEvents,
        @Nullable String fault,
        Dose dose,
        List<Pattern> patterns,
        List<Probe> probes,
        Gait gait,
        Sensors sensors,
        Retention.@Nullable Decision retention,
        @Nullable CheckIns checkIns) {
    /** Changes whenever a key changes its meaning or goes. */
    public static final String SCHEMA = "holdline-summary/1";

    public Summary {
        suppressed = Map.copyOf(suppressed);
        patterns = List.copyOf(patterns);
        probes = List.copyOf(probes);
    }

    /** The same, with the stage that follows from this run and what was kept of the one before. */
    public Summary after(Retention.Kept before) {
        return with(Retention.decide(before.stage(), before.blocks(), probes));
    }

    /** The same, with this decision of a stage, or none. */
    public Summary with(Retention.@Nullable Decision decision) {
        return new Summary(
                source,
                simulated,
                placement,
                metric,
                durationS,
                samples,
                steps,
                runningSteps,
                judgedSteps,
                overSteps,
                cadenceSpm,
                contactMs,
                medianConfidence,
                neutral,
                mounting,
                clip,
                cues,
                suppressed,
                responseDeg,
                gaps,
                missingSamples,
                stuckSamples,
                saturatedSamples,
                droppedPartialLines,
                lostEvents,
                fault,
                dose,
                patterns,
                probes,
                gait,
                sensors,
                decision,
                checkIns);
    }

    /** The run's pattern: the first that holds. */
    public String pattern() {
        return patterns.getFirst().name();
    }

    /** Only an offset from a stand of the same mounting, learned in a neutral run, is worth keeping for another one. */
    public boolean mayStoreOffset() {
        return mounting.stand() && mounting.asAsked() && neutral.kind() == NeutralKind.DRILL;
    }

    public long suppressedCount() {
        return suppressed.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Check-ins of a run.
     *
     * @param asked questions, those that were not answered included
     * @param answered in either order
     * @param awareness of the answers that came before the clip was shown
     */
    public record CheckIns(int asked, int answered, Awareness awareness) {}

    /**
     * What was known of the sensors' errors.
     *
     * @param withoutTemperature samples that came without the temperature that a measured drift asks for
     */
    public record Sensors(Calibration calibration, long withoutTemperature) {
        /** Taken as they come. */
        public static final Sensors NOMINAL = new Sensors(Calibration.NOMINAL, 0);
    }

    /** Running neutral: where it came from, and the band around it, degrees. */
    public record Neutral(
            NeutralKind kind,
            int steps,
            double centreDeg,
            double thresholdDeg,
            double baselineOffsetDeg,
            Basis basis) {}

    /**
     * What speaks for the neutral.
     *
     * @param check the neutral run beside the easy run
     * @param offsetNoiseDeg two standard errors of the offset between them; 0 without an easy run
     * @param speedKmh belt speed it was learned at; null when nobody said
     * @param inclinePct its incline, in the same way
     * @param drill the drill before it
     * @param spreadDeg median absolute deviation of the runner's own steps, which the band goes by; null in a run of an earlier
     *     program, which did not tell it
     * @param renewed the runner asked for a new neutral in the run
     */
    public record Basis(
            NeutralCheck check,
            double offsetNoiseDeg,
            @Nullable Double speedKmh,
            @Nullable Double inclinePct,
            DrillResult drill,
            @Nullable Double spreadDeg,
            boolean renewed) {
        static Basis of(NeutralCheck check) {
            return new Basis(check, 0, null, null, new DrillResult(Drill.Outcome.NONE, 0, 0, null, null), 0.0, false);
        }
    }

    /**
     * The neutral drill: arch, tuck, middle.
     *
     * @param outcome good, or why it was refused
     * @param movements with both an arch and a tuck
     * @param rangeDeg from tuck to arch
     * @param middleDeg where the body rested between, relative to standing; null unless good
     * @param neutralPosition the running neutral in the range, 0 tucked and 1 arched; null unless good
     */
    public record DrillResult(
            Drill.Outcome outcome,
            int movements,
            double rangeDeg,
            @Nullable Double middleDeg,
            @Nullable Double neutralPosition) {}

    /**
     * How the clips sat, and what their alignment was measured from.
     *
     * @param asAsked within 30 degrees of the nominal axes, or so worn that the bends could put it right
     * @param lower which way round the lower, or only, clip was worn
     * @param upper the same of the upper one; as asked with one IMU
     * @param swapped the lower clip was worn above the upper one, and both are read the other way round
     * @param separation of a hollow back and a lean at this place; null unless one IMU sits at the sacrum
     */
    public record Mounting(
            boolean asAsked,
            boolean stand,
            boolean bends,
            MountWay lower,
            MountWay upper,
            boolean swapped,
            @Nullable Separation separation) {}

    /**
     * What a sequence of hollow back and lean taught of one IMU at the sacrum; 0 where it was not run or too short.
     *
     * @param accuracyPct rate at which bouts left out were told apart
     * @param lowerPct its lower bound
     * @param enough cues are allowed by it
     */
    public record Separation(int accuracyPct, int lowerPct, boolean enough) {}

    /**
     * What is known of the clips' seat since the opening stand. Shifts are in the metric's sense.
     *
     * @param state at the end of the run
     * @param stands later stands that were held against the opening one
     * @param closingStand the last of them came after all running
     * @param closingShiftDeg closing minus opening stand; null without one
     * @param largestShiftDeg of all stands; null without one
     * @param jumps sudden turns of a clip while running
     * @param moved a clip has moved: no drift late in the run can be told from it
     * @param referenceShiftDeg by so much the reference was moved along in the end
     */
    public record Clip(
            ClipState state,
            int stands,
            boolean closingStand,
            @Nullable Double closingShiftDeg,
            @Nullable Double largestShiftDeg,
            int jumps,
            boolean moved,
            double referenceShiftDeg) {}

    /**
     * A block run without cues, to see what is kept.
     *
     * @param startS its first judged step, from the first sample, s
     * @param steps judged steps
     * @param overShare of those, beyond the threshold, 0..1
     */
    public record Probe(double startS, int steps, double overShare) {}

    /**
     * How the runner ran: medians over running steps; null where no step had the figure.
     *
     * @param contactErrorMs half-width of the error of a contact time
     * @param stanceG mean vertical force over a contact
     * @param peakG its active peak
     * @param lower how far the part of the back under the lower or only IMU swings in a stride
     * @param trunk the same of the lower trunk, with two IMUs
     * @param phaseDeg by how much the pelvis is ahead of the trunk in turning; the mean direction, since -180 and 180 are the
     *     same
     * @param riseMm vertical oscillation
     */
    public record Gait(
            @Nullable Double contactErrorMs,
            @Nullable Double stanceG,
            @Nullable Double peakG,
            Sway lower,
            Sway trunk,
            @Nullable Double phaseDeg,
            @Nullable Double riseMm) {}

    /** Highest minus lowest angle of a stride, degrees. */
    public record Sway(
            @Nullable Double tiltDeg,
            @Nullable Double obliquityDeg,
            @Nullable Double rotationDeg) {}

    /**
     * How much overarching the run held.
     *
     * @param overPer1000Steps steps over the threshold per 1000 judged steps
     * @param overPerKm the same per kilometre; null without a belt speed
     * @param overDegS degrees beyond the threshold times seconds
     * @param longestStreakSteps longest unbroken row of steps over
     * @param streaks unbroken rows of eight steps over and more
     * @param firstDriftS seconds from the first sample to the first minute with half of its steps over; null when there
     *     is none
     * @param overShareAfterHalf share of steps over after half of the plan, or of the run; null when there are none
     * @param lateDriftDeg median deviation of the last third minus that of the first, either sign; null in runs below five
     *     minutes
     */
    public record Dose(
            @Nullable Double overPer1000Steps,
            @Nullable Double overPerKm,
            double overDegS,
            int longestStreakSteps,
            int streaks,
            @Nullable Double firstDriftS,
            @Nullable Double overShareAfterHalf,
            @Nullable Double lateDriftDeg) {}
}
