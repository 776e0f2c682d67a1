package org.holdline.clip.virtual;

import org.holdline.clip.virtual.VirtualScript.Activity;

/**
 * One step, from a foot's contact to the other foot's, or a stretch of standing: the force of the ground on the body and
 * what else belongs to it.
 *
 * <p>The force is scaled when the step is closed, so that the body's height at its end is the height every step starts
 * from: the runner neither rises nor sinks, and over whole strides the mean vertical force is the body's weight.
 */
final class Step {
    static final double GRAVITY_MS2 = 9.80665;

    Activity activity = Activity.STAND;
    boolean left;
    double startS;
    double durationS;

    /** Running: contact time; walking: until the other foot leaves; standing: unused. */
    double contactS;

    double impactG;
    double brakingG;
    double medialG;

    /** What this step's landing does to skin and clip, g. */
    double strikeG;

    /** Deviations from the ordered posture reached at the step's end, degrees. */
    double archDeg;

    double leanDeg;

    /** Stride phase rate at the start, rad/s. */
    double phaseRateAtStart;

    private double activeG;
    private double correctionG;
    private double correctionTiltG;

    double endS() {
        return startS + durationS;
    }

    boolean isGait() {
        return activity.isGait();
    }

    /**
     * Finds the free sizes of the vertical force.
     *
     * @param heightM height of the body over its usual height at contact
     * @param velocityMS its upward velocity at contact
     * @return its upward velocity at the step's end, m/s; the height there is 0
     */
    double close(GaitTraits traits, double heightM, double velocityMS) {
        return activity == Activity.RUN
                ? closeRun(traits, heightM, velocityMS)
                : closeFlat(traits, heightM, velocityMS);
    }

    private double closeRun(GaitTraits traits, double heightM, double velocityMS) {
        double t = durationS;
        double shapeArea = contactS * (2 / Math.PI) * (1 + traits.stanceFlat / 3);
        double shapeMoment = contactS * contactS / Math.PI * (1 - traits.stanceSkew / 2 + traits.stanceFlat / 3);
        double impactArea = impactG * traits.impactLengthS / 2;
        double impactMoment = impactArea * (traits.impactDelayS + traits.impactLengthS / 2);
        double neededG = (GRAVITY_MS2 * t * t / 2 - velocityMS * t - heightM) / GRAVITY_MS2;
        activeG = (neededG - (impactArea * t - impactMoment)) / (shapeArea * t - shapeMoment);
        return velocityMS + GRAVITY_MS2 * (activeG * shapeArea + impactArea - t);
    }

    /** Walking and standing: a small push and tilt of the force over the whole step take up what is left over. */
    private double closeFlat(GaitTraits traits, double heightM, double velocityMS) {
        double t = durationS;
        double swingMoment = activity == Activity.WALK ? walkMoment(traits) : 0;
        double endVelocityMS = -GRAVITY_MS2 * t * swingMoment;
        // Window sin^2(pi u): area 1/2, moment about the end 1/4; tilted by (u - 1/2): area 0, moment -TILT_MOMENT.
        double tiltMoment = 1.0 / 24 - 1 / (4 * Math.PI * Math.PI);
        correctionG = 2 * (endVelocityMS - velocityMS) / (GRAVITY_MS2 * t);
        correctionTiltG =
                ((heightM + velocityMS * t) / (GRAVITY_MS2 * t * t) + swingMoment + correctionG / 4) / tiltMoment;
        return endVelocityMS;
    }

    private static double walkMoment(GaitTraits traits) {
        return traits.walkSwingG * Angles.sin(2 * Math.PI * traits.walkPeak) / (2 * Math.PI)
                + traits.walkBumpG * Angles.sin(4 * Math.PI * (traits.walkPeak + 0.25)) / (4 * Math.PI);
    }

    /** Force on the body per mass at an instant of the step, in g along the world's axes: forward, left, up. */
    void force(GaitTraits traits, double timeS, double[] outG) {
        double sinceS = timeS - startS;
        switch (activity) {
            case RUN -> runForce(traits, sinceS, outG);
            case WALK -> walkForce(traits, sinceS / durationS, outG);
            default -> {
                outG[0] = 0;
                outG[1] = 0;
                outG[2] = 1 + correction(sinceS / durationS);
            }
        }
    }

    private void runForce(GaitTraits traits, double sinceS, double[] outG) {
        outG[0] = 0;
        outG[1] = 0;
        outG[2] = 0;
        if (sinceS >= contactS) {
            return;
        }
        double angle = Math.PI * sinceS / contactS;
        double s = Angles.sin(angle);
        double c = Angles.cos(angle);
        double shape = s * (1 + 2 * traits.stanceSkew * c + traits.stanceFlat * (4 * c * c - 1));
        double x = (sinceS - traits.impactDelayS) / traits.impactLengthS;
        double impact = 0;
        if (x > 0 && x < 1) {
            double bump = Angles.sin(Math.PI * x);
            impact = impactG * bump * bump;
        }
        outG[0] = -brakingG * 2 * s * c;
        outG[1] = (left ? -medialG : medialG) * s;
        outG[2] = activeG * shape + impact;
    }

    private void walkForce(GaitTraits traits, double u, double[] outG) {
        double bump = Angles.sin(Math.PI * u);
        outG[0] = -brakingG * Angles.sin(2 * Math.PI * u);
        outG[1] = (left ? -medialG : medialG) * bump;
        outG[2] = 1
                + traits.walkSwingG * Angles.cos(2 * Math.PI * (u - traits.walkPeak))
                + traits.walkBumpG * Angles.cos(4 * Math.PI * (u - traits.walkPeak - 0.25))
                + correction(u);
    }

    private double correction(double u) {
        double window = Angles.sin(Math.PI * u);
        return (correctionG + correctionTiltG * (u - 0.5)) * window * window;
    }

    /** Stride phase at an instant of the step: pi a step, rate continuous across steps. */
    void phase(double timeS, double phaseRateAtEnd, Jet out) {
        double u = (timeS - startS) / durationS;
        double m0 = phaseRateAtStart * durationS / Math.PI;
        double m1 = phaseRateAtEnd * durationS / Math.PI;
        double span = isGait() ? 1 : 0;
        // Cubic Hermite from 0 to span with end slopes m0 and m1.
        double quadratic = 3 * span - 2 * m0 - m1;
        double cubic = m0 + m1 - 2 * span;
        out.clear();
        out.add(
                u * (m0 + u * (quadratic + u * cubic)),
                (m0 + u * (2 * quadratic + 3 * u * cubic)) / durationS,
                (2 * quadratic + 6 * u * cubic) / (durationS * durationS),
                Math.PI);
        if (left) {
            out.add(Math.PI);
        }
    }
}
