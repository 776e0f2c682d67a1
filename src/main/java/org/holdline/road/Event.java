package org.holdline.road;

import org.holdline.cue.Cause;
import org.holdline.gait.Figures;
import org.holdline.gait.Side;
import org.holdline.posture.ClipState;
import org.holdline.posture.Drill;
import org.holdline.posture.Metric;
import org.holdline.posture.MountWay;
import org.holdline.posture.NeutralCheck;
import org.holdline.posture.NeutralKind;
import org.holdline.posture.Reason;
import org.holdline.sample.Phase;
import org.holdline.sample.Sample;

/**
 * One thing the road has to say. A mutable slot: only the fields of its {@link Kind} mean anything.
 *
 * <p>Written by the road's thread, read by the one thread that drains the ring it lies in.
 */
public final class Event {
    /** What the other fields mean. */
    public enum Kind {
        /** {@link #watch}, {@link #phase}, {@link #muted}. */
        STATE,
        /**
         * {@link #side}, {@link #toeOffUs}, {@link #contactMs} and its error, {@link #stanceMg}, {@link #peakMg}, {@link
         * #cadenceDspm}, {@link #running}, and the figures of the stride: ranges, phase, rise.
         */
        STEP,
        /**
         * {@link #side}, {@link #metric}, deviation, threshold, {@link #trunkMdeg}, {@link #over}, {@link #confidence},
         * {@link #reason}, {@link #probe}.
         */
        VERDICT,
        /** {@link #cause}, deviation, threshold, {@link #pulseMs}. */
        CUE,
        /** {@link #cause}, deviation, threshold: a cue was due and not given. */
        SUPPRESSED,
        /**
         * {@link #samples}, {@link #gaps}, {@link #missing}, {@link #stuck}, {@link #saturated}, {@link #withoutTemperature}: once
         * a second and after the last sample.
         */
        LINK,
        /** {@link #acts}: what the runner did. */
        ACT,
        /**
         * {@link #clipState}, {@link #byStand}, {@link #standMdeg}, {@link #standMoved}, {@link #standLeans}, {@link
         * #referenceMdeg}, {@link #neutral}: a stand was held against the opening one, or the clip's state changed in running.
         */
        REFERENCE,
        /** {@link #thresholdMdeg}: the runner's word has made the band this wide, and a new neutral is worth asking for. */
        BAND,
        /**
         * {@link #neutral}, {@link #neutralSteps}, {@link #centreMdeg}, {@link #neutralSpreadMdeg}, {@link #thresholdMdeg}, {@link #offsetMdeg}, {@link
         * #offsetNoiseMdeg}, {@link #check}, the belt it was learned at, and the drill before it: with the first sample, and
         * whenever one of them has changed.
         */
        NEUTRAL,
        /**
         * {@link #metric}, {@link #asAsked}, {@link #stood}, {@link #fromBends}, {@link #lowerWay}, {@link #upperWay}, {@link
         * #swapped}, {@link #calibration}, and what told a hollow back from a lean: as {@link #NEUTRAL}.
         */
        MOUNTING,
        /** {@link #speedMPerH}, {@link #inclineMilliPct}: with the first sample, and within a second of a change. */
        BELT
    }

    public Kind kind = Kind.STATE;

    /** Instant on the stream's clock, us: of the contact for steps and verdicts, else of the deciding sample. */
    public long timeUs;

    public Watch watch = Watch.NOT_RUN;
    public Phase phase = Phase.STAND;
    public boolean muted;

    public Side side = Side.UNKNOWN;

    /** End of ground contact, us, or -1 for a walking step. */
    public long toeOffUs;

    /** Ground contact time, ms, or -1 for a walking step. */
    public int contactMs;

    /** Of a step: mean vertical force over the contact, 1/1000 g, or -1: walking, or shaken by the motor. */
    public int stanceMg;

    /** Of a step: active peak of the vertical force, 1/1000 g, or -1 as the mean. */
    public int peakMg = -1;

    /** Of a running step: the contact time is this close to the truth in 19 of 20, ms. */
    public int contactErrorMs = -1;

    /**
     * Of a step, over the stride it ends: ranges of tilt, obliquity and axial rotation under the lower or only IMU, 1/1000
     * degree; {@link Figures#NONE} where not known.
     */
    public int tiltMdeg = Figures.NONE;

    public int obliquityMdeg = Figures.NONE;
    public int rotationMdeg = Figures.NONE;

    /** The same of the lower trunk, and its phase behind the pelvis; not known with one IMU. */
    public int trunkTiltMdeg = Figures.NONE;

    public int trunkObliquityMdeg = Figures.NONE;
    public int trunkRotationMdeg = Figures.NONE;
    public int phaseMdeg = Figures.NONE;

    /** Rise of the body in the stride, mm. */
    public int riseMm = Figures.NONE;

    /** Tenths of a step per minute. */
    public int cadenceDspm;

    public boolean running;

    public Metric metric = Metric.PELVIC_TILT;

    /** 1/1000 degree, positive toward arching. */
    public int deviationMdeg;

    public int thresholdMdeg;

    /** Of a verdict from two IMUs: trunk against its neutral, 1/1000 degree, forward positive. */
    public int trunkMdeg;

    public boolean over;

    /** 0..100. */
    public int confidence;

    public Reason reason = Reason.WITHIN;

    /** The step lies in a block without cues, run to see what is kept. */
    public boolean probe;

    public Cause cause = Cause.SUSTAINED;
    public int pulseMs;

    /** Belt speed in force, of a neutral the one it was learned at, metres per hour, or {@link Sample#UNKNOWN}. */
    public int speedMPerH;

    /** Its incline, 1/1000 per cent, or {@link Sample#UNKNOWN}. */
    public int inclineMilliPct = Sample.UNKNOWN;

    /** Where the neutral comes from. */
    public NeutralKind neutral = NeutralKind.NONE;

    /** Running steps it was learned from. */
    public int neutralSteps;

    /** Its angle in the metric, 1/1000 degree. */
    public int centreMdeg;

    /** Median absolute deviation of the runner's own steps, 1/1000 degree; -1 where it was not told. */
    public int neutralSpreadMdeg = -1;

    /** Easy run minus neutral run, and two standard errors of that, 1/1000 degree. */
    public int offsetMdeg;

    public int offsetNoiseMdeg;
    public NeutralCheck check = NeutralCheck.NONE;

    /** The drill: what became of it; range, middle and tucked end mean something as in {@link Drill}, 1/1000 degree. */
    public Drill.Outcome drill = Drill.Outcome.NONE;

    public int drillMovements;
    public int drillRangeMdeg;
    public int drillMiddleMdeg;
    public int drillTuckedMdeg;

    /** The clips sit within 30 degrees of the nominal axes, or so that the bends could put it right. */
    public boolean asAsked;

    /** The opening stand was there; the medio-lateral axis was measured. */
    public boolean stood;

    public boolean fromBends;
    public MountWay lowerWay = MountWay.AS_ASKED;
    public MountWay upperWay = MountWay.AS_ASKED;
    public boolean swapped;

    /** Of one IMU at the sacrum: rate at which bouts left out were told apart, its lower bound, per cent, and whether that is enough. */
    public int accuracyPct;

    public int lowerPct;
    public boolean enough;
    public Calibration calibration = Calibration.NOMINAL;

    /** By so much the reference was moved along with the clip, 1/1000 degree, positive where that looked like an arch. */
    public int referenceMdeg;

    public ClipState clipState = ClipState.SEATED;

    /** A stand says so, not steps. */
    public boolean byStand;

    /** Stand minus opening stand in the metric's sense, 1/1000 degree. */
    public int standMdeg;

    /** That is more than the body's own way of standing. */
    public boolean standMoved;

    /** In that stand the body as a whole leaned otherwise than in the opening one. */
    public boolean standLeans;

    /** Bits of {@link org.holdline.sample.Act}. */
    public int acts;

    /** Samples carried since the start. */
    public long samples;

    /** Intervals longer than 1.5 periods since the start. */
    public long gaps;

    /** Samples that should have come in those gaps. */
    public long missing;

    /** Samples in runs of ten or more identical ones. */
    public long stuck;

    /** Samples at full scale. */
    public long saturated;

    /** Samples that came without the temperature that a measured drift asks for. */
    public long withoutTemperature;

    public void copyFrom(Event other) {
        kind = other.kind;
        timeUs = other.timeUs;
        watch = other.watch;
        phase = other.phase;
        muted = other.muted;
        side = other.side;
        toeOffUs = other.toeOffUs;
        contactMs = other.contactMs;
        stanceMg = other.stanceMg;
        peakMg = other.peakMg;
        contactErrorMs = other.contactErrorMs;
        tiltMdeg = other.tiltMdeg;
        obliquityMdeg = other.obliquityMdeg;
        rotationMdeg = other.rotationMdeg;
        trunkTiltMdeg = other.trunkTiltMdeg;
        trunkObliquityMdeg = other.trunkObliquityMdeg;
        trunkRotationMdeg = other.trunkRotationMdeg;
        phaseMdeg = other.phaseMdeg;
        riseMm = other.riseMm;
        cadenceDspm = other.cadenceDspm;
        running = other.running;
        metric = other.metric;
        deviationMdeg = other.deviationMdeg;
        thresholdMdeg = other.thresholdMdeg;
        trunkMdeg = other.trunkMdeg;
        over = other.over;
        confidence = other.confidence;
        reason = other.reason;
        probe = other.probe;
        cause = other.cause;
        pulseMs = other.pulseMs;
        speedMPerH = other.speedMPerH;
        neutral = other.neutral;
        referenceMdeg = other.referenceMdeg;
        clipState = other.clipState;
        byStand = other.byStand;
        standMdeg = other.standMdeg;
        standMoved = other.standMoved;
        standLeans = other.standLeans;
        acts = other.acts;
        samples = other.samples;
        gaps = other.gaps;
        missing = other.missing;
        stuck = other.stuck;
        saturated = other.saturated;
        copyLearned(other);
    }

    private void copyLearned(Event other) {
        inclineMilliPct = other.inclineMilliPct;
        neutralSteps = other.neutralSteps;
        centreMdeg = other.centreMdeg;
        neutralSpreadMdeg = other.neutralSpreadMdeg;
        offsetMdeg = other.offsetMdeg;
        offsetNoiseMdeg = other.offsetNoiseMdeg;
        check = other.check;
        drill = other.drill;
        drillMovements = other.drillMovements;
        drillRangeMdeg = other.drillRangeMdeg;
        drillMiddleMdeg = other.drillMiddleMdeg;
        drillTuckedMdeg = other.drillTuckedMdeg;
        asAsked = other.asAsked;
        stood = other.stood;
        fromBends = other.fromBends;
        lowerWay = other.lowerWay;
        upperWay = other.upperWay;
        swapped = other.swapped;
        accuracyPct = other.accuracyPct;
        lowerPct = other.lowerPct;
        enough = other.enough;
        calibration = other.calibration;
        withoutTemperature = other.withoutTemperature;
    }
}
