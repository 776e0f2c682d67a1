package org.holdline.evaluate.runner;

/**
 * How the back is carried: what the script asks for, what a cue changes of it, the slow wander, bends and head turns. Changes
 * of posture follow their target through two equal lags.
 */
final class Carriage {
    private static final double TURN_MIN_S = 1.2;
    private static final double TURN_MAX_S = 2.5;

    /** A posture that is worth taking back, degrees. */
    private static final double ARCHED = 0.5;

    private final Script script;
    private final TrunkTraits traits;
    private final Answer answer;
    private final Chance chance;
    private final Stance stance;

    private int index = -1;
    private double fromArch;
    private double fromLean;
    private double fromUpright;
    private double answerFromS = Double.POSITIVE_INFINITY;
    private double answerToS = Double.NEGATIVE_INFINITY;
    private boolean answering;

    private final double[] lag1 = new double[7];
    private final double[] lag2 = new double[7];
    private final double[] target = new double[7];

    // Parts of a whole swing, 0..1, and swings a second.
    private double archTurn;
    private double leanTurn;
    private double archPace;
    private double leanPace;
    private double nextPaceS;
    private double turnStartS = Double.NEGATIVE_INFINITY;
    private double turnLengthS = 1;
    private double turnYaw;
    private double turnRoll;

    /** When the posture meant last changed, s. */
    private double movedS = Double.NEGATIVE_INFINITY;

    /** Pitch of sacrum and trunk without the swing of the stride; yaw and roll of both from head turns and stances; degrees. */
    double sacrum;

    double trunk;
    double sacrumYaw;
    double sacrumRoll;
    double trunkYaw;
    double trunkRoll;

    Carriage(Script script, TrunkTraits traits, Answer answer, Chance chance, Stance stance) {
        this.script = script;
        this.traits = traits;
        this.answer = answer;
        this.chance = chance;
        this.stance = stance;
        archTurn = chance.unit();
        leanTurn = chance.unit();
    }

    /** The clip buzzed: some answer, some do not. */
    void feelCue(double timeS) {
        if (!answer.isDeaf() && timeS > answerToS) {
            answerFromS = timeS + answer.delayS;
            answerToS = answerFromS + answer.lastsS;
        }
    }

    /** @param moving 0 at rest, 1 in running */
    void advance(double timeS, double dtS, double moving) {
        while (index + 1 < script.count() && script.startS(index + 1) <= timeS) {
            begin(index + 1);
        }
        aim(timeS);
        for (int i = 0; i < target.length; i++) {
            lag1[i] += (target[i] - lag1[i]) * dtS / traits.settleS;
            lag2[i] += (lag1[i] - lag2[i]) * dtS / traits.settleS;
        }
        wander(timeS, dtS, moving);
        double wandered = 0.15 + 0.85 * moving;
        double arch = lag2[0] + wandered * traits.archWander * Curve.SWING.at(archTurn);
        double lean = lag2[1] + wandered * traits.leanWander * Curve.SWING.at(leanTurn);
        double upright = lag2[2];
        sacrum = lean
                + (1 - traits.trunkShare) * arch
                - traits.uprightShare * upright
                + lag2[3] * traits.sacrumRunning
                + lag2[4];
        trunk = lean - traits.trunkShare * arch - upright + lag2[3] * traits.trunkRunning + lag2[5];
        bend(timeS);
        drill(timeS);
        turnHead(timeS, moving);
    }

    private void begin(int next) {
        if (index >= 0) {
            Block before = script.block(index);
            Block after = script.block(next);
            fromArch = before.archDeg();
            fromLean = before.leanDeg();
            fromUpright = before.uprightDeg();
            boolean changed =
                    fromArch != after.archDeg() || fromLean != after.leanDeg() || fromUpright != after.uprightDeg();
            if ((changed && after.growsS() == 0) || before.activity() != after.activity()) {
                movedS = script.startS(next);
            }
        }
        index = next;
        Activity before = next == 0 ? Activity.RUN : script.block(next - 1).activity();
        stance.take(before, script.block(next).activity(), script.startS(next) / script.endS());
    }

    private void aim(double timeS) {
        Block block = script.block(index);
        double grown = block.growsS() == 0 ? 1 : Math.clamp((timeS - script.startS(index)) / block.growsS(), 0, 1);
        double arch = fromArch + grown * (block.archDeg() - fromArch);
        boolean answers = timeS >= answerFromS && timeS < answerToS;
        if (answers != answering) {
            answering = answers;
            if (arch > ARCHED) {
                movedS = timeS;
            }
        }
        if (answers && arch > ARCHED) {
            arch = answer.tuckedDeg < 0 ? answer.tuckedDeg : arch * answer.left;
        }
        target[0] = arch;
        target[1] = fromLean + grown * (block.leanDeg() - fromLean);
        target[2] = fromUpright + grown * (block.uprightDeg() - fromUpright);
        target[3] = switch (block.activity()) {
            case RUN -> 1;
            case WALK -> 0.4;
            case STAND, BEND, DRILL, RAILS -> 0;
        };
        target[4] = stance.sacrum;
        target[5] = stance.trunk;
        target[6] = stance.roll;
    }

    /** A swing whose pace changes every few seconds: slow, and never beyond its largest excursion. */
    private void wander(double timeS, double dtS, double moving) {
        if (timeS >= nextPaceS) {
            nextPaceS = timeS + 5;
            archPace = chance.between(0.2, 1.8) / traits.wanderS;
            leanPace = chance.between(0.2, 1.8) / traits.wanderS;
            if (timeS > turnStartS + turnLengthS && moving > 0.5 && chance.happens(traits.headTurns * 5 / 60)) {
                turnStartS = timeS;
                turnLengthS = chance.between(TURN_MIN_S, TURN_MAX_S);
                turnYaw = chance.sign() * chance.between(5, 15);
                turnRoll = chance.between(-3, 3);
            }
        }
        archTurn = part(archTurn + archPace * dtS);
        leanTurn = part(leanTurn + leanPace * dtS);
    }

    private static double part(double turns) {
        return turns >= 1 ? turns - 1 : turns;
    }

    private void bend(double timeS) {
        Block block = script.block(index);
        if (block.activity() == Activity.BEND) {
            double u = (timeS - script.startS(index)) / 6;
            double depth = Curve.HUMP.at(u - Math.floor(u));
            sacrum += depth * traits.bendSacrum;
            trunk += depth * traits.bendTrunk;
        }
    }

    private void drill(double timeS) {
        Block block = script.block(index);
        if (block.activity() == Activity.DRILL) {
            double arch = stance.drillDeg(timeS - script.startS(index));
            sacrum += (1 - traits.trunkShare) * arch;
            trunk -= traits.trunkShare * arch;
        }
    }

    private void turnHead(double timeS, double moving) {
        double turned = moving * Curve.HUMP.at((timeS - turnStartS) / turnLengthS);
        trunkYaw = turned * turnYaw;
        trunkRoll = turned * turnRoll + 0.5 * lag2[6];
        sacrumRoll = lag2[6];
        sacrumYaw = 0.2 * trunkYaw;
    }

    Block block() {
        return script.block(index);
    }

    int index() {
        return index;
    }

    /** Posture meant at this instant, as far as the body has followed: arch, lean, upright; degrees. */
    double arch() {
        return lag2[0];
    }

    double lean() {
        return lag2[1];
    }

    double upright() {
        return lag2[2];
    }

    double movedS() {
        return movedS;
    }
}
