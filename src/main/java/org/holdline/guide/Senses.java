package org.holdline.guide;

import java.util.Arrays;
import org.holdline.attitude.Inclination;
import org.holdline.attitude.InclinationParams;
import org.holdline.gait.GaitKind;
import org.holdline.posture.Drill;
import org.holdline.posture.NeutralKind;
import org.holdline.road.Event;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;

/** Turns samples and the road's steps into what a guided start goes by. Rest and movements are found by the road's own rules. */
public final class Senses {
    /** Rest is seen when the body has been still for so long already: {@link InclinationParams#restMinS}. */
    private static final long SEEN_US = 1_500_000;

    private static final long STEP_GAP_US = 2_000_000;
    private static final long RECENT_US = 3_000_000;
    private static final int RECENT_STEPS = 4;

    /** More of the first steps tell no more of a neutral of another day. */
    private static final int RECALLED_STEPS = 200;

    /** A hip hinge goes beyond this, and is over when it has come back to that, 1/1000 degree. */
    private static final int BENT_MDEG = 15_000;

    private static final int BACK_MDEG = 7_000;
    private static final int UPRIGHT_MDEG = 45_000;

    private final boolean dual;
    private final int sign;
    private final Inclination lower;
    private final Inclination upper;
    private final long periodUs;
    private final long[] stepsUs = new long[RECENT_STEPS];

    private Drill drill = new Drill();
    private long timeUs;
    private long firstUs = Long.MIN_VALUE;
    private long restUs;
    private GaitKind gait = GaitKind.STAND;
    private long gaitSinceUs;
    private long lastStepUs = Long.MIN_VALUE / 2;
    private boolean running;
    private int steps;
    private long ranUs;
    private long ranSteps;
    private long walkedUs;
    private int uprightMdeg;
    private boolean uprightKnown;
    private final int[] recalledMdeg = new int[RECALLED_STEPS];
    private int recalled;
    private int thresholdMdeg;
    private boolean bent;
    private int bends;

    /** @param info of the stream that the samples are of */
    public Senses(StreamInfo info) {
        dual = info.placement().isDual();
        // As in the metric: at T12/L1 an arch pitches the clip back.
        sign = info.placement() == Placement.THORACOLUMBAR ? -1 : 1;
        lower = new Inclination(InclinationParams.defaults(), info.rateHz());
        upper = new Inclination(InclinationParams.defaults(), info.rateHz());
        periodUs = info.periodNs() / 1000;
        drill.begin();
    }

    /** A step of the guide begins: bends and movements count from here. */
    public void beginStep() {
        bends = 0;
        bent = false;
        drill = new Drill();
        drill.begin();
    }

    /** The next sample. */
    public void sample(Sample sample) {
        if (firstUs == Long.MIN_VALUE) {
            firstUs = sample.timeUs;
            gaitSinceUs = sample.timeUs;
            timeUs = sample.timeUs;
        }
        // What is lost in a gap is no time of running.
        long passedUs = Math.min(Math.max(0, sample.timeUs - timeUs), 4 * periodUs);
        timeUs = sample.timeUs;
        lower.update(sample.lower);
        if (dual) {
            upper.update(sample.upper);
        }
        gait(passedUs);
        boolean rests = lower.isAtRest() && (!dual || upper.isAtRest());
        restUs = rests ? restUs + passedUs : 0;
        posture();
    }

    private void gait(long passedUs) {
        boolean moves = timeUs - lastStepUs <= STEP_GAP_US;
        GaitKind now = moves ? running ? GaitKind.RUN : GaitKind.WALK : GaitKind.STAND;
        if (now != gait) {
            gait = now;
            gaitSinceUs = timeUs;
        }
        ranUs += now == GaitKind.RUN ? passedUs : 0;
        walkedUs += now == GaitKind.WALK ? passedUs : 0;
    }

    private void posture() {
        int pitch = lower.pitchMdeg();
        if (restUs > 0) {
            uprightMdeg = pitch;
            uprightKnown = true;
        }
        int from = Math.abs(pitch - (uprightKnown ? uprightMdeg : 0));
        if (!bent && from > BENT_MDEG) {
            bent = true;
        } else if (bent && from < BACK_MDEG) {
            bent = false;
            bends++;
        }
        drill.add(timeUs, sign * (dual ? pitch - upper.pitchMdeg() : pitch));
    }

    /** One event of the road, in order. */
    public void event(Event event) {
        if (event.kind == Event.Kind.STEP) {
            running = event.running;
            lastStepUs = event.timeUs;
            stepsUs[steps % RECENT_STEPS] = event.timeUs;
            steps++;
            ranSteps += running ? 1 : 0;
        } else if (event.kind == Event.Kind.VERDICT) {
            recalled(event);
        }
    }

    private void recalled(Event event) {
        if (event.neutral == NeutralKind.STANDING && event.reason.isJudged() && recalled < recalledMdeg.length) {
            recalledMdeg[recalled++] = event.deviationMdeg;
            thresholdMdeg = event.thresholdMdeg;
        }
    }

    private boolean recalledFits() {
        int[] sorted = Arrays.copyOf(recalledMdeg, recalled);
        Arrays.sort(sorted);
        return recalled == 0 || Math.abs(sorted[recalled / 2]) <= thresholdMdeg;
    }

    /** All of it at the last sample. */
    public Facts facts() {
        boolean stepping = steps >= RECENT_STEPS && timeUs - stepsUs[steps % RECENT_STEPS] <= RECENT_US;
        Drill.Outcome outcome = drill.end();
        return new Facts(
                timeUs,
                lower.isSettled() && Math.abs(lower.pitchMdeg()) < UPRIGHT_MDEG && lower.upZ() > 0,
                restUs == 0 ? 0 : restUs + SEEN_US,
                gait,
                timeUs - gaitSinceUs,
                stepping,
                ranUs,
                ranSteps,
                walkedUs,
                bends,
                drill.movements(),
                outcome == Drill.Outcome.GOOD,
                recalled,
                recalledFits());
    }
}
