package org.holdline.clip.virtual;

import org.holdline.clip.virtual.VirtualScript.Activity;

/**
 * How this runner steps: timing and forces, drawn once.
 *
 * <p>Bounds: cadence 155..185 steps/min within the 150..200 usually seen; contact 200..290 ms about the 240 ms typical
 * (Patoz 2022); active peak 2..2.8 g, so that the sacrum sees 2.5..5 g with impact and skin. Walking bounds are
 * judgement.
 */
final class GaitTraits {
    private static final double MIN_RUN_CADENCE = 155;
    private static final double MAX_RUN_CADENCE = 185;
    private static final double MIN_WALK_CADENCE = 105;
    private static final double MAX_WALK_CADENCE = 125;
    private static final double MIN_CONTACT_S = 0.200;
    private static final double MAX_CONTACT_S = 0.290;

    /** Every running step leaves the ground at least so long. */
    private static final double MIN_FLIGHT_S = 0.070;

    private final double runCadenceAt10;
    private final double runCadencePerKmh;
    private final double walkCadenceAt5;
    private final double contactAt10S;
    private final double contactPerKmhS;

    /** Standard deviation of the logarithm of a step's duration, and how much of it the next step keeps. */
    final double rhythmDeviation;

    final double rhythmMemory;

    /** Relative difference of left over right: step duration, contact time, impact. */
    final double rhythmAsymmetry;

    final double contactAsymmetry;
    final double impactAsymmetry;

    /** Stance force = sin(pi u) + skew sin(2 pi u) + flat sin(3 pi u); flat above 1/9 has two peaks. */
    final double stanceSkew;

    final double stanceFlat;

    /** Impact transient in running: mean height, g, length and delay, s. */
    final double impactG;

    final double impactLengthS;
    final double impactDelayS;

    /** Peaks of braking and propulsion and of the push to the middle, g, at 10 km/h. */
    final double brakingG;

    final double medialG;

    /** Walking: first and second harmonic of the vertical force per step, g, with their peaks in step fractions. */
    final double walkSwingG;

    final double walkBumpG;
    final double walkPeak;
    final double walkBrakingG;
    final double walkMedialG;
    final double walkStrikeG;

    /** Deviation from the ordered posture, step by step: standard deviations in degrees, AR(1) coefficient. */
    final double archDeviationDeg;

    final double leanDeviationDeg;
    final double postureMemory;

    GaitTraits(Randomness draw) {
        runCadenceAt10 = draw.between(159, 178);
        runCadencePerKmh = draw.between(1.0, 2.0);
        walkCadenceAt5 = draw.between(109, 121);
        contactAt10S = draw.between(0.225, 0.265);
        contactPerKmhS = draw.between(-0.010, -0.006);
        rhythmDeviation = draw.between(0.010, 0.018);
        rhythmMemory = draw.between(0.3, 0.7);
        rhythmAsymmetry = draw.gaussian(0.004, 0.008);
        contactAsymmetry = draw.gaussian(0.012, 0.03);
        impactAsymmetry = draw.gaussian(0.08, 0.2);
        stanceSkew = draw.between(0, 0.12);
        stanceFlat = draw.between(-0.12, 0.22);
        boolean light = draw.chance(0.35);
        impactG = light ? draw.between(0.05, 0.35) : draw.between(0.5, 1.5);
        impactLengthS = draw.between(0.036, 0.056);
        impactDelayS = draw.between(0.006, 0.014);
        brakingG = draw.between(0.15, 0.30);
        medialG = draw.between(0.03, 0.09);
        walkSwingG = draw.between(0.14, 0.18);
        walkBumpG = draw.between(0.06, 0.09);
        walkPeak = draw.between(0.06, 0.12);
        walkBrakingG = draw.between(0.10, 0.16);
        walkMedialG = draw.between(0.03, 0.06);
        walkStrikeG = draw.between(0.06, 0.2);
        archDeviationDeg = draw.between(0.6, 1.2);
        leanDeviationDeg = draw.between(0.5, 1.0);
        postureMemory = draw.between(0.3, 0.8);
    }

    /** Usual duration of a step, s; not asked for standing. */
    double stepS(Activity activity, double speedKmh) {
        double perMinute = activity == Activity.RUN
                ? Math.clamp(runCadenceAt10 + runCadencePerKmh * (speedKmh - 10), MIN_RUN_CADENCE, MAX_RUN_CADENCE)
                : Math.clamp(walkCadenceAt5 + 4 * (speedKmh - 5), MIN_WALK_CADENCE, MAX_WALK_CADENCE);
        return 60 / perMinute;
    }

    /** Contact time of a running step, s; side is +1 for left and -1 for right. */
    double contactS(double speedKmh, double stepS, int side) {
        double usualS = (contactAt10S + contactPerKmhS * (speedKmh - 10)) * (1 + 0.5 * side * contactAsymmetry);
        return Math.min(Math.clamp(usualS, MIN_CONTACT_S, MAX_CONTACT_S), stepS - MIN_FLIGHT_S);
    }
}
