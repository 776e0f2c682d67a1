package org.holdline.cue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.holdline.cue.CuePolicy.Decision;
import org.holdline.posture.Metric;
import org.holdline.posture.Reason;
import org.holdline.posture.Verdict;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CuePolicyTest {
    private static final long SECOND_US = 1_000_000;
    private static final long STEP_US = 350_000;

    /** 6 of 8, once a minute, silent for the first minute and for 30 s after a change, 150 to 300 ms. */
    private static final CueParams DEFAULTS = CueParams.defaults();

    /** The same, but a cue may come every 20 s, and two a minute, answered or not. */
    private static final CueParams BRISK = params(8, 6, 20, 2);

    private static CueParams params(int windowSteps, int triggerSteps, int cooldownS, int maxPerMinute) {
        return new CueParams(
                windowSteps,
                triggerSteps,
                cooldownS,
                maxPerMinute,
                12,
                60,
                30,
                30,
                500,
                500,
                30,
                20,
                1000,
                600,
                150,
                300,
                6000,
                10,
                false);
    }

    private final Verdict verdict = new Verdict();
    private final Moment now = new Moment();
    private CuePolicy policy = new CuePolicy(DEFAULTS, FadingParams.defaults(), Metric.LUMBAR_ARCH);

    private long runningSinceUs;

    /** Running for long enough when a test begins. */
    CuePolicyTest() {
        now.timeUs = 1000 * SECOND_US;
        verdict.thresholdMdeg = 3000;
        verdict.confidence = 95;
    }

    private Decision over() {
        return step(4000, 1000);
    }

    private Decision holding() {
        return step(2000, 1000);
    }

    private Decision clear() {
        return step(1000, 1000);
    }

    private Decision step(int deviationMdeg, int clearBelowMdeg) {
        now.timeUs += STEP_US;
        verdict.deviationMdeg = deviationMdeg;
        verdict.over = deviationMdeg > verdict.thresholdMdeg;
        verdict.clear = deviationMdeg <= clearBelowMdeg;
        verdict.reason = verdict.over ? Reason.OVER : Reason.WITHIN;
        policy.ran(now.timeUs, runningSinceUs);
        return policy.step(verdict, now);
    }

    /** Steps given as letters: o over, h holding, c clear; answers a letter each: C cue, S suppressed, a dot nothing. */
    private String steps(String letters) {
        StringBuilder answers = new StringBuilder();
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            Decision decision = letter == 'o' ? over() : letter == 'h' ? holding() : clear();
            answers.append(
                    switch (decision) {
                        case CUE -> 'C';
                        case SUPPRESSED -> 'S';
                        case NOTHING -> '.';
                    });
        }
        return answers.toString();
    }

    private void waitS(double seconds) {
        now.timeUs += Math.round(seconds * SECOND_US);
    }

    @ParameterizedTest
    @CsvSource({
        "oooooo,     .....C",
        "ooooohhhh,  .........",
        // The sixth of the last eight.
        "ohoohooo,   .......C",
        // Six in nine are not six in eight.
        "oohhhoooo,  .........",
        "oohhhoooooo, ..........C",
        // Enough are over, but this one is not: nobody is told of what is past.
        "ooooohho,   .......C",
        "cccccccc,   ........",
        "hhhhhhhh,   ........"
    })
    void shouldCueWhenSixOfTheLastEightAreOverAndThisOneIs(String steps, String answers) {
        assertEquals(answers, steps(steps));
    }

    @Test
    void shouldSayWhyAndHowLongWhenItCues() {
        assertEquals(".....C", steps("oooooo"));
        assertEquals(Cause.SUSTAINED, policy.cause());
        // A degree over of the six that get the longest pulse.
        assertEquals(150 + 150 / 6, policy.pulseMs());
    }

    @ParameterizedTest
    @CsvSource({"3001, 150", "4000, 175", "6000, 225", "8999, 299", "9000, 300", "9001, 300", "25000, 300"})
    void shouldPulseLongerWhenTheStepIsFurtherOver(int deviationMdeg, int pulseMs) {
        steps("ooooo");
        assertEquals(Decision.CUE, step(deviationMdeg, 0));
        assertEquals(pulseMs, policy.pulseMs());
    }

    @Test
    void shouldForgetWhatWasOverWhenTheStepsNoLongerBelongTogether() {
        steps("ooooo");
        policy.forgetSteps();
        assertEquals(".....C", steps("oooooo"));
    }

    @Test
    void shouldWaitForTheCooldownWhenStillOver() {
        assertEquals(".....C", steps("oooooo"));
        long cuedUs = now.timeUs;
        while (over() != Decision.CUE) {
            assertTrue(now.timeUs - cuedUs < 60 * SECOND_US, "silent for " + (now.timeUs - cuedUs) + " us");
        }
        assertTrue(now.timeUs - cuedUs >= 60 * SECOND_US);
        assertTrue(now.timeUs - cuedUs < 60 * SECOND_US + STEP_US);
    }

    @Test
    void shouldCueOnTheStepThatEndsTheCooldown() {
        steps("oooooo");
        now.timeUs += 60 * SECOND_US - STEP_US - 1 - STEP_US;
        assertEquals(Decision.NOTHING, over(), "a step and a microsecond before its end");
        assertEquals(Decision.NOTHING, over(), "a microsecond before its end");
        now.timeUs += 1 - STEP_US;
        assertEquals(Decision.CUE, over());
    }

    @Test
    void shouldNotCallTheCooldownHoldingBackWhenTheEpisodeHasBeenCued() {
        assertEquals(".....C" + ".".repeat(100), steps("o".repeat(106)));
    }

    @Test
    void shouldSayOnceThatTheCooldownHoldsBackWhenANewEpisodeBegins() {
        steps("oooooo");
        assertEquals("........" + ".....S...", steps("cccccccc" + "ooooooooo"));
        assertEquals(Cause.COOLDOWN, policy.cause());
        assertEquals("........" + ".....S...", steps("cccccccc" + "ooooooooo"));
    }

    @Test
    void shouldNotEndTheEpisodeWhenTheRunnerIsOnlyJustBack() {
        steps("oooooo");
        assertEquals("........" + ".........", steps("hhhhhhhh" + "ooooooooo"));
        assertEquals("....." + "...." + ".........", steps("ccccc" + "hhhh" + "ooooooooo"), "five clear are not six");
    }

    @Test
    void shouldKeepTheCapWhenTheCooldownAllowsMore() {
        policy = new CuePolicy(BRISK, FadingParams.defaults(), Metric.LUMBAR_ARCH);
        List<Long> cuesUs = new ArrayList<>();
        boolean capped = false;
        long untilUs = now.timeUs + 300 * SECOND_US;
        while (now.timeUs < untilUs) {
            Decision decision = over();
            if (decision == Decision.CUE) {
                cuesUs.add(now.timeUs);
            } else if (decision == Decision.SUPPRESSED) {
                assertEquals(Cause.CAP, policy.cause());
                capped = true;
            }
        }
        assertTrue(capped);
        for (int i = 1; i < cuesUs.size(); i++) {
            assertTrue(cuesUs.get(i) - cuesUs.get(i - 1) >= 20 * SECOND_US);
            assertTrue(i < 2 || cuesUs.get(i) - cuesUs.get(i - 2) >= 60 * SECOND_US);
        }
        // 20.0 and 40.0 s on and on, and what a whole number of steps adds.
        assertEquals(10, cuesUs.size());
    }

    @Test
    void shouldBeSilentWhenRunningHasJustBegun() {
        runningSinceUs = now.timeUs;
        assertEquals(".....S.", steps("ooooooo"));
        assertEquals(Cause.SETTLING, policy.cause());
        assertTrue(policy.isSettling(runningSinceUs + 60 * SECOND_US - 1));
        now.timeUs = runningSinceUs + 60 * SECOND_US - STEP_US - 1;
        assertEquals(Decision.NOTHING, over());
        now.timeUs = runningSinceUs + 60 * SECOND_US - STEP_US;
        assertEquals(Decision.CUE, over());
    }

    @Test
    void shouldBeSilentForHalfAMinuteWhenARunnerWhoHadSettledPaused() {
        assertEquals("..", steps("ch"));
        waitS(20);
        runningSinceUs = now.timeUs;
        assertEquals(".....S", steps("oooooo"));
        assertEquals(Cause.PAUSE, policy.cause());
        assertTrue(policy.isAfterPause(runningSinceUs + 30 * SECOND_US - 1));
        assertFalse(policy.isSettling(now.timeUs));
        now.timeUs = runningSinceUs + 30 * SECOND_US - STEP_US - 1;
        assertEquals(Decision.NOTHING, over());
        now.timeUs = runningSinceUs + 30 * SECOND_US - STEP_US;
        assertEquals(Decision.CUE, over());
    }

    @Test
    void shouldSettleAnewWhenTheFirstRunningWasTooShort() {
        runningSinceUs = now.timeUs;
        steps("o".repeat(160));
        waitS(5);
        runningSinceUs = now.timeUs;
        assertEquals(".....S", steps("oooooo"));
        assertEquals(Cause.SETTLING, policy.cause());
    }

    @Test
    void shouldForgetTheStepsBeforeAPause() {
        steps("ooooo");
        runningSinceUs = now.timeUs - 40 * SECOND_US;
        assertEquals(".....C", steps("oooooo"));
    }

    @Test
    void shouldRestWhenThreeCuesInARowChangedNothing() {
        steps("c".repeat(10));
        long thirdUs = overUntilCued(3);
        assertEquals(".".repeat(20), steps("o".repeat(20)));
        long restsUs = now.timeUs;
        assertTrue(policy.isResting(restsUs));
        int held = 0;
        while (over() != Decision.CUE) {
            if (policy.cause() == Cause.NO_RESPONSE) {
                held++;
            }
            assertTrue(now.timeUs < restsUs + 600 * SECOND_US, "silent for " + (now.timeUs - thirdUs) + " us");
        }
        assertTrue(held > 1000, held + " steps held back");
        assertTrue(now.timeUs >= restsUs + 600 * SECOND_US);
        assertFalse(policy.isResting(now.timeUs));
        overUntilCued(2);
        assertEquals(".".repeat(20), steps("o".repeat(20)));
        assertTrue(policy.isResting(now.timeUs), "and three more");
    }

    @Test
    void shouldSayOnceThatCuesRest() {
        steps("c".repeat(10));
        overUntilCued(3);
        String answers = steps("o".repeat(1000));
        assertEquals(1, answers.chars().filter(answer -> answer == 'S').count());
        assertEquals(0, answers.chars().filter(answer -> answer == 'C').count());
    }

    @Test
    void shouldNotRestWhenOneOfThreeWasAnswered() {
        overUntilCued(2);
        waitS(30);
        // A degree less, in the second ten steps only: nobody answers at once.
        for (int i = 0; i < 10; i++) {
            step(4000, 0);
        }
        overUntilCued(1);
        for (int i = 0; i < 20; i++) {
            step(i < 10 ? 4000 : 3000, 0);
        }
        overUntilCued(2);
        steps("o".repeat(40));
        assertFalse(policy.isResting(now.timeUs));
    }

    @Test
    void shouldCountNeitherWayWhenTheStepsAfterACueAreNotJudged() {
        steps("c".repeat(10));
        overUntilCued(2);
        steps("o".repeat(40));
        overUntilCued(1);
        policy.forgetSteps();
        steps("o".repeat(40));
        assertFalse(policy.isResting(now.timeUs));
        overUntilCued(1);
        steps("o".repeat(40));
        assertTrue(policy.isResting(now.timeUs));
    }

    @Test
    void shouldGiveNoMoreThanTwelveInHalfAnHour() {
        policy = new CuePolicy(params(8, 6, 20, 3), FadingParams.defaults(), Metric.LUMBAR_ARCH);
        List<Long> cuesUs = new ArrayList<>();
        int said = 0;
        for (int i = 0; i < 5200; i++) {
            // Every cue is answered for a while.
            boolean answers = !cuesUs.isEmpty() && now.timeUs - cuesUs.getLast() < 8 * SECOND_US;
            Decision decision = answers ? clear() : over();
            if (decision == Decision.CUE) {
                cuesUs.add(now.timeUs);
            } else if (decision == Decision.SUPPRESSED && policy.cause() == Cause.HALF_HOUR_CAP) {
                said++;
                assertTrue(policy.isHalfHourFull(now.timeUs));
            }
        }
        assertEquals(13, cuesUs.size(), "12, and one as the first is half an hour old");
        assertTrue(cuesUs.get(12) - cuesUs.getFirst() >= 1800 * SECOND_US);
        assertTrue(cuesUs.get(12) - cuesUs.getFirst() < 1800 * SECOND_US + STEP_US);
        assertEquals(1, said);
    }

    /** Runs on overarched until so many cues were given; answers the instant of the last one. */
    private long overUntilCued(int cues) {
        for (int given = 0, i = 0; given < cues; i++) {
            assertTrue(i < 10_000, "no cue");
            given += over() == Decision.CUE ? 1 : 0;
        }
        return now.timeUs;
    }

    @ParameterizedTest
    @CsvSource({"501, 0, SPEED_CHANGE", "-501, 0, SPEED_CHANGE", "0, 501, INCLINE_CHANGE", "0, -501, INCLINE_CHANGE"})
    void shouldBeSilentWhenTheBeltHasChanged(int speedMPerH, int inclineMilliPct, Cause cause) {
        policy.belt(now.timeUs, 10_000, 1000);
        waitS(100);
        long changedUs = now.timeUs;
        policy.belt(changedUs, 10_000 + speedMPerH, 1000 + inclineMilliPct);
        assertEquals(".....S...", steps("ooooooooo"));
        assertEquals(cause, policy.cause());
        now.timeUs = changedUs + 30 * SECOND_US - STEP_US - 1;
        assertEquals(Decision.NOTHING, over());
        now.timeUs = changedUs + 30 * SECOND_US - STEP_US;
        assertEquals(Decision.CUE, over());
    }

    @ParameterizedTest
    @CsvSource({"500, 0", "-500, 0", "0, 500", "0, -500"})
    void shouldCueWhenTheBeltHasHardlyChanged(int speedMPerH, int inclineMilliPct) {
        policy.belt(now.timeUs, 10_000, 1000);
        policy.belt(now.timeUs, 10_000 + speedMPerH, 1000 + inclineMilliPct);
        assertEquals(".....C", steps("oooooo"));
    }

    @Test
    void shouldNoticeASpeedThatCreepsWhenItHasCreptFarEnough() {
        for (int speed = 10_000; speed <= 10_500; speed += 100) {
            policy.belt(now.timeUs, speed, Sample.UNKNOWN);
        }
        assertEquals(".....C", steps("oooooo"));
        waitS(100);
        policy.belt(now.timeUs, 10_600, Sample.UNKNOWN);
        assertEquals(Decision.SUPPRESSED, over());
        assertEquals(Cause.SPEED_CHANGE, policy.cause());
    }

    @Test
    void shouldTakeTheFirstSpeedToldForNoChange() {
        policy.belt(now.timeUs, Sample.UNKNOWN, Sample.UNKNOWN);
        policy.belt(now.timeUs, 10_000, 2000);
        policy.belt(now.timeUs, Sample.UNKNOWN, Sample.UNKNOWN);
        policy.belt(now.timeUs, 10_000, 2000);
        assertEquals(".....C", steps("oooooo"));
    }

    @Test
    void shouldNoticeAChangeWhenTheBeltWasSilentMeanwhile() {
        policy.belt(now.timeUs, 10_000, 2000);
        policy.belt(now.timeUs, Sample.UNKNOWN, Sample.UNKNOWN);
        policy.belt(now.timeUs, 12_000, 2000);
        assertEquals(".....S", steps("oooooo"));
        assertEquals(Cause.SPEED_CHANGE, policy.cause());
    }

    @Test
    void shouldBeSilentWhenMutedAndSayItOnce() {
        now.muted = true;
        assertEquals(".....S....", steps("oooooooooo"));
        assertEquals(Cause.MUTED, policy.cause());
        now.muted = false;
        assertEquals("C", steps("o"));
    }

    @Test
    void shouldSayEachCauseOnceWhenSeveralFollow() {
        now.muted = true;
        assertEquals(".....S", steps("oooooo"));
        now.muted = false;
        verdict.confidence = 10;
        assertEquals("S.", steps("oo"));
        assertEquals(Cause.LOW_QUALITY, policy.cause());
        now.muted = true;
        assertEquals("..", steps("oo"), "said before in this episode");
        assertEquals("........" + ".....S", steps("cccccccc" + "oooooo"));
    }

    @ParameterizedTest
    @CsvSource({"29, S", "30, C"})
    void shouldBeSilentWhenTooLittleSpeaksForTheJudgement(int confidence, String answer) {
        verdict.confidence = confidence;
        assertEquals("....." + answer, steps("oooooo"));
        assertEquals(confidence < 30 ? Cause.LOW_QUALITY : Cause.SUSTAINED, policy.cause());
    }

    @Test
    void shouldNameTheRunnersOwnWishFirstWhenMuchSpeaksAgainstACue() {
        policy.belt(now.timeUs, 10_000, 0);
        policy.belt(now.timeUs, 15_000, 5000);
        runningSinceUs = now.timeUs;
        verdict.confidence = 0;
        now.muted = true;
        steps("oooooo");
        assertEquals(Cause.MUTED, policy.cause());
    }

    @Test
    void shouldHoldBackAndSaySoOnceAnEpisodeWhenOneImuSitsAtTheSacrum() {
        policy = new CuePolicy(DEFAULTS, FadingParams.defaults(), Metric.PELVIC_TILT);
        assertFalse(policy.mayCue());
        assertEquals(".....S" + ".".repeat(600), steps("o".repeat(606)));
        assertEquals(Cause.NOT_SEPARABLE, policy.cause());
        assertEquals("........" + ".....S", steps("cccccccc" + "oooooo"));
        now.muted = true;
        assertEquals("S", steps("o"));
        assertEquals(Cause.MUTED, policy.cause());
    }

    @ParameterizedTest
    @CsvSource({"true, true, .....C", "true, false, .....S", "false, true, .....S", "false, false, .....S"})
    void shouldCueAtTheSacrumOnlyWhenItIsAllowedAndTheSequenceToldTheTwoApart(
            boolean allowed, boolean toldApart, String expected) {
        policy = new CuePolicy(DEFAULTS.withSacral(allowed), FadingParams.defaults(), Metric.PELVIC_TILT);
        policy.separated(toldApart);
        assertEquals(allowed && toldApart, policy.mayCue());
        assertEquals(expected, steps("oooooo"));
    }

    @Test
    void shouldCueByDefaultWhenOneImuSitsAtTheThoracolumbarJunction() {
        policy = new CuePolicy(DEFAULTS, FadingParams.defaults(), Metric.TRUNK_UPRIGHT);
        assertEquals(".....C", steps("oooooo"));
    }

    @Test
    void shouldNotSpendTheCooldownWhenACueWasNotGiven() {
        now.muted = true;
        steps("ooooooooo");
        now.muted = false;
        assertEquals("C", steps("o"));
    }

    @Test
    void shouldLookBackOverThirtyTwoStepsWhenAskedTo() {
        policy = new CuePolicy(params(32, 32, 20, 3), FadingParams.defaults(), Metric.LUMBAR_ARCH);
        assertEquals(".".repeat(31) + "C", steps("o".repeat(32)));
        waitS(60);
        assertEquals("." + ".".repeat(31) + "C", steps("h" + "o".repeat(32)));
    }

    @Test
    void shouldRefuseParamsWhenTheyAreOutOfBounds() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> params(8, 9, 60, 3));
        assertEquals("triggerSteps=9, expected 1..8", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> params(8, 6, 19, 3));
        assertThrows(IllegalArgumentException.class, () -> params(8, 6, 60, 4));
        assertThrows(
                IllegalArgumentException.class,
                () -> new CueParams(
                        8, 6, 60, 3, 12, 60, 30, 30, 500, 500, 30, 3, 1000, 600, 150, 1001, 6000, 10, false));
    }
}
