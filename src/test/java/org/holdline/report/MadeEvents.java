package org.holdline.report;

import java.util.List;
import java.util.Map;
import org.holdline.cue.Cause;
import org.holdline.gait.Side;
import org.holdline.posture.ClipState;
import org.holdline.posture.Metric;
import org.holdline.posture.MountWay;
import org.holdline.posture.NeutralCheck;
import org.holdline.posture.NeutralKind;
import org.holdline.posture.Reason;
import org.holdline.road.Event;
import org.holdline.road.Watch;
import org.holdline.sample.Act;
import org.holdline.sample.Phase;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;

/** Events and summaries as the road and the tally would make them, one of each kind. */
final class MadeEvents {
    static final int BAND_MDEG = 3000;

    private MadeEvents() {}

    static StreamInfo info(int plannedS, int plannedM) {
        return new StreamInfo("made", true, 200, Placement.DUAL, plannedS, plannedM, 0, 0);
    }

    static Event state(long timeUs, Watch watch, Phase phase, boolean muted) {
        Event e = of(Event.Kind.STATE, timeUs);
        e.watch = watch;
        e.phase = phase;
        e.muted = muted;
        return e;
    }

    static Event runningStep(long timeUs, Side side, int contactMs, int cadenceDspm) {
        Event e = of(Event.Kind.STEP, timeUs);
        e.side = side;
        e.running = true;
        e.contactMs = contactMs;
        e.stanceMg = 1685;
        e.toeOffUs = timeUs + contactMs * 1000L;
        e.cadenceDspm = cadenceDspm;
        e.speedMPerH = Sample.UNKNOWN;
        return e;
    }

    /** A step with all that a stride of two IMUs says. */
    static Event fullStep(long timeUs) {
        Event e = runningStep(timeUs, Side.RIGHT, 241, 1660);
        e.contactErrorMs = 48;
        e.peakMg = 2512;
        e.tiltMdeg = 6410;
        e.obliquityMdeg = 8520;
        e.rotationMdeg = 12_300;
        e.trunkTiltMdeg = 4100;
        e.trunkObliquityMdeg = 5200;
        e.trunkRotationMdeg = 9870;
        e.phaseMdeg = -158_400;
        e.riseMm = 78;
        return e;
    }

    static Event walkingStep(long timeUs, Side side, int cadenceDspm) {
        Event e = of(Event.Kind.STEP, timeUs);
        e.side = side;
        e.contactMs = -1;
        e.stanceMg = -1;
        e.toeOffUs = -1;
        e.cadenceDspm = cadenceDspm;
        e.speedMPerH = Sample.UNKNOWN;
        return e;
    }

    static Event verdict(long timeUs, int deviationMdeg, Reason reason, int confidence) {
        Event e = of(Event.Kind.VERDICT, timeUs);
        e.metric = Metric.LUMBAR_ARCH;
        e.deviationMdeg = deviationMdeg;
        e.thresholdMdeg = BAND_MDEG;
        e.trunkMdeg = -2100;
        e.over = reason == Reason.OVER;
        e.confidence = confidence;
        e.reason = reason;
        e.speedMPerH = Sample.UNKNOWN;
        return e;
    }

    static Event cue(long timeUs, int deviationMdeg, int pulseMs) {
        Event e = of(Event.Kind.CUE, timeUs);
        e.cause = Cause.SUSTAINED;
        e.deviationMdeg = deviationMdeg;
        e.thresholdMdeg = BAND_MDEG;
        e.pulseMs = pulseMs;
        return e;
    }

    static Event suppressed(long timeUs, Cause cause) {
        Event e = of(Event.Kind.SUPPRESSED, timeUs);
        e.cause = cause;
        e.deviationMdeg = 4500;
        e.thresholdMdeg = BAND_MDEG;
        return e;
    }

    static Event link(long timeUs) {
        Event e = of(Event.Kind.LINK, timeUs);
        e.samples = 400;
        e.gaps = 2;
        e.missing = 7;
        e.stuck = 30;
        e.saturated = 4;
        return e;
    }

    static Event act(long timeUs, Act... acts) {
        Event e = of(Event.Kind.ACT, timeUs);
        for (Act act : acts) {
            e.acts |= act.bit();
        }
        return e;
    }

    private static Event of(Event.Kind kind, long timeUs) {
        Event e = new Event();
        e.kind = kind;
        e.timeUs = timeUs;
        return e;
    }

    static Summary.Gait gait(Placement placement) {
        boolean dual = placement.isDual();
        return new Summary.Gait(
                48.0,
                1.68,
                2.51,
                new Summary.Sway(6.41, 8.52, 12.3),
                dual ? new Summary.Sway(4.1, 5.2, 9.87) : new Summary.Sway(null, null, null),
                dual ? -158.4 : null,
                78.0);
    }

    static Summary.Neutral neutral(NeutralKind kind, double baselineOffsetDeg) {
        return new Summary.Neutral(
                kind,
                kind == NeutralKind.NONE ? 0 : 160,
                -1.25,
                3,
                baselineOffsetDeg,
                Summary.Basis.of(NeutralCheck.ALONE));
    }

    /** Clips that a closing stand found where they were. */
    static Summary.Clip seated() {
        return new Summary.Clip(ClipState.SEATED, 1, true, 0.4, 0.4, 0, false, 0.25);
    }

    /** A run without any later stand. */
    static Summary.Clip unchecked() {
        return new Summary.Clip(ClipState.SEATED, 0, false, null, null, 0, false, 0);
    }

    /** A closing stand found a clip elsewhere. */
    static Summary.Clip moved(double deg) {
        return new Summary.Clip(ClipState.MOVED, 1, true, deg, deg, 0, true, deg);
    }

    static Event stand(long timeUs, int standMdeg, boolean moved) {
        Event e = of(Event.Kind.REFERENCE, timeUs);
        e.byStand = true;
        e.clipState = moved ? ClipState.MOVED : ClipState.SEATED;
        e.standMdeg = standMdeg;
        e.standMoved = moved;
        e.referenceMdeg = moved ? standMdeg : 0;
        e.neutral = NeutralKind.DRILL;
        return e;
    }

    static Event clip(long timeUs, ClipState state, int referenceMdeg) {
        Event e = of(Event.Kind.REFERENCE, timeUs);
        e.clipState = state;
        e.referenceMdeg = referenceMdeg;
        e.neutral = NeutralKind.DRILL;
        return e;
    }

    static Summary.Mounting mounting() {
        return new Summary.Mounting(true, true, false, MountWay.AS_ASKED, MountWay.AS_ASKED, false, null);
    }

    static Summary summary(Placement placement, NeutralKind kind, long judgedSteps, String pattern) {
        return summary(placement, kind, judgedSteps, pattern, 3);
    }

    static Summary summary(Placement placement, NeutralKind kind, long judgedSteps, String pattern, long cues) {
        return summary(
                placement, kind, judgedSteps, new Pattern(pattern, Map.of("over_share", 0.25, "a_first", 1.0)), cues);
    }

    static Summary summary(Placement placement, NeutralKind kind, long judgedSteps, Pattern pattern, long cues) {
        return new Summary(
                "made",
                true,
                placement,
                Metric.of(placement).word(),
                754.5,
                150_900,
                1970,
                1900,
                judgedSteps,
                judgedSteps / 4,
                166.4,
                231.0,
                85,
                neutral(kind, 1.5),
                mounting(),
                seated(),
                cues,
                Map.of("cooldown", 2L, "settling", 1L),
                -1.2344,
                2,
                7,
                30,
                4,
                1,
                0,
                null,
                new Summary.Dose(250.0, null, 12.0005, 17, 3, 423.691, 0.123, -0.4),
                List.of(pattern),
                List.of(new Summary.Probe(480.25, 312, 0.25)),
                gait(placement),
                Summary.Sensors.NOMINAL,
                null,
                null);
    }
}
