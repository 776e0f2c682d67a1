package org.holdline.evaluate.runner;

/**
 * What one clip does on the skin in a session, degrees. All of it is judgement: creep and straps of belts are reported, their
 * sizes are not. A clip on a curved back seldom slides straight: some of it is a roll.
 */
final class Slip {
    /** A blow against the clip: how long it acts, s, and how hard, g. */
    private static final double KNOCK_S = 0.05;

    private static final double KNOCK_G = 6;

    /** Somebody pulls the strap tight: as slow as a change of posture. */
    private static final double TUG_S = 0.6;

    private static final double REFASTEN_S = 0.3;

    private final double creep;
    private final double rollShare;
    private double strapTarget;
    private double strapShift;
    private double jumpAtS = Double.POSITIVE_INFINITY;
    private double jumpDeg;
    private double jumpS = 1;

    double pitch;
    double roll;

    Slip(double creep, double rollShare) {
        this.creep = creep;
        this.rollShare = rollShare;
    }

    /** From this instant on the strap is tighter, and the clip turned by so much since it was put on. */
    void tighten(double deg) {
        strapTarget = deg;
    }

    void knock(double atS, double deg) {
        jumpAtS = atS;
        jumpDeg = deg;
        jumpS = KNOCK_S;
    }

    void tug(double atS, double deg) {
        jumpAtS = atS;
        jumpDeg = deg;
        jumpS = TUG_S;
    }

    /** What a blow adds to the forces just now, g. */
    double blowG(double timeS) {
        return jumpS == KNOCK_S ? KNOCK_G * Curve.HUMP.at((timeS - jumpAtS) / KNOCK_S) : 0;
    }

    /** @param creptShare of the whole creep, 0..1 */
    void advance(double timeS, double dtS, double creptShare) {
        strapShift += (strapTarget - strapShift) * dtS / REFASTEN_S;
        double jumped = Math.clamp((timeS - jumpAtS) / jumpS, 0, 1);
        pitch = strapShift + creptShare * creep + jumped * jumped * (3 - 2 * jumped) * jumpDeg;
        roll = pitch * rollShare;
    }
}
