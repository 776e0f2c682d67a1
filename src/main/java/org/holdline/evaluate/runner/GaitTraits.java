package org.holdline.evaluate.runner;

/**
 * How this runner steps, drawn once.
 *
 * <p>Sources: cadence 150..200 seen, 140..220 valid (Patoz 2022 and what a detector must stand); contact time 150..350 ms about
 * 240 (Patoz et al., Sensors 2022, 22:784); a force made of two raised cosines, one for the lower leg's impact and one for the
 * rest of the body (Clark, Ryan and Weyand, J Exp Biol 2017, 220:247), the first scaled to what reaches the sacrum; braking
 * and propulsion peaks of 0.15..0.35 body weight (Munro, Miller and Fuglevand, J Biomech 1987, from memory). Step-to-step
 * correlation of 0.3..0.8 and all asymmetries are judgement.
 */
final class GaitTraits {
    private static final double MIN_CONTACT_S = 0.150;
    private static final double MAX_CONTACT_S = 0.350;

    /** Step duration at the easy speed, s; faster belts raise the cadence by 1.5 % per km/h. */
    private final double easyStepS;

    /** Share of the step with a foot on the ground: twice the duty factor of 0.28..0.40. */
    private final double contactShare;

    final double walkStepS;

    /** Left against right, a share: contact time, force of impact. */
    final double contactAsymmetry;

    final double impactAsymmetry;

    /** Step duration: deviation as a share, and what the next step remembers of it. */
    final double rhythmNoise;

    final double memory;

    /** Impact as it reaches the sacrum: height, g; centre and half width, s after contact. */
    final double impactG;

    final double impactCentreS;
    final double impactHalfS;

    /** Share of a plain sine in the main hump of the force; the rest is a raised cosine. */
    final double hump;

    /** Pulls the hump's peak forward (positive) or back. */
    final double early;

    final double brakingG;
    final double sidewaysG;

    GaitTraits(Chance chance) {
        // Most between 150 and 190, some at either end.
        double cadence = chance.happens(0.6) ? chance.between(150, 190) : chance.between(140, 218);
        easyStepS = 60 / cadence;
        contactShare = chance.between(0.58, 0.80);
        walkStepS = 60 / chance.between(100, 125);
        contactAsymmetry = chance.between(-0.05, 0.05);
        impactAsymmetry = chance.between(-0.25, 0.25);
        rhythmNoise = chance.between(0.008, 0.020);
        memory = chance.between(0.3, 0.8);
        impactG = chance.between(0.3, 2.0);
        impactCentreS = chance.between(0.022, 0.040);
        impactHalfS = chance.between(0.016, 0.022);
        hump = chance.between(0.2, 0.9);
        early = chance.between(-0.1, 0.25);
        brakingG = chance.between(0.15, 0.35);
        sidewaysG = chance.between(0.04, 0.14);
    }

    double runStepS(double speedKmh, double easyKmh) {
        return easyStepS / (1 + 0.015 * (speedKmh - easyKmh));
    }

    double contactS(double stepS, boolean left) {
        double even = Math.clamp(stepS * contactShare, MIN_CONTACT_S, MAX_CONTACT_S);
        return even * (1 + (left ? contactAsymmetry : -contactAsymmetry) / 2);
    }
}
