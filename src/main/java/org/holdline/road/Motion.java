package org.holdline.road;

import org.holdline.attitude.Inclination;
import org.holdline.fixed.Cordic;
import org.holdline.fixed.Fixed;
import org.holdline.gait.Bounce;
import org.holdline.gait.ContactError;
import org.holdline.gait.Figures;
import org.holdline.gait.Step;
import org.holdline.gait.Sway;
import org.holdline.posture.Mount;
import org.holdline.posture.Posture;
import org.holdline.sample.Inertial;
import org.holdline.sample.StreamInfo;

/** How the back moves from stride to stride: turns what the IMUs read into the body's axes, and sums up each stride. */
final class Motion {
    /** A back moves below 10 Hz: angles need no more samples a second. */
    private static final int SWAY_HZ = 100;

    /** 1 by gravity in um/s^2, Q64. */
    private static final long PER_GRAVITY_Q64 = 1_881_044_400_862L;

    private final Mount lowerMount;
    private final Mount upperMount;
    private final Inclination lowerUp;
    private final Inclination upperUp;
    private final boolean dual;
    private final int contactErrorMs;

    /** Angles are taken from every second, fourth or eighth sample, as a shift. */
    private final int everyBits;

    private final Sway lower;
    private final Sway upper;
    private final Bounce bounce;
    private long count;

    /** First sample that was turned by the mounting as measured. */
    private long alignedFrom = Long.MAX_VALUE;

    Motion(StreamInfo info, Body lowerBody, Body upperBody, Posture posture) {
        dual = info.placement().isDual();
        contactErrorMs = ContactError.ofMs(info.placement());
        lowerMount = posture.lowerMount();
        upperMount = posture.upperMount();
        lowerUp = lowerBody.inclination();
        upperUp = upperBody.inclination();
        everyBits = 31 - Integer.numberOfLeadingZeros(Math.max(1, (int) (info.rateHz() / SWAY_HZ)));
        lower = new Sway(info.rateHz() / (1 << everyBits));
        upper = new Sway(info.rateHz() / (1 << everyBits));
        bounce = new Bounce(info.rateHz());
    }

    /**
     * Carries one sample of the lower or only IMU.
     *
     * @param rollUrads its angular rate about the body's forward axis, urad/s
     * @param verticalUg vertical force, 1e-6 g
     */
    void lower(Inertial in, int rollUrads, long verticalUg) {
        if (isDue()) {
            add(lower, lowerMount, in, lowerUp, rollUrads);
        }
        bounce.add(verticalUg);
        if (alignedFrom == Long.MAX_VALUE && lowerMount.isSolved()) {
            alignedFrom = count;
        }
        count++;
    }

    /** Carries the same instant of the upper one. */
    void upper(Inertial in) {
        if (!isDue()) {
            return;
        }
        Inclination up = upperUp;
        int rollUrads = upperMount.rollUrads(
                in.gxUrads - up.biasXUrads(), in.gyUrads - up.biasYUrads(), in.gzUrads - up.biasZUrads());
        add(upper, upperMount, in, up, rollUrads);
    }

    private boolean isDue() {
        return (count & ((1 << everyBits) - 1)) == 0;
    }

    private static void add(Sway sway, Mount mount, Inertial in, Inclination up, int rollUrads) {
        int x = up.upX();
        int y = up.upY();
        int z = up.upZ();
        int forward = mount.forward(x, y, z);
        long aboutUp = (long) (in.gxUrads - up.biasXUrads()) * x
                + (long) (in.gyUrads - up.biasYUrads()) * y
                + (long) (in.gzUrads - up.biasZUrads()) * z
                - (long) rollUrads * forward;
        sway.add(forward, mount.left(x, y, z), (int) Math.multiplyHigh(aboutUp, PER_GRAVITY_Q64));
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
        boolean whole =
                step.running && step.runningStepsBefore >= 2 && lower.holds(due(from)) && due(to) - due(from) >= 2;
        if (!whole || !goodSignal || from < alignedFrom) {
            return;
        }
        lower.measure(due(from), due(to), length(lowerUp));
        figures.tiltMdeg = lower.tiltMdeg();
        figures.obliquityMdeg = lower.obliquityMdeg();
        figures.rotationMdeg = lower.rotationMdeg();
        if (dual) {
            upper.measure(due(from), due(to), length(upperUp));
            figures.trunkTiltMdeg = upper.tiltMdeg();
            figures.trunkObliquityMdeg = upper.obliquityMdeg();
            figures.trunkRotationMdeg = upper.rotationMdeg();
            figures.phaseMdeg = Cordic.bamToMdeg(upper.phaseBam() - lower.phaseBam());
        }
        if (!shaken) {
            figures.riseMm = bounce.riseMm(from, to);
        }
    }

    /** Number of the first sample among those that are due at or after a sample. */
    private long due(long number) {
        return (number + (1 << everyBits) - 1) >> everyBits;
    }

    /** Of the up vector, um/s^2: it changes over seconds. */
    private static long length(Inclination up) {
        long x = up.upX();
        long y = up.upY();
        long z = up.upZ();
        return Math.max(1, Fixed.sqrt(x * x + y * y + z * z));
    }
}
