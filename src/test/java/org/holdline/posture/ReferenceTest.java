package org.holdline.posture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTest {
    private static final long STEP_US = 400_000;
    private static final int BAND_MDEG = 3000;

    /** 1.5 degrees of tolerance, 0.3 degrees a minute, no more than 2.5. */
    private final Reference reference = new Reference(new SlipParams(1500, 300, 2500, 2000));

    private void follow(double deviationDeg, double minutes) {
        for (int i = 0; i < minutes * 150; i++) {
            reference.step((int) (deviationDeg * 1000), BAND_MDEG, STEP_US);
        }
    }

    @Test
    void shouldStayWhereTheNeutralIsWhenNothingWasSeen() {
        assertEquals(ClipState.SEATED, reference.state());
        assertEquals(0, reference.shiftMdeg());
        assertFalse(reference.standMoved());
    }

    @ParameterizedTest
    @CsvSource({"1, 5, 1500", "-1, 5, -1500", "2.9, 5, 1500", "0.001, 5, 1500", "1, 60, 2500", "-1, 60, -2500"})
    void shouldFollowAtOnePaceAndOnlySoFarWhenTheDeviationLiesInTheBand(
            double deviationDeg, double minutes, int expectedMdeg) {
        follow(deviationDeg, minutes);
        assertEquals(expectedMdeg, reference.shiftMdeg(), 1);
        assertEquals(expectedMdeg, reference.followedMdeg(), 1);
    }

    @Test
    void shouldNotFollowWhatIsBeyondTheBand() {
        follow(3.001, 60);
        follow(-3.001, 60);
        assertEquals(0, reference.shiftMdeg());
    }

    @Test
    void shouldGoOnFallingAtItsOwnPaceWhileTheRunnerIsBeyondTheBand() {
        follow(-1, 5);
        assertEquals(-1500, reference.shiftMdeg(), 1);
        // Five minutes at 300 teach 1 - 1/e of them; of that the first two minutes of forgetting take a tenth.
        follow(5, 2);
        assertEquals(-1500 - 344, reference.shiftMdeg(), 5);
        follow(5, 120);
        assertEquals(-2500, reference.shiftMdeg(), 1, "no farther than it may follow");
    }

    @Test
    void shouldForgetItsPaceWhenNothingWasFollowedForLong() {
        follow(-1, 1);
        int oneMinute = reference.shiftMdeg();
        follow(5, 120);
        int forgotten = reference.shiftMdeg();
        assertEquals(oneMinute - 540, forgotten, 30);
        follow(5, 10);
        assertEquals(forgotten, reference.shiftMdeg(), 10);
    }

    @Test
    void shouldNotGoOnRisingWhenAnArchHasGrownOutOfTheBand() {
        follow(2, 5);
        follow(5, 10);
        assertEquals(1500, reference.shiftMdeg(), 1);
    }

    @Test
    void shouldLearnNoPaceFromTheAnswerToACue() {
        follow(-1, 5);
        reference.cued();
        follow(2, 1);
        assertEquals(-1200, reference.shiftMdeg(), 5);
        // The pace of before, 190 a minute, and not one that the answer has slowed to 100.
        follow(5, 1);
        assertEquals(-1200 - 180, reference.shiftMdeg(), 5);
    }

    /** Sixteen steps of a runner whose deviation by the opening stand is so much. */
    private void run(int mdeg) {
        for (int i = 0; i < 16; i++) {
            reference.step(mdeg - reference.shiftMdeg(), 0, STEP_US);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // stand, steps, what comes of them
        "1500, 1500, SEATED, 0, false",
        "1501, 1501, MOVED, 1501, true",
        "-1501, -1501, MOVED, -1501, true",
        "4000, 2100, MOVED, 4000, true",
        "4000, 1900, SEATED, 1000, false",
        "-2700, 0, SEATED, 0, false",
        "-2700, 8000, SEATED, 0, false"
    })
    void shouldTakeAStandForAMoveBeyondTheToleranceOnlyIfTheStepsLieNearerToNeutralWithIt(
            int standMdeg, int stepsMdeg, ClipState state, int shiftMdeg, boolean moved) {
        reference.stand(standMdeg);
        assertEquals(ClipState.SEATED, reference.state());
        run(stepsMdeg);
        assertEquals(state, reference.state());
        assertEquals(shiftMdeg, reference.shiftMdeg());
        assertEquals(standMdeg, reference.standMdeg());
        assertEquals(moved, reference.standMoved());
    }

    @Test
    void shouldTakeAStandForAMoveAtOnceWhenTheReferenceHadComeNearIt() {
        follow(2, 60);
        reference.stand(3900);
        assertEquals(ClipState.MOVED, reference.state());
        assertEquals(3900, reference.shiftMdeg());
    }

    @ParameterizedTest
    @CsvSource({"2900, false, 0", "-3100, true, -100", "5000, true, 2000"})
    void shouldOnlyBeBoundByTheStandOfABodyThatLeans(int standMdeg, boolean moved, int shiftMdeg) {
        reference.leaningStand(standMdeg);
        assertEquals(ClipState.SEATED, reference.state());
        assertEquals(moved, reference.standMoved());
        assertEquals(shiftMdeg, reference.shiftMdeg());
        assertTrue(reference.standLeans());
    }

    @Test
    void shouldWaitForAnUprightStandWhenAClipJumped() {
        reference.jumped();
        reference.leaningStand(500);
        assertEquals(ClipState.JUMPED, reference.state());
    }

    @Test
    void shouldTakeBackWhatItFollowedAsFarAsAStandSaysThatNothingMoved() {
        follow(1, 60);
        reference.stand(0);
        assertEquals(1500, reference.shiftMdeg(), 1);
        reference.stand(-1400);
        assertEquals(100, reference.shiftMdeg(), 1);
        reference.stand(1600);
        assertEquals(1600, reference.shiftMdeg(), "near enough: known now, nothing followed");
        assertEquals(0, reference.followedMdeg());
        reference.stand(200);
        assertEquals(ClipState.SEATED, reference.state(), "it sits where it sat at first");
        assertEquals(1600, reference.shiftMdeg(), 100, "within what a body's stands differ by");
    }

    @Test
    void shouldJudgeNothingAfterAJumpUntilAStandOrEnoughSteps() {
        reference.jumped();
        assertFalse(reference.state().isJudged());
        reference.stand(900);
        assertEquals(ClipState.SEATED, reference.state());
        assertEquals(900, reference.shiftMdeg(), "the stand is the reference, small as it is");

        reference.jumped();
        reference.carry(2500);
        assertEquals(ClipState.CARRIED, reference.state());
        assertTrue(reference.state().isJudged());
        assertEquals(3400, reference.shiftMdeg());
    }

    @Test
    void shouldStartAnewWhenTheClipWasPutOnAnew() {
        follow(1, 10);
        reference.stand(2000);
        run(3000);
        reference.off();
        assertFalse(reference.state().isJudged());
        reference.reseated();
        assertEquals(0, reference.shiftMdeg());
        assertTrue(reference.state().isJudged());
        assertTrue(reference.standMoved());
        reference.stand(300);
        assertEquals(ClipState.RESEATED, reference.state(), "still not as it was learned");
    }
}
