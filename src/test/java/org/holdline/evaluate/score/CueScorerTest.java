package org.holdline.evaluate.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.holdline.evaluate.runner.Scenario;
import org.junit.jupiter.api.Test;

class CueScorerTest {
    /** So long that a first minute of running is over. */
    private static final int SETTLED = 160;

    @Test
    void shouldBlameTheLeanWhenACueFallsIntoOne() {
        Marks marks = new Made()
                .run(SETTLED, 0, 0, false)
                .run(50, 0, 6, true)
                .cue()
                .run(50, 0, 6, true)
                .score();
        assertEquals(1, marks.hits(Measure.LEAN_CUES));
        assertEquals(0, marks.hits(Measure.FALSE_CUES));
        assertEquals(99 * Made.STEP_US / 3.6e9, marks.total(Measure.LEAN_CUES), 1e-9);
        assertEquals(SETTLED * Made.STEP_US / 3.6e9, marks.total(Measure.FALSE_CUES), 1e-9);
    }

    @Test
    void shouldBlameTheDetectorWhenACueFallsIntoCleanRunning() {
        Made made = new Made().run(SETTLED, 0, 0, false).cue().run(10, 0, 0, false);
        Marks marks = made.score();
        assertEquals(1, marks.hits(Measure.FALSE_CUES));
        made.scenario = Scenario.CREEP;
        assertEquals(1, made.score().hits(Measure.CREEP_CUES));
        assertEquals(0, made.score().hits(Measure.FALSE_CUES));
    }

    @Test
    void shouldTellApartWhenTheClipHasMoved() {
        Made made = new Made().run(SETTLED, 0, 0, false).cue();
        made.slidDeg = 1.2;
        Marks marks = made.run(50, 0, 0, false).cue().score();
        assertEquals(2, marks.hits(Measure.FALSE_CUES));
        assertEquals(1, marks.hits(Measure.FALSE_CUES_STILL_CLIP));
        assertEquals(SETTLED * Made.STEP_US / 3.6e9, marks.total(Measure.FALSE_CUES_STILL_CLIP), 1e-9);
    }

    @Test
    void shouldBlameNobodyWhenTheArchHasJustGone() {
        Marks marks = new Made()
                .run(SETTLED, 0, 0, false)
                .run(20, 8, 0, true)
                .run(20, 0, 0, false)
                .cue()
                .score();
        assertEquals(0, marks.hits(Measure.FALSE_CUES));
        // Ten seconds after the arch no cue can rest on it any more.
        Marks later = new Made()
                .run(SETTLED, 0, 0, false)
                .run(20, 8, 0, true)
                .run(30, 0, 0, false)
                .cue()
                .score();
        assertEquals(1, later.hits(Measure.FALSE_CUES));
    }

    @Test
    void shouldCountTheDelayFromTheOnsetWhenNothingSilences() {
        Marks marks = new Made()
                .run(SETTLED, 0, 0, false)
                .run(11, 8, 0, true)
                .cue()
                .run(60, 8, 0, true)
                .score();
        assertEquals(1, marks.hits(Measure.FIRST_CUE));
        assertEquals(4.001, marks.value(Measure.FIRST_CUE_DELAY), 1e-9);
    }

    @Test
    void shouldMissTheCueWhenItComesAfterFifteenSeconds() {
        Marks marks = new Made()
                .run(SETTLED, 0, 0, false)
                .run(40, 8, 0, true)
                .cue()
                .run(60, 8, 0, true)
                .score();
        assertEquals(0, marks.hits(Measure.FIRST_CUE));
        assertEquals(1, marks.total(Measure.FIRST_CUE));
    }

    @Test
    void shouldProveNothingWhenTheArchEndsBeforeACueIsDue() {
        Marks marks = new Made()
                .run(SETTLED, 0, 0, false)
                .run(30, 8, 0, false)
                .run(30, 0, 0, false)
                .score();
        assertEquals(0, marks.total(Measure.FIRST_CUE));
    }

    @Test
    void shouldWaitForTheCooldownWhenACueCameShortlyBefore() {
        Made made =
                new Made().run(SETTLED, 3, 0, true).cue().run(25, 3, 0, true).run(150, 8, 0, true);
        // Onset 10.4 s after the cue: due 60 s after it.
        made.cuesUs.add(made.cuesUs.getFirst() + 65_000_000);
        Marks marks = made.score();
        assertEquals(1, marks.hits(Measure.FIRST_CUE));
        assertEquals(5, marks.value(Measure.FIRST_CUE_DELAY), 1e-9);
    }

    @Test
    void shouldWaitHalfAMinuteWhenRunningGoesOnAfterAPause() {
        Made made = new Made().run(SETTLED, 0, 0, false).pause(20).run(170, 8, 0, true);
        long boutUs = (SETTLED + 1) * Made.STEP_US + 20_000_000;
        made.cuesUs.add(boutUs + 32_000_000);
        Marks marks = made.score();
        assertEquals(1, marks.hits(Measure.FIRST_CUE));
        assertEquals(2, marks.value(Measure.FIRST_CUE_DELAY), 1e-9);
    }

    @Test
    void shouldWaitForTheFirstMinuteWhenTheRunBeforeWasShorter() {
        Made made = new Made().run(50, 0, 0, false).pause(20).run(200, 8, 0, true);
        made.cuesUs.add(51 * Made.STEP_US + 20_000_000 + 62_000_000);
        Marks marks = made.score();
        assertEquals(1, marks.hits(Measure.FIRST_CUE));
        assertEquals(2, marks.value(Measure.FIRST_CUE_DELAY), 1e-9);
    }

    @Test
    void shouldWaitHalfAMinuteWhenTheBeltHasChanged() {
        Made made = new Made().run(SETTLED, 0, 0, false);
        made.speedKmh = 13;
        made.run(120, 8, 0, true);
        made.cuesUs.add((SETTLED + 1) * Made.STEP_US + 33_000_000);
        Marks marks = made.score();
        assertEquals(1, marks.hits(Measure.FIRST_CUE));
        assertEquals(3, marks.value(Measure.FIRST_CUE_DELAY), 1e-9);
    }

    private static Made twice(boolean thirdCue) {
        Made made = new Made()
                .run(SETTLED, 0, 0, false)
                .run(15, 8, 0, true)
                .cue()
                .run(150, 8, 0, true)
                .cue()
                .run(150, 8, 0, true);
        return (thirdCue ? made.cue() : made)
                .run(60, 8, 0, true)
                .run(30, 0, 0, false)
                .run(300, 8, 0, true);
    }

    @Test
    void shouldExpectNoCueWhileCuesRestThatChangedNothing() {
        assertEquals(2, twice(false).score().total(Measure.FIRST_CUE), "after two");
        assertEquals(1, twice(true).score().total(Measure.FIRST_CUE), "after three");
    }

    @Test
    void shouldExpectNoCueWhenHalfAnHourIsFull() {
        for (int cues = 11; cues <= 12; cues++) {
            Made made = new Made().run(SETTLED, 0, 0, false);
            for (int i = 0; i < cues; i++) {
                // Answered in five steps, over again after a minute.
                made.run(15, 8, 0, true).cue().run(5, 8, 0, true).run(150, 0, 0, false);
            }
            Marks marks = made.run(100, 8, 0, true).score();
            assertEquals(cues + (cues == 11 ? 1 : 0), marks.total(Measure.FIRST_CUE));
        }
    }

    @Test
    void shouldBeDueAgainWhenTheArchComesBackAfterAPause() {
        Marks marks = new Made()
                .run(SETTLED, 0, 0, false)
                .run(60, 8, 0, true)
                .pause(5)
                .run(250, 8, 0, false)
                .score();
        assertEquals(2, marks.total(Measure.FIRST_CUE));
        assertEquals(0, marks.hits(Measure.FIRST_CUE));
    }
}
