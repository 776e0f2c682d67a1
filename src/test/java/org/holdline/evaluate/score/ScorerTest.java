package org.holdline.evaluate.score;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.holdline.evaluate.runner.Scenario;
import org.holdline.sample.Placement;
import org.junit.jupiter.api.Test;

class ScorerTest {
    @Test
    void shouldCountHitsAndFalseOnesWhenVerdictsAreKnown() {
        Marks marks = new Made()
                .run(2, 0, 0, false)
                .run(80, 0, 0, false)
                .run(20, 0, 0, true)
                .run(90, 8, 0, true)
                .run(10, 8, 0, false)
                .score();
        assertCounts(90, 110, marks, Measure.PRECISION);
        assertCounts(90, 100, marks, Measure.RECALL);
        assertCounts(0, 200, marks, Measure.UNJUDGED);
    }

    @Test
    void shouldCountNothingBetweenCleanAndArchedWhenOver() {
        Marks marks = new Made()
                .run(2, 0, 0, false)
                .run(50, 3, 0, true)
                .run(50, 5.9, 0, false)
                .score();
        assertCounts(0, 0, marks, Measure.PRECISION);
        assertCounts(0, 0, marks, Measure.RECALL);
    }

    @Test
    void shouldWantEightDegreesWhenThereIsOneClip() {
        Made made = new Made().run(2, 0, 0, false).run(10, 7, 0, true).run(10, 8, 0, true);
        made.placement = Placement.THORACOLUMBAR;
        assertCounts(10, 10, made.score(), Measure.PRECISION);
    }

    @Test
    void shouldCountNothingInATransitionWhenPostureHasJustChanged() {
        Made made = new Made().run(2, 0, 0, false);
        for (int i = 0; i < 10; i++) {
            made.step(8, 0, 0, 4.9);
        }
        for (int i = 0; i < 5; i++) {
            made.step(8, 0, 0, 5.1);
        }
        assertCounts(0, 5, made.score(), Measure.RECALL);
    }

    @Test
    void shouldCountAsMissedWhenAnArchedStepIsNotJudged() {
        Marks marks = new Made()
                .run(2, 0, 0, false)
                .run(30, 8, 0, true)
                .unheard(10, 8)
                .score();
        assertCounts(30, 40, marks, Measure.RECALL);
        assertCounts(10, 40, marks, Measure.UNJUDGED);
    }

    @Test
    void shouldCountAgainstPrecisionWhenAStepIsInvented() {
        Made made = new Made().run(2, 0, 0, false).run(9, 8, 0, true);
        made.said.add(new Heard.Said(made.nowUs() + 5_000_000, true, true));
        assertCounts(9, 10, made.score(), Measure.PRECISION);
    }

    @Test
    void shouldCountALeanAsCleanWhenCalledOver() {
        Marks marks = new Made().run(2, 0, 0, false).run(30, 0, 8, true).score();
        assertCounts(0, 30, marks, Measure.PRECISION);
    }

    @Test
    void shouldCountApartWhenTheClipHasMoved() {
        Made made = new Made().run(2, 0, 0, false).run(6, 8, 0, true).run(3, 0, 0, true);
        made.slidDeg = -2;
        Marks marks = made.run(4, 0, 0, true).score();
        assertCounts(6, 13, marks, Measure.PRECISION);
        assertCounts(6, 9, marks, Measure.PRECISION_STILL_CLIP);
    }

    @Test
    void shouldSeeOnlyTheTrunkWhenAPerfectSensorSitsThere() {
        Made made = new Made().run(2, 0, 0, false).run(10, 9, 0, false);
        for (int i = 0; i < 4; i++) {
            made.step(0, 0, 5, 60);
        }
        made.placement = Placement.THORACOLUMBAR;
        Marks thoracolumbar = made.score();
        assertCounts(0, 10, thoracolumbar, Measure.PERFECT_RECALL);
        assertCounts(0, 4, thoracolumbar, Measure.PERFECT_PRECISION);
        made.placement = Placement.SACRAL;
        assertCounts(10, 10, made.score(), Measure.PERFECT_RECALL);
    }

    @Test
    void shouldHoldACallAgainstTheBonesOfItsOwnPlace() {
        Made made = new Made().run(2, 0, 0, false);
        made.seen(5, 3, true)
                .seen(4, 4.5, true)
                .seen(2, 2.9, true)
                .seen(1, 1.5, true)
                .seen(3, 6, false);
        made.slidDeg = 2;
        made.seen(7, 1, true);
        made.placement = Placement.THORACOLUMBAR;
        Marks marks = made.score();
        assertCounts(9, 19, marks, Measure.SEEN_PRECISION);
        assertCounts(9, 12, marks, Measure.SEEN_RECALL);
        assertCounts(4, 12, marks, Measure.SEEN_CLEAR_PRECISION);
        assertCounts(4, 7, marks, Measure.SEEN_CLEAR_RECALL);
        assertCounts(4, 5, marks, Measure.SEEN_STILL_PRECISION);
        made.placement = Placement.SACRAL;
        assertCounts(0, 19, made.score(), Measure.SEEN_PRECISION);
    }

    @Test
    void shouldTellF1AndTimingWhenStepsAreKnown() {
        Made made = new Made().run(40, 0, 0, false).unheard(5, 0).run(40, 0, 0, false);
        made.found.set(
                3,
                new Heard.Found(
                        made.found.get(3).contactUs() + 8000, made.found.get(3).toeOffUs(), 1500));
        made.found.add(new Heard.Found(made.nowUs() + 3_000_000, made.nowUs() + 3_200_000, 1500));
        Marks marks = made.score();
        assertCounts(80, 86, marks, Measure.STEPS);
        assertAll(
                () -> assertEquals(160.0 / 166, marks.value(Measure.STEPS), 1e-12),
                () -> assertEquals(0.1, marks.value(Measure.CONTACT_BIAS), 1e-12),
                () -> assertEquals(0, marks.value(Measure.TOE_OFF_BIAS), 1e-12),
                () -> assertEquals(-0.1, marks.value(Measure.CONTACT_TIME_BIAS), 1e-12),
                () -> assertEquals(0, marks.value(Measure.CADENCE_ERROR), 1e-9));
    }

    @Test
    void shouldCompareTheFirstPatternWithTheTruth() {
        Made made = new Made().run(5, 0, 0, false);
        made.scenario = Scenario.LATE;
        made.patterns = List.of("late", "early");
        assertCounts(1, 1, made.score(), Measure.PATTERNS);
        made.patterns = List.of("early", "late");
        assertCounts(0, 1, made.score(), Measure.PATTERNS);
        made.scenario = Scenario.CREEP;
        assertCounts(1, 1, made.score(), Measure.LATE_FROM_CREEP);
        made.scenario = Scenario.BLOCKS;
        assertCounts(0, 0, made.score(), Measure.PATTERNS);
    }

    private static void assertCounts(double hits, double total, Marks marks, Measure measure) {
        assertEquals(hits + " of " + total, marks.hits(measure) + " of " + marks.total(measure), measure.name());
    }
}
