package org.holdline.posture;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.holdline.gait.Step;
import org.holdline.sample.Phase;
import org.holdline.sample.Placement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PostureTest {
    private static final int TOLERANCE_MDEG = 5;

    @ParameterizedTest
    @CsvSource({
        // lower, upper: what the placement makes of a whole-body lean, an arch, and a trunk gone upright
        "SACRAL,         5,  5,  5",
        "SACRAL,         5, -2,  5",
        "SACRAL,         0, -4,  0",
        "DUAL,           5,  5,  0",
        "DUAL,           5, -2,  7",
        "DUAL,          -3, -5,  2"
    })
    void shouldMeasureTowardArchingWhenTheBodyMoves(
            Placement placement, double lowerDeg, double upperDeg, double expectedDeg) {
        Stepper runner = new Stepper(placement).aligned().neutral(60, 0, 0);
        assertEquals(expectedDeg * 1000, runner.step(lowerDeg, upperDeg).deviationMdeg, TOLERANCE_MDEG);
    }

    @ParameterizedTest
    @CsvSource({"5, -5", "-5, 5", "-2, 2"})
    void shouldCallBackwardArchingWhenTheOneClipIsThoracolumbar(double pitchDeg, double expectedDeg) {
        Stepper runner = new Stepper(Placement.THORACOLUMBAR).aligned().neutral(60, 0, 0);
        assertEquals(expectedDeg * 1000, runner.step(pitchDeg, 0).deviationMdeg, TOLERANCE_MDEG);
    }

    @ParameterizedTest
    @CsvSource({"2", "5", "10", "20"})
    void shouldNeverBeOverWhenTheOneClipIsThoracolumbarAndTheRunnerLeans(double leanDeg) {
        Stepper runner = new Stepper(Placement.THORACOLUMBAR).aligned().neutral(60, 0, 0);
        assertFalse(runner.step(leanDeg, 0).over);
        assertTrue(runner.held(-4, 0).over, "further back than the band");
    }

    @Test
    void shouldFollowNothingWhenTheOneClipIsThoracolumbar() {
        Stepper runner = new Stepper(Placement.THORACOLUMBAR).aligned().neutral(60, 0, 0);
        for (int i = 0; i < 1000; i++) {
            runner.step(-2, 0);
        }
        assertEquals(2000, runner.step(-2, 0).deviationMdeg, TOLERANCE_MDEG);
    }

    @Test
    void shouldIgnoreTheUpperClipWhenThereIsOnlyOne() {
        Stepper runner = new Stepper(Placement.SACRAL).aligned().neutral(60, 2, 0);
        assertEquals(1000, runner.step(3, 80).deviationMdeg, TOLERANCE_MDEG);
        assertFalse(runner.posture.upperMount().isSolved());
    }

    @ParameterizedTest
    @EnumSource(Placement.class)
    void shouldMeasureFromTheRunningNeutralAndNotFromTheStand(Placement placement) {
        double sign = placement == Placement.THORACOLUMBAR ? -1 : 1;
        Stepper runner = new Stepper(placement).aligned().neutral(60, sign * 4, 0);
        assertEquals(4000, runner.posture.neutral().centreMdeg(), TOLERANCE_MDEG);
        assertEquals(0, runner.step(sign * 4, 0).deviationMdeg, TOLERANCE_MDEG);
        assertEquals(2000, runner.step(sign * 6, 0).deviationMdeg, TOLERANCE_MDEG);
    }

    @Test
    void shouldCancelTheWobbleWithinAStrideWhenItIsWhole() {
        Stepper runner = new Stepper(Placement.SACRAL).aligned();
        runner.wobbleDeg = 3;
        runner.neutral(60, 1, 0);
        assertEquals(1000, runner.posture.neutral().centreMdeg(), 20);
        assertEquals(2000, runner.step(3, 0).deviationMdeg, 20);
    }

    @Test
    void shouldBeOverBeyondTheThresholdOnlyAndHoldUntilTheHysteresis() {
        Stepper runner = new Stepper(Placement.DUAL).aligned().neutral(60, 0, 0);
        assertVerdict(runner.held(2.95, 0), Reason.WITHIN, false, false);
        assertVerdict(runner.held(3.05, 0), Reason.OVER, true, false);
        assertVerdict(runner.step(2.95, 0), Reason.HOLDING, false, false);
        assertVerdict(runner.step(1.55, 0), Reason.HOLDING, false, false);
        assertVerdict(runner.step(3.05, 0), Reason.OVER, true, false);
        assertVerdict(runner.step(1.45, 0), Reason.WITHIN, false, true);
        assertVerdict(runner.step(2.95, 0), Reason.WITHIN, false, false);
        assertVerdict(runner.step(-20, 0), Reason.WITHIN, false, true);
        assertEquals(3000, runner.posture.neutral().bandMdeg());
    }

    @Test
    void shouldBeOverOnlyWhenSixOfTheLastEightJudgedStepsWereBeyond() {
        Stepper runner = new Stepper(Placement.DUAL).aligned().neutral(60, 0, 0);
        for (int i = 1; i < 6; i++) {
            assertVerdict(runner.step(5, 0), Reason.BRIEF, false, false);
        }
        assertVerdict(runner.step(5, 0), Reason.OVER, true, false);
        runner.walk(0, 0);
        runner.badStep(0, 0);
        assertVerdict(runner.step(5, 0), Reason.OVER, true, false);
        assertVerdict(runner.step(2, 0), Reason.HOLDING, false, false);
        runner.step(2, 0);
        assertVerdict(runner.step(5, 0), Reason.OVER, true, false);
        runner.step(2, 0);
        assertVerdict(runner.step(5, 0), Reason.BRIEF, false, false);
        runner.held(5, 0);
        runner.posture.enter(Phase.NEUTRAL);
        runner.posture.enter(Phase.RUN);
        assertVerdict(runner.step(5, 0), Reason.BRIEF, false, false);
    }

    private static void assertVerdict(Verdict verdict, Reason reason, boolean over, boolean clear) {
        String what = "deviation " + verdict.deviationMdeg;
        assertAll(
                () -> assertEquals(reason, verdict.reason, what),
                () -> assertEquals(over, verdict.over, what),
                () -> assertEquals(clear, verdict.clear, what),
                () -> assertEquals(3000, verdict.thresholdMdeg, what),
                () -> assertEquals(95, verdict.confidence, what));
    }

    @Test
    void shouldJudgeByTheWiderBandWhenTheRunnersOwnStepsSpread() {
        Stepper runner = new Stepper(Placement.DUAL).aligned();
        runner.posture.enter(Phase.BASELINE);
        for (int i = 0; i < 80; i++) {
            runner.step(i % 4 < 2 ? 2.5 : -2.5, 0);
        }
        runner.neutral(60, 0, 0);
        Verdict verdict = runner.step(4.9, 0);
        assertEquals(5000, verdict.thresholdMdeg, 2 * TOLERANCE_MDEG);
        assertEquals(Reason.WITHIN, verdict.reason);
        assertEquals(Reason.OVER, runner.held(5.1, 0).reason);
    }

    @ParameterizedTest
    @CsvSource({"24.9, BRIEF", "25.1, CLIP_MOVED", "-24.9, WITHIN", "-25.1, CLIP_MOVED", "60, CLIP_MOVED"})
    void shouldSayTheClipMovedWhenNoBodyBendsThatFar(double deviationDeg, Reason reason) {
        Stepper runner = new Stepper(Placement.SACRAL).aligned().neutral(60, 0, 0);
        Verdict verdict = runner.step(deviationDeg, 0);
        assertEquals(reason, verdict.reason);
        assertEquals(deviationDeg * 1000, verdict.deviationMdeg, TOLERANCE_MDEG);
        if (reason == Reason.CLIP_MOVED) {
            assertEquals(0, verdict.confidence);
            assertFalse(verdict.over || verdict.clear, "a moved clip neither begins nor ends an episode");
        }
    }

    @Test
    void shouldNotJudgeWhatCannotBeJudged() {
        Stepper runner = new Stepper(Placement.DUAL).aligned().neutral(60, 0, 0);
        assertEquals(Reason.OVER, runner.held(9, 0).reason);
        assertUnjudged(runner.walk(9, 0), Reason.WALKING);
        assertUnjudged(runner.step(9, 0, step -> step.runningStepsBefore = 1), Reason.LOW_QUALITY);
        assertUnjudged(runner.step(9, 0, step -> step.strideFrom -= 2 * Stepper.RATE_HZ), Reason.LOW_QUALITY);
        assertUnjudged(runner.badStep(9, 0), Reason.LOW_QUALITY);
        assertEquals(Reason.OVER, runner.step(9, 0).reason);
    }

    private static void assertUnjudged(Verdict verdict, Reason reason) {
        assertEquals(reason, verdict.reason);
        assertFalse(verdict.over);
        assertFalse(verdict.clear);
        assertEquals(0, verdict.confidence);
    }

    @Test
    void shouldLearnOnlyFromGoodWholeStridesOfThePhase() {
        Stepper runner = new Stepper(Placement.SACRAL).aligned();
        runner.posture.enter(Phase.NEUTRAL);
        for (int i = 0; i < 40; i++) {
            runner.badStep(20, 0);
            runner.earlyStep(20, 0);
            runner.walk(20, 0);
            runner.step(20, 0, step -> step.runningStepsBefore = 0);
        }
        for (int i = 0; i < 18; i++) {
            assertEquals(Reason.LEARNING, runner.step(2, 0).reason);
        }
        runner.posture.enter(Phase.RUN);
        assertEquals(18, runner.posture.neutral().steps());
        assertEquals(2000, runner.posture.neutral().centreMdeg(), TOLERANCE_MDEG);
    }

    @Test
    void shouldSayLearningAgainstTheCentreSoFarWhenThereIsNoNeutral() {
        Stepper runner = new Stepper(Placement.SACRAL).aligned();
        runner.posture.enter(Phase.BASELINE);
        for (int i = 0; i < 32; i++) {
            runner.step(3, 0);
        }
        Verdict verdict = runner.step(40, 0);
        assertEquals(Reason.LEARNING, verdict.reason, "nothing is implausible before there is a neutral");
        assertEquals(37_000, verdict.deviationMdeg, TOLERANCE_MDEG);
        assertEquals(3000, verdict.thresholdMdeg);
        assertFalse(verdict.over);
        assertEquals(0, verdict.confidence);
    }

    @Test
    void shouldSettleOnTheFirstMinuteOfRunningWhenNothingIsMarked() {
        Stepper runner = new Stepper(Placement.DUAL).aligned();
        runner.posture.enter(Phase.BASELINE);
        // Steps are 350 ms apart; the first counts as half a second.
        int full = (int) Math.ceil((60_000_000 - 500_000) / 350_000.0) + 1;
        for (int i = 1; i < full; i++) {
            runner.step(3, 0);
            runner.posture.settleWhenLearned();
            assertFalse(runner.posture.neutral().isKnown(), "step " + i);
        }
        runner.step(3, 0);
        runner.posture.settleWhenLearned();
        assertEquals(NeutralKind.AUTOMATIC, runner.posture.neutral().kind());
        assertEquals(3000, runner.posture.neutral().centreMdeg(), TOLERANCE_MDEG);
        runner.posture.enter(Phase.RUN);
        assertEquals(85, runner.step(3, 0).confidence);
    }

    @Test
    void shouldNotCountAPauseAsRunningWhenItLearns() {
        Stepper runner = new Stepper(Placement.DUAL).aligned();
        runner.posture.enter(Phase.BASELINE);
        for (int i = 0; i < 50; i++) {
            runner.step(3, 0);
            runner.pause(30_000_000);
            runner.posture.settleWhenLearned();
        }
        assertFalse(runner.posture.neutral().isKnown(), "25 minutes have passed, 25 s of them running at most");
    }

    @Test
    void shouldUseTheEasyRunWhenTheCuedRunBeginsWithoutAMarkedNeutral() {
        Stepper runner = new Stepper(Placement.DUAL).aligned();
        runner.posture.enter(Phase.BASELINE);
        for (int i = 0; i < 60; i++) {
            runner.step(2, 0);
        }
        runner.posture.enter(Phase.RUN);
        assertEquals(NeutralKind.AUTOMATIC, runner.posture.neutral().kind());
        assertEquals(Reason.OVER, runner.held(6, 0).reason);
    }

    /** Offset from the stand, and whether there was one: without it the offset of another mounting means nothing. */
    @ParameterizedTest
    @CsvSource({"true, -1, STANDING, 3000", "false, 0, AUTOMATIC, 0"})
    void shouldUseTheStoredNeutralOfAnEarlierRunOnlyAfterAStand(
            boolean stood, double centreDeg, NeutralKind kind, int deviationMdeg) {
        Stepper runner = new Stepper(Placement.DUAL, StoredNeutral.of(-1000)).aligned(stood, true);
        runner.posture.enter(Phase.BASELINE);
        for (int i = 0; i < 60; i++) {
            runner.step(2, 0);
        }
        runner.posture.enter(Phase.RUN);
        assertEquals(kind, runner.posture.neutral().kind());
        assertEquals(deviationMdeg, runner.step(2, 0).deviationMdeg, TOLERANCE_MDEG);
        if (stood) {
            assertEquals(centreDeg * 1000, runner.posture.neutral().centreMdeg());
            assertEquals(3000, runner.posture.neutral().baselineOffsetMdeg(), TOLERANCE_MDEG);
        }
    }

    @Test
    void shouldPreferTheMarkedNeutralToAStoredOne() {
        Stepper runner =
                new Stepper(Placement.DUAL, StoredNeutral.of(-1000)).aligned().neutral(60, 2, 0);
        assertEquals(NeutralKind.DRILL, runner.posture.neutral().kind());
        assertEquals(2000, runner.posture.neutral().centreMdeg(), TOLERANCE_MDEG);
    }

    @Test
    void shouldLearnInTheCuedRunWhenTheEasyRunWasTooShort() {
        Stepper runner = new Stepper(Placement.DUAL).aligned();
        runner.posture.enter(Phase.BASELINE);
        for (int i = 0; i < 59; i++) {
            runner.step(2, 0);
        }
        runner.posture.enter(Phase.RUN);
        assertFalse(runner.posture.neutral().isKnown());
        int steps = 59;
        while (!runner.posture.neutral().isKnown()) {
            runner.step(2, 0);
            steps++;
        }
        assertEquals(171, steps, "a minute of running in all");
        assertEquals(2000, runner.posture.neutral().centreMdeg(), TOLERANCE_MDEG);
        for (int i = 0; i < 300; i++) {
            runner.step(8, 0);
        }
        assertEquals(2000, runner.posture.neutral().centreMdeg(), TOLERANCE_MDEG, "a known neutral stays");
    }

    @Test
    void shouldMeasureTheNeutralAnewWhenItIsMarkedAgain() {
        Stepper runner = new Stepper(Placement.DUAL).aligned().neutral(60, 0, 0);
        runner.neutral(60, 4, 0);
        assertEquals(4000, runner.posture.neutral().centreMdeg(), TOLERANCE_MDEG);
        assertEquals(Reason.WITHIN, runner.step(6, 0).reason);
    }

    @ParameterizedTest
    @CsvSource({"DUAL, 95", "THORACOLUMBAR, 80", "SACRAL, 50"})
    void shouldBeSurerWhenTwoClipsMeasureWhatOneInfers(Placement placement, int confidence) {
        assertEquals(
                confidence, new Stepper(placement).aligned().neutral(60, 0, 0).step(0, 0).confidence);
    }

    /** The lower bound caps the confidence, a coin's at least; and from 75 on the band is five degrees. */
    @ParameterizedTest
    @CsvSource({"false, 50, 3000", "true, 70, 5000"})
    void shouldBeNoSurerAtTheSacrumThanWasMeasured(boolean told, int confidence, int bandMdeg) {
        Stepper runner = new Stepper(Placement.SACRAL).aligned().neutral(60, 0, 0);
        Separability measured = new Separability();
        Step step = new Step();
        for (int bout = 0; bout < 4; bout++) {
            measured.enter(bout % 2 == 0 ? Phase.HOLLOW : Phase.LEAN);
            for (int i = 0; i < 80; i++) {
                step.toeOffUs = told && bout % 2 == 0 ? 250_000 : 230_000;
                step.figures.riseMm = 80;
                measured.step(step, true);
            }
        }
        measured.enter(Phase.RUN);
        runner.posture.separate(measured);
        assertEquals(told, measured.isEnough());
        assertEquals(confidence, runner.step(0, 0).confidence);
        assertEquals(bandMdeg, runner.posture.bandMdeg());
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, 60, 95",
        "true, false, 60, 90",
        "false, true, 60, 90",
        "true, true, 59, 85",
        "false, false, 16, 75"
    })
    void shouldBeLessSureWhenLessWasMeasured(boolean stood, boolean bent, int neutralSteps, int confidence) {
        Stepper runner = new Stepper(Placement.DUAL).aligned(stood, bent).neutral(neutralSteps, 0, 0);
        assertEquals(confidence, runner.step(0, 0).confidence);
    }

    @Test
    void shouldHardlyTrustAClipThatSitsOtherwiseThanAsked() {
        Stepper turned = new Stepper(Placement.DUAL);
        turned.lower = new WornClip(45, 0, 0);
        turned.aligned().neutral(60, 0, 0);
        assertFalse(turned.posture.isMountedAsAsked());
        assertEquals(20, turned.step(0, 0).confidence);

        Stepper upperTurned = new Stepper(Placement.DUAL);
        upperTurned.upper = new WornClip(45, 0, 0);
        upperTurned.aligned().neutral(60, 0, 0);
        assertFalse(upperTurned.posture.isMountedAsAsked());
        assertEquals(20, upperTurned.step(0, 0).confidence);

        Stepper oneOnly = new Stepper(Placement.SACRAL);
        oneOnly.upper = new WornClip(45, 0, 0);
        oneOnly.aligned().neutral(60, 0, 0);
        assertTrue(oneOnly.posture.isMountedAsAsked(), "there is no upper clip");
    }

    @Test
    void shouldKeepTheMountingOfTheFirstWholeStride() {
        Stepper runner = new Stepper(Placement.SACRAL);
        runner.posture.enter(Phase.BASELINE);
        runner.step(6, 0, step -> step.runningStepsBefore = 1);
        assertFalse(runner.posture.lowerMount().isSolved());
        runner.step(6, 0);
        assertTrue(runner.posture.lowerMount().isSolved());
        // Nobody stood: the first stride, at 6 degrees, is what the others are measured from, and half of the centre so
        // far.
        assertEquals(1500, runner.step(9, 0).deviationMdeg, TOLERANCE_MDEG);
    }

    private static void stand(Stepper runner, double lowerDeg, double upperDeg) {
        int[] low = runner.lower.up(lowerDeg);
        int[] high = runner.upper.up(upperDeg);
        runner.posture.stand(low[0], low[1], low[2], high[0], high[1], high[2]);
    }

    @Test
    void shouldMoveTheReferenceWithAClipThatALaterStandFindsElsewhere() {
        Stepper runner = new Stepper(Placement.DUAL).aligned().neutral(60, 2, 0);
        stand(runner, 1.4, 0);
        assertEquals(ClipState.SEATED, runner.posture.reference().state());
        assertEquals(4000, runner.step(6, 0).deviationMdeg, TOLERANCE_MDEG);
        stand(runner, 2.5, 0);
        assertEquals(ClipState.SEATED, runner.posture.reference().state(), "the steps have not said theirs");
        for (int i = 0; i < 16; i++) {
            runner.step(5, 0);
        }
        assertEquals(ClipState.MOVED, runner.posture.reference().state());
        Verdict after = runner.step(6, 0);
        assertEquals(1500, after.deviationMdeg, 2 * TOLERANCE_MDEG);
        assertEquals(2500, after.referenceMdeg, 2 * TOLERANCE_MDEG);
        assertEquals(NeutralKind.DRILL, after.neutral);
    }

    @Test
    void shouldLeaveTheReferenceAloneWhenTheStepsSpeakAgainstAStand() {
        Stepper runner = new Stepper(Placement.DUAL).aligned().neutral(60, 0, 0);
        stand(runner, -2.7, 0);
        for (int i = 0; i < 16; i++) {
            assertEquals(300, runner.step(0.3, 0).deviationMdeg, 60);
        }
        assertEquals(ClipState.SEATED, runner.posture.reference().state());
        assertFalse(runner.posture.reference().standMoved());
        assertEquals(300, runner.step(0.3, 0).deviationMdeg, 60);
    }

    @Test
    void shouldNotFollowATuckThatAnswersACue() {
        Stepper runner = new Stepper(Placement.DUAL).aligned().neutral(60, 0, 0);
        runner.posture.cued();
        for (int i = 0; i < 75_000 / 350; i++) {
            runner.step(-2, 0);
        }
        assertEquals(0, runner.posture.reference().shiftMdeg());
        runner.held(-2, 0);
        assertTrue(runner.posture.reference().shiftMdeg() < 0, "75 s later it is followed");
    }

    @Test
    void shouldNotTakeALeanOnTheRailsForAMovedClip() {
        Stepper runner = new Stepper(Placement.DUAL).aligned().neutral(60, 0, 0);
        stand(runner, 6, 8.5);
        assertEquals(ClipState.SEATED, runner.posture.reference().state());
        assertTrue(runner.posture.reference().standLeans());
        assertEquals(0, runner.step(0, 0).referenceMdeg);
    }

    @ParameterizedTest
    @CsvSource({"SACRAL", "THORACOLUMBAR"})
    void shouldLeaveTheReferenceAloneWhenOneClipCannotTellALeanFromAMove(Placement placement) {
        Stepper runner = new Stepper(placement).aligned().neutral(60, 0, 0);
        stand(runner, 6, 0);
        assertTrue(runner.posture.reference().standMoved());
        assertEquals(0, runner.step(0, 0).deviationMdeg, TOLERANCE_MDEG);
    }

    @Test
    void shouldJudgeNothingWithAClipThatWasTakenOffUntilItSitsAnew() {
        Stepper runner = new Stepper(Placement.DUAL).aligned().neutral(60, 2, 0);
        stand(runner, 85, 0);
        assertUnjudged(runner.step(9, 0), Reason.CLIP_MOVED);
        runner.lower = new WornClip(0, -10, 4);
        stand(runner, 0, 0);
        assertEquals(ClipState.RESEATED, runner.posture.reference().state());
        Verdict verdict = runner.held(8, 0);
        assertEquals(Reason.OVER, verdict.reason);
        assertEquals(6000, verdict.deviationMdeg, 100, "stand and stored offset");
        assertEquals(NeutralKind.STANDING, verdict.neutral);
        assertTrue(verdict.confidence < 90);
    }

    @Test
    void shouldReadSwappedClipsTheOtherWayRoundWhenTheBendsShowIt() {
        Stepper runner = new Stepper(Placement.DUAL);
        bend(runner.lower, runner.posture.lowerMount(), 60);
        bend(runner.upper, runner.posture.upperMount(), 40);
        runner.neutral(60, 0, 0);
        assertTrue(runner.posture.isSwapped());
        Verdict verdict = runner.step(-1, 7);
        assertEquals(8000, verdict.deviationMdeg, TOLERANCE_MDEG, "an arch: the clip called upper is on the sacrum");
        assertEquals(-1000, verdict.trunkMdeg, TOLERANCE_MDEG);
        assertEquals(85, verdict.confidence);
    }

    @Test
    void shouldNotCallClipsSwappedWhenTheTrunkBendsFarther() {
        Stepper runner = new Stepper(Placement.DUAL);
        bend(runner.lower, runner.posture.lowerMount(), 40);
        bend(runner.upper, runner.posture.upperMount(), 60);
        runner.neutral(60, 0, 0);
        assertFalse(runner.posture.isSwapped());
    }

    private static void bend(WornClip clip, Mount mount, double depthDeg) {
        int[] up = clip.up(0);
        mount.stand(up[0], up[1], up[2]);
        clip.bend(mount, 600, depthDeg, 1);
    }
}
