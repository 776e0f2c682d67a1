package org.holdline.clip.virtual;

import org.jspecify.annotations.Nullable;

/** The body: steps, posture and the places on the back, brought to the same instant. */
final class VirtualRunner {
    private final StepTrain steps;
    private final Posture posture;
    private final BackPoint sacral;
    private final BackPoint thoracolumbar;

    private final Phasor phasor = new Phasor();
    private final double[] groundG = new double[3];

    VirtualRunner(long seed, VirtualScript script, Belt belt) {
        Randomness draw = new Randomness(seed, Randomness.Purpose.RUNNER);
        GaitTraits gait = new GaitTraits(draw);
        PostureTraits held = new PostureTraits(draw);
        BackTraits.Pelvis pelvis = BackTraits.Pelvis.draw(draw);
        sacral = new BackPoint(BackTraits.sacral(draw, pelvis), false);
        thoracolumbar = new BackPoint(BackTraits.thoracolumbar(draw, pelvis), true);
        steps = new StepTrain(script, belt, gait, new Randomness(seed, Randomness.Purpose.STEPS));
        posture = new Posture(script, held, steps, new Randomness(seed, Randomness.Purpose.RESPONSE));
    }

    BackPoint sacral() {
        return sacral;
    }

    BackPoint thoracolumbar() {
        return thoracolumbar;
    }

    Posture posture() {
        return posture;
    }

    /** Stride phase of the last instant, rad: 0 at right foot contact. */
    Jet phase() {
        return phasor.phase();
    }

    /** Force of the ground at the last instant per mass, g, along the world's axes. */
    double[] groundG() {
        return groundG;
    }

    void evaluate(double timeS, BackPoint lower, @Nullable BackPoint upper) {
        steps.advance(timeS);
        steps.force(timeS, groundG);
        steps.phase(timeS, phasor.phase());
        phasor.update();
        posture.evaluate(timeS);
        lower.evaluate(timeS, posture, phasor, steps, groundG);
        if (upper != null) {
            upper.evaluate(timeS, posture, phasor, steps, groundG);
        }
    }

    void tell(long timeUs, BackPoint lower, @Nullable BackPoint upper, VirtualTruth out) {
        out.timeUs = timeUs;
        out.activity = posture.activity();
        out.archDeg = posture.archDeg();
        out.leanDeg = posture.leanDeg();
        out.sacralPitchDeg = posture.sacralPitch().value;
        out.thoracolumbarPitchDeg = posture.thoracolumbarPitch().value;
        out.lowerUpX = lower.upInSensor.x;
        out.lowerUpY = lower.upInSensor.y;
        out.lowerUpZ = lower.upInSensor.z;
        out.upperUpX = upper == null ? 0 : upper.upInSensor.x;
        out.upperUpY = upper == null ? 0 : upper.upInSensor.y;
        out.upperUpZ = upper == null ? 0 : upper.upInSensor.z;
        out.contacts = steps.contacts();
        out.lastContactUs = microseconds(steps.lastContactS());
        out.lastContactLeft = steps.lastContactLeft();
        out.lastToeOffUs = microseconds(steps.lastToeOffS());
        out.cuesAnswered = posture.answers();
        out.takenBack = posture.takenBackTarget();
    }

    private static long microseconds(double timeS) {
        return Double.isNaN(timeS) ? VirtualTruth.NONE : Math.round(timeS * 1e6);
    }
}
