package org.holdline.report;

import org.holdline.gait.Figures;
import org.holdline.road.Event;
import org.jspecify.annotations.Nullable;

/** Medians of what the steps say of the gait. */
final class GaitTally {
    /** Angles and forces are counted in hundredths of a degree and of gravity. */
    private static final int PER_HUNDREDTH = 10;

    private static final int MOST_ANGLES = 9000;
    private static final int MOST_FORCES = 2000;
    private static final int MOST_MM = 1000;

    private final Histogram stance = new Histogram(MOST_FORCES);
    private final Histogram peak = new Histogram(MOST_FORCES);
    private final Histogram tilt = new Histogram(MOST_ANGLES);
    private final Histogram obliquity = new Histogram(MOST_ANGLES);
    private final Histogram rotation = new Histogram(MOST_ANGLES);
    private final Histogram trunkTilt = new Histogram(MOST_ANGLES);
    private final Histogram trunkObliquity = new Histogram(MOST_ANGLES);
    private final Histogram trunkRotation = new Histogram(MOST_ANGLES);
    private final Histogram riseMm = new Histogram(MOST_MM);
    private int contactErrorMs = -1;
    private double phaseSine;
    private double phaseCosine;

    /** Carries one running step. */
    void step(Event event) {
        contactErrorMs = Math.max(contactErrorMs, event.contactErrorMs);
        force(stance, event.stanceMg);
        force(peak, event.peakMg);
        angle(tilt, event.tiltMdeg);
        angle(obliquity, event.obliquityMdeg);
        angle(rotation, event.rotationMdeg);
        angle(trunkTilt, event.trunkTiltMdeg);
        angle(trunkObliquity, event.trunkObliquityMdeg);
        angle(trunkRotation, event.trunkRotationMdeg);
        if (event.riseMm != Figures.NONE) {
            riseMm.add(event.riseMm);
        }
        if (event.phaseMdeg != Figures.NONE) {
            double phaseRad = Math.toRadians(event.phaseMdeg / 1e3);
            phaseSine += Math.sin(phaseRad);
            phaseCosine += Math.cos(phaseRad);
        }
    }

    private static void force(Histogram counts, int mg) {
        if (mg >= 0) {
            counts.add(mg / PER_HUNDREDTH);
        }
    }

    private static void angle(Histogram counts, int mdeg) {
        if (mdeg != Figures.NONE) {
            counts.add(mdeg / PER_HUNDREDTH);
        }
    }

    Summary.Gait closed() {
        return new Summary.Gait(
                contactErrorMs < 0 ? null : (double) contactErrorMs,
                hundredths(stance),
                hundredths(peak),
                new Summary.Sway(hundredths(tilt), hundredths(obliquity), hundredths(rotation)),
                new Summary.Sway(hundredths(trunkTilt), hundredths(trunkObliquity), hundredths(trunkRotation)),
                phaseSine == 0 && phaseCosine == 0 ? null : Math.toDegrees(Math.atan2(phaseSine, phaseCosine)),
                riseMm.count() == 0 ? null : (double) riseMm.median());
    }

    private static @Nullable Double hundredths(Histogram counts) {
        return counts.count() == 0 ? null : counts.median() / 100.0;
    }
}
