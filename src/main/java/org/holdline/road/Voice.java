package org.holdline.road;

import java.util.List;
import org.holdline.cue.Cause;
import org.holdline.gait.Figures;
import org.holdline.gait.Step;
import org.holdline.posture.Drill;
import org.holdline.posture.Metric;
import org.holdline.posture.Neutral;
import org.holdline.posture.NeutralKind;
import org.holdline.posture.Posture;
import org.holdline.posture.Reference;
import org.holdline.posture.Separability;
import org.holdline.posture.Verdict;
import org.holdline.ring.Ring;
import org.holdline.sample.Phase;
import org.holdline.sample.Sample;

/** What the road says to its readers: one copy into every ring, and never a wait. */
final class Voice {
    private final Ring<Event>[] eventRings;
    private final Ring<Sample>[] sampleRings;
    private final Event event = new Event();

    @SuppressWarnings({"unchecked", "rawtypes"}) // arrays of generics; an iterator would allocate on the road
    Voice(List<Ring<Event>> eventRings, List<Ring<Sample>> sampleRings) {
        this.eventRings = eventRings.toArray(new Ring[0]);
        this.sampleRings = sampleRings.toArray(new Ring[0]);
    }

    void sample(Sample sample) {
        for (int i = 0; i < sampleRings.length; i++) {
            Sample slot = sampleRings[i].claim();
            if (slot != null) {
                slot.copyFrom(sample);
                sampleRings[i].publish();
            }
        }
    }

    void state(long timeUs, Watch watch, Phase phase, boolean muted) {
        event.kind = Event.Kind.STATE;
        event.timeUs = timeUs;
        event.watch = watch;
        event.phase = phase;
        event.muted = muted;
        send();
    }

    void act(long timeUs, int acts) {
        event.kind = Event.Kind.ACT;
        event.timeUs = timeUs;
        event.acts = acts;
        send();
    }

    void step(Step step, int speedMPerH) {
        event.kind = Event.Kind.STEP;
        copy(step);
        Figures figures = step.figures;
        event.contactErrorMs = step.contactErrorMs;
        event.tiltMdeg = figures.tiltMdeg;
        event.obliquityMdeg = figures.obliquityMdeg;
        event.rotationMdeg = figures.rotationMdeg;
        event.trunkTiltMdeg = figures.trunkTiltMdeg;
        event.trunkObliquityMdeg = figures.trunkObliquityMdeg;
        event.trunkRotationMdeg = figures.trunkRotationMdeg;
        event.phaseMdeg = figures.phaseMdeg;
        event.riseMm = figures.riseMm;
        event.speedMPerH = speedMPerH;
        send();
    }

    void band(long timeUs, int thresholdMdeg) {
        event.kind = Event.Kind.BAND;
        event.timeUs = timeUs;
        event.thresholdMdeg = thresholdMdeg;
        send();
    }

    void reference(long timeUs, Reference reference, NeutralKind neutral, boolean byStand) {
        event.kind = Event.Kind.REFERENCE;
        event.timeUs = timeUs;
        event.clipState = reference.state();
        event.byStand = byStand;
        event.standMdeg = reference.standMdeg();
        event.standMoved = reference.standMoved();
        event.standLeans = reference.standLeans();
        event.referenceMdeg = reference.shiftMdeg();
        event.neutral = neutral;
        send();
    }

    void verdict(Step step, Verdict verdict, Metric metric, int speedMPerH, boolean probe) {
        event.kind = Event.Kind.VERDICT;
        copy(step);
        event.metric = metric;
        event.deviationMdeg = verdict.deviationMdeg;
        event.thresholdMdeg = verdict.thresholdMdeg;
        event.trunkMdeg = verdict.trunkMdeg;
        event.over = verdict.over;
        event.confidence = verdict.confidence;
        event.reason = verdict.reason;
        event.probe = probe;
        reference(verdict);
        event.speedMPerH = speedMPerH;
        send();
    }

    private void reference(Verdict verdict) {
        event.neutral = verdict.neutral;
        event.referenceMdeg = verdict.referenceMdeg;
    }

    private void copy(Step step) {
        event.timeUs = step.contactUs;
        event.side = step.side;
        event.toeOffUs = step.toeOffUs;
        event.contactMs = step.contactMs;
        event.stanceMg = step.stanceMg;
        event.peakMg = step.peakMg;
        event.cadenceDspm = step.cadenceDspm;
        event.running = step.running;
    }

    void cue(Event.Kind kind, long timeUs, Cause cause, Verdict verdict, int pulseMs) {
        event.kind = kind;
        event.timeUs = timeUs;
        event.cause = cause;
        event.deviationMdeg = verdict.deviationMdeg;
        event.thresholdMdeg = verdict.thresholdMdeg;
        event.pulseMs = pulseMs;
        reference(verdict);
        send();
    }

    void neutral(long timeUs, Posture posture) {
        event.kind = Event.Kind.NEUTRAL;
        event.timeUs = timeUs;
        Neutral neutral = posture.neutral();
        event.neutral = neutral.kind();
        event.neutralSteps = neutral.steps();
        event.centreMdeg = neutral.centreMdeg();
        event.neutralSpreadMdeg = neutral.spreadMdeg();
        event.thresholdMdeg = posture.bandMdeg();
        event.offsetMdeg = neutral.baselineOffsetMdeg();
        event.offsetNoiseMdeg = neutral.offsetNoiseMdeg();
        event.check = neutral.check();
        event.speedMPerH = neutral.speedMPerH();
        event.inclineMilliPct = neutral.inclineMilliPct();
        Drill drill = posture.drill();
        event.drill = drill.outcome();
        event.drillMovements = drill.movements();
        event.drillRangeMdeg = drill.rangeMdeg();
        event.drillMiddleMdeg = drill.middleMdeg();
        event.drillTuckedMdeg = drill.tuckedMdeg();
        send();
    }

    void mounting(long timeUs, Posture posture, Metric metric, Separability measured, Calibration calibration) {
        event.kind = Event.Kind.MOUNTING;
        event.timeUs = timeUs;
        event.metric = metric;
        event.asAsked = posture.isMountedAsAsked();
        event.stood = posture.lowerMount().hasStand();
        event.fromBends = posture.lowerMount().isFromBends();
        event.lowerWay = posture.lowerMount().way();
        event.upperWay = posture.upperMount().way();
        event.swapped = posture.isSwapped();
        event.accuracyPct = measured.accuracyPct();
        event.lowerPct = measured.lowerPct();
        event.enough = measured.isEnough();
        event.calibration = calibration;
        send();
    }

    void belt(long timeUs, int speedMPerH, int inclineMilliPct) {
        event.kind = Event.Kind.BELT;
        event.timeUs = timeUs;
        event.speedMPerH = speedMPerH;
        event.inclineMilliPct = inclineMilliPct;
        send();
    }

    void link(long timeUs, long samples, Gaps gaps, long stuck, long saturated, long withoutTemperature) {
        event.kind = Event.Kind.LINK;
        event.timeUs = timeUs;
        event.samples = samples;
        event.gaps = gaps.count();
        event.missing = gaps.missing();
        event.stuck = stuck;
        event.saturated = saturated;
        event.withoutTemperature = withoutTemperature;
        send();
    }

    private void send() {
        for (int i = 0; i < eventRings.length; i++) {
            Event slot = eventRings[i].claim();
            if (slot != null) {
                slot.copyFrom(event);
                eventRings[i].publish();
            }
        }
    }
}
