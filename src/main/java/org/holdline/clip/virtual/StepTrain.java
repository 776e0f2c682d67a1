package org.holdline.clip.virtual;

import org.holdline.clip.virtual.VirtualScript.Activity;

/**
 * Lays step after step: timing, side, force and posture of each, drawn one step ahead of the instant asked for.
 *
 * <p>Asked at instants that never go back.
 */
final class StepTrain {
    /** Standing comes in stretches of this length, the last one up to twice as long to meet the first step. */
    private static final double STAND_STRETCH_S = 0.4;

    /** Steps are in place before the stream begins, for a sensor averages around its first instant. */
    private static final double BEGIN_S = -1;

    /** Below this speed a runner's steps no longer change with the belt's. */
    private static final double SLOWEST_RUN_KMH = 7;

    private final VirtualScript script;
    private final Belt belt;
    private final GaitTraits traits;
    private final Randomness draw;

    private Step before = new Step();
    private Step now = new Step();
    private Step after = new Step();

    private double heightM;
    private double velocityMS;
    private double rhythm;
    private double archDeg;
    private double leanDeg;
    private boolean nextIsLeft;

    private long contacts;
    private double lastContactS = Double.NaN;
    private boolean lastContactLeft;
    private double lastToeOffS = Double.NaN;

    StepTrain(VirtualScript script, Belt belt, GaitTraits traits, Randomness draw) {
        this.script = script;
        this.belt = belt;
        this.traits = traits;
        this.draw = draw;
        before.startS = BEGIN_S - STAND_STRETCH_S;
        before.durationS = STAND_STRETCH_S;
        layAfter(before, now);
        layAfter(now, after);
    }

    void advance(double timeS) {
        while (timeS >= now.endS()) {
            noteToeOff(now.endS());
            Step free = before;
            before = now;
            now = after;
            after = free;
            if (now.isGait()) {
                contacts++;
                lastContactS = now.startS;
                lastContactLeft = now.left;
            }
            layAfter(now, after);
        }
        noteToeOff(timeS);
    }

    private void noteToeOff(double timeS) {
        if (now.isGait() && timeS >= now.startS + now.contactS) {
            lastToeOffS = now.startS + now.contactS;
        }
    }

    private void layAfter(Step last, Step step) {
        step.startS = last.endS();
        int part = script.indexAt(step.startS);
        step.activity = script.parts().get(part).activity();
        if (step.isGait()) {
            layGait(step);
        } else {
            layStand(step, script.endOfPartS(part));
        }
        // A step's own rate is pi per its duration; between two steps the phase runs at the mean of both.
        step.phaseRateAtStart = step.isGait() && last.isGait() ? 2 * Math.PI / (step.durationS + last.durationS) : 0;
        velocityMS = step.close(traits, heightM, velocityMS);
        heightM = 0;
    }

    private void layStand(Step step, double partEndS) {
        double roomS = partEndS - step.startS;
        step.durationS = roomS > 0.01 && roomS < 2 * STAND_STRETCH_S ? roomS : STAND_STRETCH_S;
        step.left = nextIsLeft;
        step.contactS = step.durationS;
        step.strikeG = 0;
        step.archDeg = 0;
        step.leanDeg = 0;
    }

    private void layGait(Step step) {
        boolean runs = step.activity == Activity.RUN;
        double speedKmh = belt.speedKmh(step.startS);
        double gaitKmh = runs ? Math.max(speedKmh, SLOWEST_RUN_KMH) : speedKmh;
        step.left = nextIsLeft;
        nextIsLeft = !nextIsLeft;
        int side = step.left ? 1 : -1;

        double surprise = Math.sqrt(1 - traits.rhythmMemory * traits.rhythmMemory);
        rhythm = traits.rhythmMemory * rhythm + traits.rhythmDeviation * surprise * draw.gaussian(1, 3);
        step.durationS = traits.stepS(step.activity, gaitKmh) * (1 + rhythm + 0.5 * side * traits.rhythmAsymmetry);
        step.contactS = runs ? traits.contactS(gaitKmh, step.durationS, side) : 0.24 * step.durationS;

        // Faster means harder: braking and impact grow by about a tenth per 1 km/h.
        double effort = runs ? Math.clamp(1 + 0.08 * (gaitKmh - 10), 0.6, 1.6) : 1;
        double landing =
                effort * StrictMath.exp(0.15 * draw.gaussian(1, 2.5)) * (1 + 0.5 * side * traits.impactAsymmetry);
        step.impactG = runs ? traits.impactG * landing : 0;
        step.strikeG = (runs ? 0.4 + 0.7 * traits.impactG : traits.walkStrikeG) * landing;
        step.brakingG = runs ? traits.brakingG * effort : traits.walkBrakingG;
        // The same push in every step, however long the foot is down, or the body would wander off to one side.
        step.medialG = runs ? traits.medialG * 0.25 / step.contactS : traits.walkMedialG * 0.5 / step.durationS;

        drawPosture(runs ? 1 : 0.6);
        step.archDeg = archDeg;
        step.leanDeg = leanDeg;
    }

    /** AR(1); the posture glides from one step's value to the next, so the mean over a step varies a little less. */
    private void drawPosture(double factor) {
        double memory = traits.postureMemory;
        double surprise = factor * Math.sqrt((1 - memory * memory) / ((1 + memory) / 2));
        archDeg = memory * archDeg + traits.archDeviationDeg * surprise * draw.gaussian(1, 3);
        leanDeg = memory * leanDeg + traits.leanDeviationDeg * surprise * draw.gaussian(1, 3);
    }

    /** Force of the ground per mass, g, along the world's axes. */
    void force(double timeS, double[] outG) {
        now.force(traits, timeS, outG);
    }

    void phase(double timeS, Jet out) {
        now.phase(timeS, after.phaseRateAtStart, out);
    }

    void archDeviation(double timeS, Jet outDeg) {
        glide(timeS, before.archDeg, now.archDeg, outDeg);
    }

    void leanDeviation(double timeS, Jet outDeg) {
        glide(timeS, before.leanDeg, now.leanDeg, outDeg);
    }

    private void glide(double timeS, double from, double to, Jet out) {
        out.clear();
        Course.addSmoothStep((timeS - now.startS) / now.durationS, now.durationS, to - from, out);
        out.add(from);
    }

    Step now() {
        return now;
    }

    Step before() {
        return before;
    }

    /** Foot contacts since the stream began. */
    long contacts() {
        return contacts;
    }

    /** Instant of the last foot contact, s, or NaN before the first. */
    double lastContactS() {
        return lastContactS;
    }

    boolean lastContactLeft() {
        return lastContactLeft;
    }

    /** Instant the last foot left the ground, s, or NaN before the first. */
    double lastToeOffS() {
        return lastToeOffS;
    }
}
