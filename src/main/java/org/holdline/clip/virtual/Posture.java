package org.holdline.clip.virtual;

import org.holdline.clip.virtual.VirtualScript.Activity;
import org.holdline.clip.virtual.VirtualScript.Part;

/**
 * How the trunk is held: what the script orders, what the runner makes of it step by step, and how a cue changes it.
 *
 * <p>Arch is the change of sacral minus thoracolumbar pitch, lean the pitch both share, each against the neutral of the
 * activity. A runner who answers a cue takes back a share of the ordered arch after two to five steps, holds that for a
 * while, and lets it creep back.
 */
final class Posture {
    private static final double HABIT_CHANGE_S = 2;
    private static final double WEIGHT_CHANGE_S = 1;
    private static final double BEND_EVERY_S = 6;
    private static final double BEND_WAY_S = 2.5;
    private static final double BEND_HOLD_S = 0.4;
    private static final double BEND_WAIT_S = 0.25;

    private final VirtualScript script;
    private final PostureTraits traits;
    private final StepTrain steps;
    private final Randomness responseDraw;

    private final Course orderedArch = new Course(0);
    private final Course orderedLean = new Course(0);
    private final Course habitualArch = new Course(0);
    private final Course habitualLean = new Course(0);
    private final Course bend = new Course(0);
    private final Course takenBack = new Course(0);
    private final Course walkWeight = new Course(0);
    private final Course runWeight = new Course(0);

    private final Jet arch = new Jet();
    private final Jet lean = new Jet();
    private final Jet sacralPitch = new Jet();
    private final Jet thoracolumbarPitch = new Jet();
    private final Jet roll = new Jet();
    private final Jet walk = new Jet();
    private final Jet run = new Jet();
    private final Jet scratch = new Jet();
    private final Jet kept = new Jet();
    private final Jet ordered = new Jet();

    private int part = -1;
    private double creepAtS = Double.POSITIVE_INFINITY;
    private double creepOverS;
    private double nowS;
    private int answers;

    Posture(VirtualScript script, PostureTraits traits, StepTrain steps, Randomness responseDraw) {
        this.script = script;
        this.traits = traits;
        this.steps = steps;
        this.responseDraw = responseDraw;
    }

    /** The runner feels a pulse. As many draws whether it is answered or not: what follows depends on the count alone. */
    void feelCue(double timeS) {
        boolean answered = responseDraw.chance(traits.answerChance);
        double delaySteps = responseDraw.between(2, 5);
        double share = responseDraw.between(0.75, 1);
        double overS = responseDraw.between(1, 3);
        double holdS = responseDraw.between(40, 120);
        double creepS = responseDraw.between(15, 40);
        if (answered) {
            double beginS = Math.max(timeS, nowS) + delaySteps * steps.now().durationS;
            takenBack.moveTo(Math.max(share, takenBack.target()), beginS, overS);
            creepAtS = beginS + overS + holdS;
            creepOverS = creepS;
            answers++;
        }
    }

    /** Works out everything at an instant, the steps being there already. */
    void evaluate(double timeS) {
        nowS = timeS;
        int index = script.indexAt(timeS);
        while (part < index) {
            part++;
            begin(part);
        }
        if (timeS >= creepAtS) {
            takenBack.moveTo(0, creepAtS, creepOverS);
            creepAtS = Double.POSITIVE_INFINITY;
        }
        evaluateArch(timeS);
        evaluateLean(timeS);
        evaluatePitch(timeS);
        roll.clear();
        traits.rollSway.addTo(timeS, 1, roll);
        walkWeight.evaluate(timeS, walk);
        runWeight.evaluate(timeS, run);
    }

    private void evaluateArch(double timeS) {
        orderedArch.evaluate(timeS, ordered);
        takenBack.evaluate(timeS, scratch);
        kept.clear();
        kept.add(1);
        kept.add(scratch, -1);
        arch.clear();
        arch.addProduct(ordered, kept);
        steps.archDeviation(timeS, scratch);
        arch.add(scratch, 1);
        traits.archWander.addTo(timeS, 1, arch);
    }

    private void evaluateLean(double timeS) {
        orderedLean.evaluate(timeS, lean);
        steps.leanDeviation(timeS, scratch);
        lean.add(scratch, 1);
        traits.leanWander.addTo(timeS, 1, lean);
        traits.pitchSway.addTo(timeS, 1, lean);
    }

    private void evaluatePitch(double timeS) {
        habitualLean.evaluate(timeS, scratch);
        scratch.add(lean, 1);
        sacralPitch.set(scratch);
        thoracolumbarPitch.set(scratch);
        habitualArch.evaluate(timeS, scratch);
        scratch.add(arch, 1);
        sacralPitch.add(scratch, traits.sacralShare);
        thoracolumbarPitch.add(scratch, traits.sacralShare - 1);
        bend.evaluate(timeS, scratch);
        sacralPitch.add(scratch, 1);
        thoracolumbarPitch.add(scratch, traits.bendRounding);
    }

    private void begin(int index) {
        Part next = script.parts().get(index);
        Activity activity = next.activity();
        double startS = script.startS(index);
        if (index == 0) {
            // A stream begins in the posture of its first part, not on the way to it.
            startS -= 10;
        }
        double incline = next.inclinePct() - script.parts().getFirst().inclinePct();
        double settleS = index == 0 ? 1 : next.settleS();
        orderedArch.moveTo(next.archDeg() + traits.archPerInclinePct * incline, startS, settleS);
        orderedLean.moveTo(next.leanDeg() + traits.leanPerInclinePct * incline, startS, settleS);
        habitualArch.moveTo(traits.habitualArch(activity), startS, HABIT_CHANGE_S);
        habitualLean.moveTo(traits.habitualLean(activity), startS, HABIT_CHANGE_S);
        walkWeight.moveTo(activity == Activity.WALK ? 1 : 0, startS, WEIGHT_CHANGE_S);
        runWeight.moveTo(activity == Activity.RUN ? 1 : 0, startS, WEIGHT_CHANGE_S);
        if (activity == Activity.BEND) {
            orderBends(script.startS(index), next.durationS());
        }
    }

    private void orderBends(double startS, double durationS) {
        int bends = (int) (durationS / BEND_EVERY_S);
        for (int i = 0; i < bends; i++) {
            double downS = startS + i * BEND_EVERY_S + BEND_WAIT_S;
            bend.moveTo(traits.bendDeg, downS, BEND_WAY_S);
            bend.moveTo(0, downS + BEND_WAY_S + BEND_HOLD_S, BEND_WAY_S);
        }
    }

    /** Pitch of the sacrum from posture alone, degrees. */
    Jet sacralPitch() {
        return sacralPitch;
    }

    /** Pitch of the thoracolumbar junction from posture alone, degrees. */
    Jet thoracolumbarPitch() {
        return thoracolumbarPitch;
    }

    /** Roll both places share, degrees. */
    Jet roll() {
        return roll;
    }

    /** How much of the motion within a walking stride there is, 0..1. */
    Jet walkWeight() {
        return walk;
    }

    /** How much of the motion within a running stride there is, 0..1. */
    Jet runWeight() {
        return run;
    }

    double archDeg() {
        return arch.value;
    }

    double leanDeg() {
        return lean.value;
    }

    /** Share of the ordered arch the runner has taken back and means to keep off, 0..1. */
    double takenBackTarget() {
        return takenBack.target();
    }

    int answers() {
        return answers;
    }

    Activity activity() {
        return script.parts().get(Math.max(part, 0)).activity();
    }
}
