package org.holdline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import org.holdline.cue.Cause;
import org.holdline.gait.Side;
import org.holdline.posture.Reason;
import org.holdline.road.Event;
import org.holdline.road.Watch;
import org.holdline.sample.Act;
import org.holdline.sample.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TallyTest {
    private static final long STEP_US = 500_000;

    /** 10 km/h: 1.389 m a step. */
    private static final int SPEED_M_PER_H = 10_000;

    private Tally tally = new Tally(MadeEvents.info(0, 0));

    @Test
    void shouldHaveNoFiguresWhenNothingHappened() {
        Summary s = close();
        assertEquals(0, s.steps());
        assertEquals(0, s.judgedSteps());
        assertNull(s.cadenceSpm());
        assertNull(s.contactMs());
        assertNull(s.responseDeg());
        assertNull(s.dose().overPer1000Steps());
        assertNull(s.dose().overPerKm());
        assertNull(s.dose().firstDriftS());
        assertNull(s.dose().overShareAfterHalf());
        assertEquals("unknown", s.pattern());
        assertEquals(0, s.suppressedCount());
    }

    @Test
    void shouldCarryTheSignalsCountsWhenClosed() {
        tally.add(MadeEvents.state(5_000, Watch.STANDING, Phase.STAND, false));
        Event link = MadeEvents.link(900_000_000);
        link.samples = 180_000;
        link.gaps = 1;
        link.missing = 2;
        link.stuck = 3;
        link.saturated = 4;
        link.withoutTemperature = 7;
        tally.add(link);
        Summary s = tally.summary(new Tally.Reading(5, 6, null));
        assertEquals(7, s.sensors().withoutTemperature());
        assertEquals(899.995, s.durationS());
        assertEquals(180_000, s.samples());
        assertEquals(1, s.gaps());
        assertEquals(2, s.missingSamples());
        assertEquals(3, s.stuckSamples());
        assertEquals(4, s.saturatedSamples());
        assertEquals(5, s.droppedPartialLines());
        assertEquals(6, s.lostEvents());
        assertEquals("lumbar_arch", s.metric());
        assertEquals("made", s.source());
    }

    @Test
    void shouldTakeMediansOfRunningStepsWhenSomeWereWalked() {
        walk(0, 980, 990, 1000);
        run(10, 1600, 1700, 1620);
        Summary s = close();
        assertEquals(6, s.steps());
        assertEquals(3, s.runningSteps());
        assertEquals(162.0, s.cadenceSpm());
        assertEquals(230.0, s.contactMs());
    }

    @Test
    void shouldTakeTheCadenceOfWalkingWhenNobodyRan() {
        walk(0, 0, 980, 990, 1000);
        Summary s = close();
        // The first step of a bout has no interval yet and no cadence.
        assertEquals(99.0, s.cadenceSpm());
        assertNull(s.contactMs());
    }

    @Test
    void shouldCountOnlyWhatWasJudgedWhenReasonsDiffer() {
        long time = 0;
        for (Reason reason : Reason.values()) {
            time += STEP_US;
            tally.add(MadeEvents.verdict(time, reason == Reason.OVER ? 4000 : 1000, reason, 90));
        }
        Summary s = close();
        assertEquals(4, s.judgedSteps(), "within, over, brief and holding");
        assertEquals(1, s.overSteps());
        assertEquals(90, s.medianConfidence());
    }

    @Test
    void shouldBreakAStreakWhenAStepIsWithinOrNotJudged() {
        judge(4, Reason.OVER);
        judge(1, Reason.LOW_QUALITY);
        judge(6, Reason.OVER);
        judge(1, Reason.HOLDING);
        judge(5, Reason.OVER);
        judge(1, Reason.WALKING);
        assertEquals(6, close().dose().longestStreakSteps());
    }

    @Test
    void shouldSumDegreeSecondsWhenStepsAreOver() {
        judge(1, Reason.WITHIN);
        judge(10, Reason.OVER);
        // 10 steps of half a second, each one degree beyond the band.
        assertEquals(5.0, close().dose().overDegS(), 1e-9);
    }

    @Test
    void shouldCountNoMoreThanASecondAStepWhenTheRunPaused() {
        judge(1, Reason.WITHIN);
        now += 30_000_000;
        judge(1, Reason.OVER);
        assertEquals(1.0, close().dose().overDegS(), 1e-9);
    }

    @Test
    void shouldCountPerThousandStepsWhenJudged() {
        judge(150, Reason.WITHIN);
        judge(50, Reason.OVER);
        Summary s = close();
        assertEquals(250.0, s.dose().overPer1000Steps());
        assertNull(s.dose().overPerKm(), "nobody said how fast the belt goes");
    }

    @ParameterizedTest
    @CsvSource({"70, false", "73, true"})
    void shouldCountPerKilometreWhenAHundredMetresWereRun(int steps, boolean known) {
        speedMPerH = SPEED_M_PER_H;
        judge(steps, Reason.OVER);
        Double perKm = close().dose().overPerKm();
        assertEquals(known, perKm != null);
        if (known) {
            // One step is 1.389 m; the first of all counts a whole second.
            assertEquals(steps / ((steps + 1) * 10 / 3.6 * 0.5 / 1000), perKm, 1e-6);
        }
    }

    @Test
    void shouldNotCountPerKilometreWhenTheSpeedWasUnknownForAWhile() {
        speedMPerH = SPEED_M_PER_H;
        judge(200, Reason.WITHIN);
        speedMPerH = MadeEvents.verdict(0, 0, Reason.WITHIN, 0).speedMPerH;
        judge(1, Reason.WITHIN);
        assertNull(close().dose().overPerKm());
    }

    @Test
    void shouldCountWhatWasHeldBackWhenCausesDiffer() {
        tally.add(MadeEvents.suppressed(1, Cause.COOLDOWN));
        tally.add(MadeEvents.suppressed(2, Cause.COOLDOWN));
        tally.add(MadeEvents.suppressed(3, Cause.MUTED));
        Summary s = close();
        assertEquals(Map.of("cooldown", 2L, "muted", 1L), s.suppressed());
        assertEquals(3, s.suppressedCount());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 64, 65, 500})
    void shouldCountEveryCueWhenThereAreMany(int cues) {
        for (int i = 0; i < cues; i++) {
            tally.add(MadeEvents.cue(i, 4000, 200));
        }
        assertEquals(cues, close().cues());
    }

    @Test
    void shouldTakeTheResponseWhenTenStepsLieOnEitherSideOfACue() {
        judgeAt(10, 5000);
        tally.add(MadeEvents.cue(now, 5000, 200));
        judgeAt(10, 1500);
        // The second cue has only nine steps after it and says nothing.
        tally.add(MadeEvents.cue(now, 5000, 200));
        judgeAt(9, 9000);
        assertEquals(-3.5, close().responseDeg());
    }

    @Test
    void shouldHaveNoResponseWhenTooFewStepsPrecedeTheCue() {
        judgeAt(9, 5000);
        tally.add(MadeEvents.cue(now, 5000, 200));
        judgeAt(30, 1500);
        assertNull(close().responseDeg());
    }

    @Test
    void shouldTellTheFirstDriftWhenAMinuteIsHalfOver() {
        judge(240, Reason.WITHIN);
        judge(240, Reason.OVER);
        Double drift = close().dose().firstDriftS();
        assertNotNull(drift);
        assertEquals(120.5, drift, 1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5", "480, 0.5", "960, 1.0"})
    void shouldTakeTheShareAfterHalfOfThePlanWhenOneWasMade(int plannedS, double expected) {
        tally = new Tally(MadeEvents.info(plannedS, 0));
        judge(480, Reason.WITHIN);
        // Four minutes within, four minutes in which every second step is over, then two minutes over.
        for (int i = 0; i < 480; i++) {
            judge(1, i % 2 == 0 ? Reason.OVER : Reason.WITHIN);
        }
        if (plannedS == 960) {
            judge(240, Reason.OVER);
        }
        assertEquals(expected, close().dose().overShareAfterHalf(), 0.01);
    }

    @Test
    void shouldTakeHalfOfTheDistanceWhenOneWasPlanned() {
        tally = new Tally(MadeEvents.info(0, 1000));
        speedMPerH = SPEED_M_PER_H;
        // 1.389 m a step: 500 m are behind after 360 steps.
        for (int i = 0; i < 720; i++) {
            now += STEP_US;
            Event step = MadeEvents.runningStep(now, Side.LEFT, 230, 1200);
            step.speedMPerH = SPEED_M_PER_H;
            tally.add(step);
            tally.add(MadeEvents.verdict(now, i > 361 ? 4000 : 0, i > 361 ? Reason.OVER : Reason.WITHIN, 90));
        }
        assertEquals(1.0, close().dose().overShareAfterHalf(), 0.01);
    }

    @Test
    void shouldMeasureThePlanFromTheFirstSampleWhenTheClockDidNotStartAtZero() {
        long startUs = 1_700_000_000_000_000L;
        tally = new Tally(MadeEvents.info(600, 0));
        now = startUs;
        tally.add(MadeEvents.state(now, Watch.STANDING, Phase.STAND, false));
        judge(600, Reason.OVER);
        judge(600, Reason.WITHIN);
        assertEquals(0.0, close().dose().overShareAfterHalf(), 0.01);
    }

    @Test
    void shouldChangeNothingWhenEventsTellOfOtherThings() {
        tally.add(MadeEvents.state(1, Watch.WATCHING, Phase.RUN, false));
        tally.add(MadeEvents.link(2));
        tally.add(MadeEvents.act(3, Act.MUTE));
        Summary s = close();
        assertEquals(0, s.steps());
        assertEquals(0, s.cues());
    }

    private long now;
    private int speedMPerH = Integer.MIN_VALUE;

    private void judge(int steps, Reason reason) {
        for (int i = 0; i < steps; i++) {
            now += STEP_US;
            Event verdict = MadeEvents.verdict(now, reason == Reason.OVER ? 4000 : 0, reason, 90);
            verdict.speedMPerH = speedMPerH;
            tally.add(verdict);
        }
    }

    private void judgeAt(int steps, int deviationMdeg) {
        for (int i = 0; i < steps; i++) {
            now += STEP_US;
            tally.add(MadeEvents.verdict(now, deviationMdeg, deviationMdeg > 3000 ? Reason.OVER : Reason.WITHIN, 90));
        }
    }

    private void walk(long fromUs, int... cadencesDspm) {
        for (int cadence : cadencesDspm) {
            tally.add(MadeEvents.walkingStep(fromUs++, Side.LEFT, cadence));
        }
    }

    private void run(long fromUs, int... cadencesDspm) {
        for (int cadence : cadencesDspm) {
            tally.add(MadeEvents.runningStep(fromUs++, Side.LEFT, 230, cadence));
        }
    }

    private Summary close() {
        return tally.summary(Tally.Reading.WHOLE);
    }
}
