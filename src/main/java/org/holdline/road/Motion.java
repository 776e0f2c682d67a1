package org.holdline.road;

import org.holdline.attitude.Inclination;
import org.holdline.fixed.Cordic;
import org.holdline.gait.Bounce;
import org.holdline.gait.ContactError;
import org.holdline.gait.Figures;
import org.holdline.gait.Step;
import org.holdline.gait.Sway;
import org.holdline.posture.Mount;
import org.holdline.sample.Inertial;
import org.holdline.sample.StreamInfo;

/** How the back moves from stride to stride: turns what the IMUs read into the body's axes, and sums up each stride. */
final class Motion {
    private final Mount lowerMount;
    private final Mount upperMount;
    private final boolean dual;
    private final int contactErrorMs;
    private final Sway lower;
    private final Sway upper;
    private final Bounce bounce;
    private long count;

    /** First sample that was turned by the mounting as measured. */
    private long alignedFrom = Long.MAX_VALUE;

    Motion(StreamInfo info, Mount lowerMount, Mount upperMount) {
        dual = info.placement().isDual();
        contactErrorMs = ContactError.ofMs(info.placement());
        this.lowerMount = lowerMount;
        this.upperMount = upperMount;
        lower = new Sway(info.rateHz());
        upper = new Sway(info.rateHz());
        bounce = new Bounce(info.rateHz());
    }

    /** Carries one sample of the lower or only IMU, and the vertical force along it, 1e-6 g. */
    void lower(Inertial in, Inclination up, long verticalUg) {
        add(lower, lowerMount, in, up);
        bounce.add(verticalUg);
        if (alignedFrom == Long.MAX_VALUE && lowerMount.isSolved()) {
            alignedFrom = count;
        }
        count++;
    }

    /** Carries the same instant of the upper one. */
    void upper(Inertial in, Inclination up) {
        add(upper, upperMount, in, up);
    }

    private static void add(Sway sway, Mount mount, Inertial in, Inclination up) {
        int x = up.upX();
        int y = up.upY();
        int z = up.upZ();
        int gx = in.gxUrads - up.biasXUrads();
        int gy = in.gyUrads - up.biasYUrads();
        int gz = in.gzUrads - up.biasZUrads();
        sway.add(
                mount.forward(x, y, z),
                mount.left(x, y, z),
                mount.up(x, y, z),
                mount.left(gx, gy, gz),
                mount.up(gx, gy, gz));
    }

    /**
     * Sums up the stride that a step ends into its figures.
     *
     * @param goodSignal the whole stride's signal is sound
     * @param shaken the clip's own motor shook it
     */
    void sum(Step step, boolean goodSignal, boolean shaken) {
        step.contactErrorMs = step.running ? contactErrorMs : Step.NONE;
        Figures figures = step.figures;
        figures.forget();
        long from = step.strideFrom;
        long to = step.strideTo;
        boolean whole = step.running && step.runningStepsBefore >= 2 && lower.holds(from) && to - from >= 2;
        if (!whole || !goodSignal || from < alignedFrom) {
            return;
        }
        lower.measure(from, to);
        figures.tiltMdeg = lower.tiltMdeg();
        figures.obliquityMdeg = lower.obliquityMdeg();
        figures.rotationMdeg = lower.rotationMdeg();
        if (dual) {
            upper.measure(from, to);
            figures.trunkTiltMdeg = upper.tiltMdeg();
            figures.trunkObliquityMdeg = upper.obliquityMdeg();
            figures.trunkRotationMdeg = upper.rotationMdeg();
            figures.phaseMdeg = Cordic.bamToMdeg(upper.phaseBam() - lower.phaseBam());
        }
        if (!shaken) {
            figures.riseMm = bounce.riseMm(from, to);
        }
    }
}
