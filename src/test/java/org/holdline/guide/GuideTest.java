package org.holdline.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.holdline.sample.Phase;
import org.holdline.sample.Placement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every step: what advances it, what refuses it, what time does to it, and what skipping it costs. */
class GuideTest {
    private static GuideKind with(Step step) {
        return GuideKind.QUICK.steps().contains(step) ? GuideKind.QUICK : GuideKind.FULL;
    }

    @Test
    void shouldMarkEveryPhaseInOrderWhenAStartGoesThrough() {
        assertEquals(
                List.of(
                        Phase.STAND,
                        Phase.DRILL,
                        Phase.STAND,
                        Phase.WALK,
                        Phase.BASELINE,
                        Phase.RUN,
                        Phase.STAND,
                        Phase.END),
                new Led(GuideKind.QUICK, Memory.fresh()).to(Step.DONE).marks());
        assertEquals(
                List.of(
                        Phase.STAND,
                        Phase.BEND,
                        Phase.DRILL,
                        Phase.STAND,
                        Phase.WALK,
                        Phase.BASELINE,
                        Phase.NEUTRAL,
                        Phase.RUN),
                new Led(GuideKind.FULL, Led.known()).to(Step.RUN).marks());
        assertEquals(
                List.of(Phase.STAND, Phase.BEND, Phase.WALK, Phase.RUN),
                new Led(GuideKind.RETURNING, Led.known()).to(Step.RUN).marks());
    }

    @Test
    void shouldTakeFiveTapsTheFirstTimeAndOneWhenItReturns() {
        assertEquals(
                5, new Led(GuideKind.QUICK, Memory.fresh()).to(Step.RUN).guide.taps());
        assertEquals(
                1, new Led(GuideKind.RETURNING, Led.known()).to(Step.RUN).guide.taps());
        assertEquals(3, new Led(GuideKind.FULL, Led.known()).to(Step.RUN).guide.taps());
    }

    @Test
    void shouldRememberNotePlanSpeedAndRunWhenTheyAreThere() {
        Led led = new Led(GuideKind.QUICK, Memory.fresh());
        led.go(1).choose(0).choose(4).choose(3).to(Step.RUN);
        assertEquals(new Memory(true, 1, 4, 10_000, 150, false), led.guide.memory());
        assertEquals(led.guide.memory(), led.all(Order.Keep.class).getLast().memory());
        assertEquals(new Plan(0, 5000), led.guide.plan());
        assertEquals(List.of(new Order.Speed(10_000)), led.all(Order.Speed.class), "once, when running begins");
    }

    @Test
    void shouldOfferWhatTheLastRunPlannedFirstAndRememberOnlyWhatIsChosenInstead() {
        Plan next = new Plan(1500, 0);
        GuideParams params = new GuideParams(null, Placement.DUAL, false, List.of(150), false, next);
        Led led = new Led(params, Led.known());
        assertEquals(Step.START, led.guide.step());
        assertEquals(next, led.guide.plan());
        assertTrue(led.guide.isPlannedByLastRun());
        led.choose(2);
        assertEquals(Step.PLAN, led.guide.step());
        assertEquals("t1500", led.guide.choices().getFirst());
        assertEquals(Plan.ALL.size() + 1, led.guide.choices().size());
        led.choose(0);
        assertEquals(next, led.guide.plan());
        assertEquals(List.of(), led.all(Order.Keep.class), "what was planned is not remembered as a choice");

        Led other = new Led(params, Led.known());
        other.choose(2).choose(1);
        assertEquals(Plan.ALL.getFirst(), other.guide.plan());
        assertFalse(other.guide.isPlannedByLastRun());
        assertEquals(0, other.guide.memory().plan());

        // Nobody has ever chosen: the plan of the last run is enough.
        assertEquals(Step.START, new Led(params, new Memory(true, 0, -1, 0, 0, false)).guide.step());
    }

    @ParameterizedTest
    @CsvSource({"4999, RUN", "5000, CLOSE"})
    void shouldCloseAfterAStandOnlyWhenThePlannedDistanceHasBeenRun(long metres, Step then) {
        Led led = new Led(GuideKind.QUICK, new Memory(true, 1, 4, 10_000, 300, false)).to(Step.RUN);
        assertEquals(new Plan(0, 5000), led.guide.plan());
        led.guide.travelled(metres);
        led.still().go(19);
        assertEquals(Step.RUN, led.guide.step());
        led.go(2);
        assertEquals(then, led.guide.step());
    }

    @Test
    void shouldAskTheNoteOnceAndThePlanUntilItIsKnown() {
        assertEquals(Step.NOTE, new Led((GuideKind) null, Memory.fresh()).guide.step());
        assertEquals(Step.PLAN, new Led((GuideKind) null, new Memory(true, 0, -1, 0, 0, false)).guide.step());
        assertEquals(Step.START, new Led((GuideKind) null, Led.known()).guide.step());
    }

    @Test
    void shouldOfferTheFullStartFromTheSecondRunAndReturningWhereThereIsSomethingStored() {
        assertEquals(
                List.of("quick", "change"),
                new Led((GuideKind) null, new Memory(true, 0, 1, 0, 0, false)).guide.choices());
        assertEquals(List.of("quick", "full", "change"), new Led((GuideKind) null, Led.known()).guide.choices());
        GuideParams stored = new GuideParams(null, Placement.DUAL, true, List.of(150), false);
        Led led = new Led(stored, Led.known());
        assertEquals(List.of("returning", "full", "quick", "change"), led.guide.choices());
        assertEquals(GuideKind.FULL, led.choose(1).guide.kind());
        assertEquals(Step.PLAN, new Led(stored, Led.known()).choose(3).guide.step());
        assertEquals(List.of("full", "change"), new Led(GuideKind.FULL, Led.known()).guide.choices());
    }

    @ParameterizedTest
    @EnumSource(names = {"NOTE", "START", "PLAN", "SPEED"})
    void shouldWaitForATapWhateverTheBodyDoesWhenSomethingIsToBeChosen(Step step) {
        Led led = new Led(
                GuideKind.QUICK,
                switch (step) {
                    case NOTE -> Memory.fresh();
                    case START -> Led.known();
                    default -> new Memory(true, 0, -1, 0, 0, false);
                });
        if (step == Step.SPEED) {
            led.choose(0);
        }
        led.still().go(100).walk().go(30).run().go(200);
        assertEquals(step, led.guide.step());
        led.skip();
        assertEquals(step, led.guide.step(), "no choice can be skipped");
        assertEquals(List.of(), led.marks());
    }

    @ParameterizedTest
    @EnumSource(names = {"STAND", "BEND", "DRILL", "CHECK", "CLOSE"})
    void shouldSayStopAndNeverAdvanceWhenStepsComeInAStandingStep(Step step) {
        Led led = new Led(with(step), Led.known()).to(step);
        int turn = led.guide.turn();
        led.walk().go(0.1);
        assertTrue(led.guide.isRefused());
        assertEquals("stop", led.guide.line());
        assertNotEquals(turn, led.guide.turn());
        // What would advance it counts for nothing while the feet step.
        led.bend(2).drill(3, true).go(300);
        assertEquals(step, led.guide.step());
        assertTrue(led.guide.skipped().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"STAND, STAND", "BEND, STAND", "DRILL, STAND", "CHECK, CHECK", "CLOSE, CLOSE"})
    void shouldGoBackToAStandWhenTheBodyStandsAgain(Step step, Step back) {
        Led led = new Led(with(step), Led.known()).to(step);
        led.walk().go(5).fidget().go(0.2);
        assertEquals(back, led.guide.step());
        assertFalse(led.guide.isRefused());
        if (back != step) {
            assertEquals(Phase.WALK, led.marks().get(led.marks().size() - 2), "what the legs did was no " + step);
            led.still().go(6);
            assertEquals(step, led.guide.step(), "and then the movement again");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STAND", "BEND", "DRILL", "CHECK"})
    void shouldTakeAMinuteOfRunningAsSkippingSinceNoHandIsFree(Step step) {
        Led led = new Led(with(step), Led.known()).to(step);
        led.run().go(59);
        assertEquals(step, led.guide.step());
        led.go(3);
        assertEquals(Step.BASELINE, led.guide.step());
        assertTrue(led.guide.skipped().contains(step), led.guide.skipped().toString());
        assertEquals(Phase.BASELINE, led.marks().getLast());
    }

    @ParameterizedTest
    @CsvSource({
        "STRAP, 2",
        "STAND, 5",
        "WALK, 20",
        "GO, 3",
        "BASELINE, 120",
        "NEUTRAL, 120",
        "CLOSE, 5",
    })
    void shouldAdvanceNoSoonerThanItsRowSays(Step step, double seconds) {
        Led led = new Led(step == Step.NEUTRAL ? GuideKind.FULL : GuideKind.QUICK, Led.known()).to(step);
        Runnable body = switch (step) {
            case STRAP -> led::fidget;
            case WALK -> led::walk;
            case GO, BASELINE, NEUTRAL -> led::run;
            default -> led::still;
        };
        if (step == Step.GO) {
            led.walk().go(1);
        }
        body.run();
        led.go(seconds - 0.2);
        assertEquals(step, led.guide.step());
        led.go(0.4);
        assertNotEquals(step, led.guide.step());
    }

    @Test
    void shouldCountNoStillnessFromBeforeTheStep() {
        Led led = new Led(GuideKind.QUICK, Led.known()).still();
        led.go(30).choose(0).go(2.2);
        assertEquals(Step.STAND, led.guide.step());
        led.go(4.5);
        assertEquals(Step.STAND, led.guide.step(), "the road has seen this stand for as long only");
        led.go(0.6);
        assertEquals(Step.DRILL, led.guide.step());
    }

    @Test
    void shouldGoOnByATapOrInTimeWhenTheClipHangsAskew() {
        Led led = new Led(GuideKind.QUICK, Led.known()).to(Step.STRAP);
        led.lying().go(10);
        assertEquals(Step.STRAP, led.guide.step());
        led.choose(0);
        assertEquals(Step.STAND, led.guide.step());
        led = new Led(GuideKind.QUICK, Led.known()).to(Step.STRAP);
        led.lying().go(Step.STRAP.timeoutS() + 1);
        assertEquals(Step.STAND, led.guide.step());
    }

    @ParameterizedTest
    @EnumSource(names = {"STRAP", "STAND", "BEND", "DRILL", "CHECK"})
    void shouldGoOnWithTheNextWhenTimeIsUp(Step step) {
        Led led = new Led(with(step), Led.known()).to(step);
        led.lying().fidget().go(step.timeoutS() - 1);
        assertEquals(step, led.guide.step());
        led.go(2);
        assertEquals(with(step).after(step), led.guide.step());
        assertEquals(Set.of(step), led.guide.skipped());
    }

    @ParameterizedTest
    @EnumSource(names = {"WALK", "GO", "BASELINE", "NEUTRAL", "RUN"})
    void shouldWaitForEverWhenTheBodyIsToRun(Step step) {
        Led led = new Led(GuideKind.FULL, new Memory(true, 1, 6, 10_000, 300, false)).to(step);
        led.fidget().go(3600);
        assertEquals(step, led.guide.step());
    }

    @ParameterizedTest
    @CsvSource({
        "QUICK, STAND, 75",
        "FULL, STAND, 90",
        "FULL, BEND, 90",
        "FULL, DRILL, 95",
        "FULL, NEUTRAL, 85",
        "FULL, CHECK, 95"
    })
    void shouldCostConfidenceAndNeverTheRunWhenAStepIsSkipped(GuideKind kind, Step step, int pct) {
        Led led = new Led(kind, Led.known()).to(step);
        led.skip();
        assertEquals(kind.after(step), led.guide.step());
        assertEquals(pct, led.guide.confidencePct());
        led.to(Step.RUN);
        assertEquals(Phase.RUN, led.marks().getLast());
    }

    @Test
    void shouldTellWhatAStartCanComeToWhenNothingIsSkipped() {
        assertEquals(80, new Led(GuideKind.QUICK, Led.known()).guide.confidencePct());
        assertEquals(95, new Led(GuideKind.FULL, Led.known()).guide.confidencePct());
        assertEquals(85, new Led(GuideKind.RETURNING, Led.known()).guide.confidencePct());
        for (Placement placement : Placement.values()) {
            GuideParams params = new GuideParams(GuideKind.RETURNING, placement, true, List.of(), false);
            assertEquals(
                    switch (placement) {
                        case DUAL -> 75;
                        case THORACOLUMBAR -> 60;
                        case SACRAL -> 50;
                    },
                    new Led(params, Led.known()).guide.confidencePct());
        }
    }

    @Test
    void shouldDoADrillOnceMoreAndThenLeaveItWhenItWasNotGood() {
        Led led = new Led(GuideKind.QUICK, Led.known()).to(Step.DRILL);
        led.fidget().drill(3, false).go(5.2);
        assertEquals(Step.STAND, led.guide.step());
        assertEquals("drill.slower", led.guide.line());
        led.still().go(6).fidget().drill(3, false).go(5.2);
        assertEquals(Step.CHECK, led.guide.step());
        assertEquals(Set.of(Step.DRILL), led.guide.skipped());
    }

    @Test
    void shouldPassOverWalkingAndWaitingWhenTheRunnerRunsAtOnce() {
        Led led = new Led(GuideKind.QUICK, Led.known()).to(Step.WALK);
        led.run().go(3.2);
        assertEquals(Step.BASELINE, led.guide.step());
    }

    @Test
    void shouldCountRunningOnlyAndKeepItOverAPauseOfFiveMinutes() {
        Led led = new Led(GuideKind.QUICK, Led.known()).to(Step.BASELINE);
        led.run().go(100).fidget().go(299);
        assertEquals("pause", led.guide.line());
        led.run().go(15);
        assertEquals(Step.BASELINE, led.guide.step());
        assertEquals("baseline", led.guide.line());
        led.go(6);
        assertEquals(Step.RUN, led.guide.step());
    }

    @Test
    void shouldCountAnewWhenThePauseWasLonger() {
        Led led = new Led(GuideKind.QUICK, Led.known()).to(Step.BASELINE);
        led.run().go(100).fidget().go(302);
        assertEquals("again", led.guide.line());
        led.run().go(100);
        assertEquals(Step.BASELINE, led.guide.step());
        led.go(30);
        assertEquals(Step.RUN, led.guide.step());
    }

    @Test
    void shouldIgnoreATapWhenItAnswersAnotherTurnOrNothing() {
        Led led = new Led(GuideKind.QUICK, Memory.fresh());
        int turn = led.guide.turn();
        led.choose(0);
        assertEquals(Step.PLAN, led.guide.step());
        led.tap(turn, "choose", 0);
        assertEquals(Step.PLAN, led.guide.step(), "the finger was twice on the same button");
        led.choose(7).choose(-1).tap(led.guide.turn(), "dance", 0);
        assertEquals(Step.PLAN, led.guide.step());
        assertEquals(1, led.guide.taps());
    }

    @Test
    void shouldPlayStrongerPulsesUntilTwoAnswersAreRight() {
        Led led = new Led(GuideKind.QUICK, Led.known()).to(Step.CHECK);
        led.answer(true).answer(false).answer(true).answer(true);
        assertEquals(Step.WALK, led.guide.step());
        assertEquals(
                List.of(150, 150, 300, 300),
                led.all(Order.Pulses.class).stream().map(Order.Pulses::pulseMs).toList());
        assertEquals(List.of(new Order.AtLeast(300)), led.all(Order.AtLeast.class));
        assertEquals(300, led.guide.memory().feltMs());
        assertEquals(List.of(), led.all(Order.Tone.class));
    }

    @Test
    void shouldChooseAnotherChannelWhenTheStrongestIsNotFelt() {
        Led led = new Led(GuideKind.QUICK, Led.known()).to(Step.CHECK);
        led.answer(false).answer(false).answer(false);
        assertEquals(Step.WALK, led.guide.step());
        assertTrue(led.guide.memory().unfelt());
        assertEquals(List.of(new Order.Tone()), led.all(Order.Tone.class));
        assertEquals(List.of(), led.all(Order.AtLeast.class));
    }

    @Test
    void shouldPlayAnewWhenNobodyAnswersAndNotAskWhereThereIsNoMotor() {
        Led led = new Led(GuideKind.QUICK, Led.known()).to(Step.CHECK);
        led.go(60);
        assertTrue(
                led.all(Order.Pulses.class).size() >= 2,
                led.all(Order.Pulses.class).toString());
        GuideParams without = new GuideParams(GuideKind.QUICK, Placement.DUAL, false, List.of(), false);
        led = new Led(without, Led.known()).to(Step.RUN);
        assertEquals(List.of(), led.all(Order.Pulses.class));
        assertEquals(1, led.guide.taps());
    }

    @Test
    void shouldTakeNoAnswerBeforeAnythingWasPlayed() {
        Led led = new Led(GuideKind.QUICK, Led.known()).to(Step.CHECK);
        for (int i = 0; i < 4; i++) {
            led.choose(i);
        }
        assertEquals(Step.CHECK, led.guide.step());
        assertEquals(0, led.guide.count());
        led.answer(true).answer(true);
        assertEquals(150, led.guide.memory().feltMs());
    }

    @Test
    void shouldHushWhenStepsComeIntoTheCheck() {
        Led led = new Led(GuideKind.QUICK, Led.known()).to(Step.CHECK);
        led.go(2).walk().go(0.1);
        assertEquals(1, led.all(Order.Hush.class).size());
        int played = led.all(Order.Pulses.class).size();
        led.go(30);
        assertEquals(played, led.all(Order.Pulses.class).size(), "standing only");
    }

    @Test
    void shouldEndWithAStandWhenAskedAndAtOnceWhenAskedAgain() {
        Led led = new Led(GuideKind.QUICK, Led.known()).to(Step.STAND);
        assertFalse(led.guide.end(), "nothing to close yet");
        led.to(Step.RUN).run().go(60);
        assertTrue(led.guide.end());
        assertEquals(Step.CLOSE, led.guide.step());
        assertFalse(led.guide.end());
        led.walk().go(5).still().go(6);
        assertEquals(Step.DONE, led.guide.step());
        assertEquals(Phase.END, led.marks().getLast());
    }

    @Test
    void shouldCloseByItselfWhenThePlanIsOverAndGoOnWhenTheRunnerDoes() {
        Led led = new Led(GuideKind.QUICK, new Memory(true, 1, 0, 0, 0, false)).to(Step.RUN);
        led.run().go(900).fidget().go(60).run().go(200);
        assertEquals(Step.RUN, led.guide.step(), "a pause is no end");
        led.go(300).fidget().go(19);
        assertEquals(Step.RUN, led.guide.step());
        led.go(2);
        assertEquals(Step.CLOSE, led.guide.step());
        led.run().go(6);
        assertEquals(Step.RUN, led.guide.step());
        assertEquals(Phase.RUN, led.marks().getLast());
        assertEquals(2, led.guide.memory().runs(), "one run");
    }

    @Test
    void shouldConfirmStoredNeutralsWithoutAWordAndSayWhenTheyDoNotFit() {
        Led led = new Led(GuideKind.RETURNING, Led.known()).to(Step.RUN);
        int turn = led.guide.turn();
        led.run().go(60).recalled(130, true).go(60);
        assertEquals(turn, led.guide.turn(), "silently");
        led = new Led(GuideKind.RETURNING, Led.known()).to(Step.RUN);
        led.run().go(60).recalled(130, false);
        assertEquals("refit", led.guide.line());
        led.go(21);
        assertEquals("run", led.guide.line());
    }

    @Test
    void shouldEndWithTheCalibrationWhenNoMoreIsWanted() {
        GuideParams only = new GuideParams(GuideKind.QUICK, Placement.DUAL, false, List.of(), true);
        Led led = new Led(only, Led.known()).to(Step.RUN).go(0.2);
        assertEquals(Step.CLOSE, led.guide.step());
    }

    @Test
    void shouldRefuseParametersThatMeanNothing() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new GuideParams(GuideKind.NONE, Placement.DUAL, false, List.of(), false));
        assertThrows(
                IllegalArgumentException.class,
                () -> new GuideParams(null, Placement.DUAL, false, List.of(300, 150), false));
        assertThrows(
                IllegalArgumentException.class,
                () -> new GuideParams(null, Placement.DUAL, false, List.of(1001), false));
        assertThrows(IllegalArgumentException.class, () -> new Memory(true, 0, 7, 0, 0, false));
        assertEquals(List.of(150, 300, 500, 1000), GuideParams.strengths(150, 300));
        assertEquals(List.of(600, 1000), GuideParams.strengths(600, 1000));
    }
}
