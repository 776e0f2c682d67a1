package org.holdline.road;

import java.util.List;
import org.holdline.attitude.Inclination;
import org.holdline.correction.Correction;
import org.holdline.cue.CueOutput;
import org.holdline.cue.CuePolicy;
import org.holdline.cue.Moment;
import org.holdline.gait.GaitKind;
import org.holdline.gait.PaceShift;
import org.holdline.gait.Step;
import org.holdline.gait.Strides;
import org.holdline.posture.Metric;
import org.holdline.posture.Posture;
import org.holdline.posture.Separability;
import org.holdline.posture.Verdict;
import org.holdline.ring.Ring;
import org.holdline.sample.Act;
import org.holdline.sample.Inertial;
import org.holdline.sample.Phase;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;

/**
 * Carries each sample from clip to cue: correction, gap, attitude, strides, posture, cue policy, output, rings. One thread calls {@link
 * #accept}; everything it decides depends on the samples alone, so that a recording decides the same again.
 */
public final class Road {
    /** Vertical specific force in 1e-6 g from the product of two vectors in um/s^2: 1e6 / (9806650^2) in Q64. */
    private static final long PRODUCT_TO_UG_Q64 = 191_813_147_289L;

    /** The motor shakes the sensor beside it for so long after it has stopped: the load of such a step is not the runner's. */
    private static final long SHAKEN_US = 200_000;

    private static final long LINK_INTERVAL_US = 1_000_000;

    private final CueOutput output;
    private final Inbox inbox;
    private final Voice voice;
    private final Gaps gaps;
    private final Phases phases = new Phases();
    private final boolean dual;
    private final Metric metric;
    private final Posture posture;
    private final Body lower;
    private final Body upper;
    private final Mounting mounting;
    private final Learned learned;
    private final Strides strides;
    private final Motion motion;
    private final Separability separability = new Separability();
    private final CuePolicy policy;
    private final Outlook outlook;
    private final PaceShift paceShift = new PaceShift();
    private final Moment moment = new Moment();
    private final long unrestedSamples;
    private final long plannedUs;

    private final Calibration calibration;
    private final Correction correction;
    private final Sample previousRead = new Sample();
    private final Sample corrected = new Sample();
    private final Sample previous = new Sample();
    private final Sample bridge = new Sample();
    private long samples;
    private long samplesSaid;
    private long nowUs;
    private long nextLinkUs;
    private long shakenUs = Long.MIN_VALUE / 2;
    private long unreadyUs = Long.MIN_VALUE;
    private boolean muted;
    private boolean mutedSaid;
    private boolean ends;
    private Watch watch = Watch.NO_SIGNAL;

    /**
     * @param output what the runner feels
     * @param inbox what people ask for
     * @param eventRings one a reader; every event goes to each
     * @param sampleRings one a reader; every sample, as the road consumed it, goes to each
     */
    public Road(
            RoadParams params,
            StreamInfo info,
            CueOutput output,
            Inbox inbox,
            List<Ring<Event>> eventRings,
            List<Ring<Sample>> sampleRings) {
        this.output = output;
        this.inbox = inbox;
        voice = new Voice(eventRings, sampleRings);
        gaps = new Gaps(info.periodNs());
        dual = info.placement() == Placement.DUAL;
        metric = Metric.of(info.placement());
        posture = new Posture(params.posture(), info.placement(), info.rateHz());
        lower = new Body(params.inclination(), info, posture.lowerMount());
        upper = new Body(params.inclination(), info, posture.upperMount());
        mounting = new Mounting(posture, lower, upper, dual, info.rateHz(), voice);
        strides = new Strides(params.strides(), info.rateHz());
        motion = new Motion(info, lower, upper, posture);
        policy = new CuePolicy(params.cue(), params.fading(), metric);
        calibration = params.calibration();
        correction = new Correction(params.correction());
        learned = new Learned(posture, separability, metric, calibration, voice);
        moment.uncalibrated = !calibration.mayCue();
        outlook = new Outlook(calibration, posture, policy, lower.quality());
        plannedUs = info.plannedS() * 1_000_000L;
        unrestedSamples = Math.round(params.posture().unrestedS() * info.rateHz());
    }

    /**
     * Carries one sample as its source delivered it; acts and markers asked for meanwhile are written into it, and so into its
     * copies. Sensors are judged by what they delivered, all else goes by the corrected sample.
     */
    public void accept(Sample read) {
        read.acts |= inbox.takeActs();
        Phase asked = inbox.takeMarker();
        if (asked != null) {
            read.marker = asked;
        }
        if (inbox.speedMPerH() != Sample.UNKNOWN) {
            read.speedMPerH = inbox.speedMPerH();
        }
        correction.apply(read, corrected);
        begin(corrected);
        lower.quality().sample(read.timeUs, read.lower, previousRead.lower);
        if (dual) {
            upper.quality().sample(read.timeUs, read.upper, previousRead.upper);
        }
        decide(corrected);
        previousRead.copyFrom(read);
        previous.copyFrom(corrected);
        voice.sample(read);
        if (read.timeUs >= nextLinkUs) {
            nextLinkUs += LINK_INTERVAL_US * ((read.timeUs - nextLinkUs) / LINK_INTERVAL_US + 1);
            tell();
        }
    }

    /** After the last sample, by the same thread: says what has happened since the last second. */
    public void end() {
        if (samples != samplesSaid) {
            tell();
        }
    }

    /** What is told once a second: with it whoever heard every event knows all that the road does. */
    private void tell() {
        learned.look(nowUs);
        learned.belt(previous);
        samplesSaid = samples;
        voice.link(nowUs, samples, gaps, stuck(), saturated(), correction.withoutTemperature());
    }

    /** What comes before the sample itself: acts, and the gap that it ends. */
    private void begin(Sample sample) {
        nowUs = sample.timeUs;
        shakenUs = sample.cueActive ? nowUs : shakenUs;
        ends = sample.marker == Phase.END;
        if (samples == 0) {
            learned.begin(sample);
        }
        // Before the gap is closed: a step found in it may ask for a cue, and whoever muted waits for none.
        if (sample.acts != 0) {
            act(sample);
        }
        if (samples == 0) {
            nextLinkUs = sample.timeUs + LINK_INTERVAL_US;
            if (plannedUs > 0) {
                policy.endsAt(sample.timeUs + plannedUs);
            }
        } else {
            closeGap(sample);
        }
    }

    private void decide(Sample sample) {
        samples++;
        if (phases.mark(sample.marker, sample.timeUs)
                || (Act.NEUTRAL.isIn(sample.acts) && phases.renew(sample.timeUs))) {
            beginPhase(sample.timeUs);
        }
        policy.belt(sample.timeUs, sample.speedMPerH, sample.inclineMilliPct);
        updateAttitude(sample);
        carry(sample);
    }

    /**
     * A short gap is bridged in a straight line. Over a longer one the attitude is held and doubted, and steps go on in a
     * straight line; after a still longer one gait starts anew, after a very long one attitude as well.
     */
    private void closeGap(Sample sample) {
        int missing = gaps.between(previous.timeUs, sample.timeUs);
        long spanUs = sample.timeUs - previous.timeUs;
        if (spanUs > Gaps.GAIT_RESTART_US) {
            strides.restart();
            policy.forgetSteps();
            lower.quality().broken(sample.timeUs);
            doubtAttitude(spanUs > Gaps.ATTITUDE_RESTART_US);
            return;
        }
        if (missing == 0) {
            return;
        }
        boolean line = spanUs <= Gaps.LINE_US;
        for (int i = 1; i <= missing; i++) {
            Gaps.between(previous, sample, i, missing + 1, bridge);
            lower.quality().bridged();
            if (line) {
                updateAttitude(bridge);
            }
            carry(bridge);
        }
        if (!line) {
            doubtAttitude(false);
        }
    }

    private void doubtAttitude(boolean restart) {
        if (restart) {
            lower.inclination().restart();
            upper.inclination().restart();
        } else {
            lower.inclination().doubt();
            upper.inclination().doubt();
        }
    }

    private void updateAttitude(Sample sample) {
        lower.update(sample.lower);
        if (dual) {
            upper.update(sample.upper);
        }
        if (!attitudeReady()) {
            unreadyUs = sample.timeUs;
        }
    }

    private void carry(Sample sample) {
        Inertial in = sample.lower;
        Inclination up = lower.inclination();
        if (dual) {
            Inclination top = upper.inclination();
            posture.add(up.upX(), up.upY(), up.upZ(), top.upX(), top.upY(), top.upZ());
            motion.upper(sample.upper);
        } else {
            posture.add(up.upX(), up.upY(), up.upZ(), 0, 0, 0);
        }
        mounting.sample(sample, phases.current());
        long product = (long) in.axUms2 * up.upX() + (long) in.ayUms2 * up.upY() + (long) in.azUms2 * up.upZ();
        long verticalUg = Math.multiplyHigh(product, PRODUCT_TO_UG_Q64);
        int rollUrads = posture.lowerMount()
                .rollUrads(in.gxUrads - up.biasXUrads(), in.gyUrads - up.biasYUrads(), in.gzUrads - up.biasZUrads());
        motion.lower(in, rollUrads, verticalUg);
        boolean stepped = strides.update(sample.timeUs, verticalUg, rollUrads);
        GaitKind gait = strides.kindAt(sample.timeUs);
        lower.inclination().setFacingAhead(gait == GaitKind.RUN);
        upper.inclination().setFacingAhead(gait == GaitKind.RUN);
        if (phases.follow(gait, posture.neutral().isKnown(), sample.timeUs)) {
            beginPhase(sample.timeUs);
        }
        if (stepped) {
            step(sample);
        }
        say(outlook.at(sample.timeUs, gait, phases.current(), muted), sample.timeUs);
    }

    private void beginPhase(long timeUs) {
        posture.enter(phases.current());
        if (metric == Metric.PELVIC_TILT) {
            separability.enter(phases.current());
            posture.separate(separability);
            policy.separated(separability.isEnough());
        }
        policy.forgetSteps();
        mounting.begin(phases.current());
        if (phases.current() == Phase.RUN) {
            policy.beginRun(timeUs);
        }
        if (phases.current() == Phase.END) {
            output.off();
        }
        sayState(timeUs);
        learned.look(timeUs);
    }

    private void act(Sample sample) {
        if (Act.MUTE.isIn(sample.acts)) {
            muted = true;
            output.off();
        }
        if (Act.UNMUTE.isIn(sample.acts)) {
            muted = false;
        }
        if (Act.FLIP.isIn(sample.acts)) {
            strides.flipSides();
        }
        voice.act(sample.timeUs, sample.acts);
        if (Act.DISAGREE.isIn(sample.acts) && policy.disagree(sample.timeUs)) {
            posture.widen();
            voice.band(sample.timeUs, posture.bandMdeg());
            learned.look(sample.timeUs);
        }
    }

    private void step(Sample sample) {
        Step step = strides.step();
        if (shakenUs >= step.contactUs - SHAKEN_US) {
            step.stanceMg = Step.NONE;
            step.peakMg = Step.NONE;
        }
        step.lowerPeakMg = lower.takePeakMg();
        step.upperPeakMg = dual ? upper.takePeakMg() : 0;
        boolean good = lower.quality().endStep(step.strideFromUs);
        if (dual) {
            good &= upper.quality().endStep(step.strideFromUs);
        }
        good &= step.strideFromUs > unreadyUs;
        boolean shaken = shakenUs >= step.strideFromUs - SHAKEN_US;
        motion.sum(step, good, shaken);
        separability.step(step, good);
        voice.step(step, sample.speedMPerH);
        if (step.running) {
            policy.ran(sample.timeUs, strides.runningSinceUs());
            if (paceShift.step(step)) {
                policy.paceShifted(sample.timeUs);
            }
        }
        mounting.look();
        posture.belt(sample.speedMPerH, sample.inclineMilliPct);
        Verdict verdict = posture.judge(step, good, step.strideFromUs >= phases.sinceUs());
        if (mounting.tellChange(sample.timeUs)) {
            policy.forgetSteps();
        }
        if (!phases.isMarked()) {
            posture.settleWhenLearned();
        }
        if (phases.isRenewing() && posture.hasMarkedEnough()) {
            phases.resume(nowUs);
            beginPhase(nowUs);
        }
        learned.look(sample.timeUs);
        if (phases.at(step.contactUs) != Phase.RUN) {
            return;
        }
        voice.verdict(step, verdict, metric, sample.speedMPerH, policy.isProbe(nowUs));
        outlook.judged(verdict.reason, step);
        if (phases.current() == Phase.RUN && !ends) {
            // Also where a sample put into a gap found the step: the one that came decides.
            cue(verdict, nowUs);
        }
    }

    private boolean attitudeReady() {
        return isReady(lower.inclination()) && (!dual || isReady(upper.inclination()));
    }

    private boolean isReady(Inclination inclination) {
        return inclination.isSettled() && inclination.isBiasKnown(unrestedSamples);
    }

    private void cue(Verdict verdict, long timeUs) {
        moment.timeUs = timeUs;
        moment.muted = muted;
        moment.readsAsLean = separability.isEnough() && separability.readsAsLean();
        switch (policy.step(verdict, moment)) {
            case CUE -> {
                output.pulse(timeUs, policy.pulseMs());
                posture.cued();
                voice.cue(Event.Kind.CUE, timeUs, policy.cause(), verdict, policy.pulseMs());
            }
            case SUPPRESSED -> voice.cue(Event.Kind.SUPPRESSED, timeUs, policy.cause(), verdict, 0);
            case NOTHING -> {}
        }
    }

    private void say(Watch now, long timeUs) {
        if (now != watch || muted != mutedSaid) {
            watch = now;
            sayState(timeUs);
        }
    }

    private void sayState(long timeUs) {
        mutedSaid = muted;
        voice.state(timeUs, watch, phases.current(), muted);
    }

    /** Samples in runs of identical ones, over all IMUs. */
    public long stuck() {
        return lower.quality().stuck() + (dual ? upper.quality().stuck() : 0);
    }

    /** Samples at full scale, over all IMUs. */
    public long saturated() {
        return lower.quality().saturated() + (dual ? upper.quality().saturated() : 0);
    }

    /** Attitude of the lower (or only) IMU after the last sample. */
    public Inclination lowerInclination() {
        return lower.inclination();
    }

    /** Attitude of the upper IMU after the last sample; meaningless with one IMU. */
    public Inclination upperInclination() {
        return upper.inclination();
    }

    /** Neutral, mounting and what was learned of them; to be read by the road's own thread or after its end. */
    public Posture posture() {
        return posture;
    }

    /** What the sequence of hollow back and lean taught of one IMU at the sacrum; to be read as {@link #posture}. */
    public Separability separability() {
        return separability;
    }

    public long samples() {
        return samples;
    }

    public Gaps gaps() {
        return gaps;
    }

    /** What is known of the sensors' errors. */
    public Calibration calibration() {
        return calibration;
    }

    /** See {@link Correction#withoutTemperature}. */
    public long withoutTemperature() {
        return correction.withoutTemperature();
    }

    /** True since an end marker was carried and until another phase begins. */
    public boolean isEnded() {
        return phases.current() == Phase.END;
    }
}
