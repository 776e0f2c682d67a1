package org.holdline.posture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class NeutralTest {
    /** Band at least 3 degrees and 2 spreads; 16 steps at least. */
    private final PostureParams params = PostureParams.defaults();

    private final Neutral neutral = new Neutral(params);

    /** Steps that alternate about a centre, so that their median is the centre and their MAD the swing. */
    private static void steps(IntConsumer to, int count, int centreMdeg, int swingMdeg) {
        for (int i = 0; i < count; i++) {
            to.accept(centreMdeg + (i % 2 == 0 ? swingMdeg : -swingMdeg));
        }
    }

    @Test
    void shouldKnowNothingWhenNothingWasLearned() {
        assertFalse(neutral.isKnown());
        assertEquals(NeutralKind.NONE, neutral.kind());
        assertEquals(3000, neutral.bandMdeg());
        assertEquals(0, neutral.provisionalMdeg());
        neutral.settleMarked();
        neutral.settleAutomatic();
        assertFalse(neutral.isKnown());
    }

    @Test
    void shouldTakeTheMarkedNeutralAsCentreAndTheEasyRunAsSpread() {
        steps(value -> neutral.addBaseline(value, 0), 80, 2500, 2000);
        neutral.beginMarked();
        steps(value -> neutral.addMarked(value, 0), 60, 1000, 200);
        neutral.settleMarked();
        assertEquals(NeutralKind.DRILL, neutral.kind());
        assertEquals(1000, neutral.centreMdeg());
        assertEquals(60, neutral.steps());
        assertEquals(1500, neutral.baselineOffsetMdeg(), "easy run minus neutral run");
        assertEquals(4000, neutral.bandMdeg(), "2 x 2000");
    }

    @Test
    void shouldKeepTheLeastBandWhenTheStepsHardlySpread() {
        steps(value -> neutral.addBaseline(value, 0), 80, 2500, 1499);
        steps(value -> neutral.addMarked(value, 0), 60, 1000, 200);
        neutral.settleMarked();
        assertEquals(3000, neutral.bandMdeg());
    }

    @Test
    void shouldMeasureTheSpreadAroundItsOwnCentreWhenTheEasyRunIsFarOff() {
        steps(value -> neutral.addBaseline(value, 0), 80, 20_000, 1800);
        steps(value -> neutral.addMarked(value, 0), 60, 0, 0);
        neutral.settleMarked();
        assertEquals(3600, neutral.bandMdeg(), "not the 20 degrees between the two runs");
    }

    @Test
    void shouldUseTheMarkedStepsAloneWhenThereIsNoEasyRun() {
        steps(value -> neutral.addBaseline(value, 0), params.minNeutralSteps() - 1, 9000, 9000);
        steps(value -> neutral.addMarked(value, 0), 60, 1000, 2500);
        neutral.settleMarked();
        assertEquals(1000, neutral.centreMdeg());
        assertEquals(0, neutral.baselineOffsetMdeg());
        assertEquals(5000, neutral.bandMdeg());
    }

    @Test
    void shouldKeepTheFirstMarkedNeutralWhenTheNextIsTooShort() {
        steps(value -> neutral.addMarked(value, 0), 60, 1000, 0);
        neutral.settleMarked();
        neutral.beginMarked();
        steps(value -> neutral.addMarked(value, 0), params.minNeutralSteps() - 1, 7000, 0);
        neutral.settleMarked();
        assertEquals(1000, neutral.centreMdeg());
        neutral.addMarked(7000, 0);
        neutral.settleMarked();
        assertEquals(7000, neutral.centreMdeg());
        assertEquals(params.minNeutralSteps(), neutral.steps());
    }

    @Test
    void shouldLearnFromWhatWasRunWhenNothingIsMarked() {
        steps(value -> neutral.addBaseline(value, 0), params.minNeutralSteps() - 1, 4000, 2000);
        neutral.settleAutomatic();
        assertFalse(neutral.isKnown());
        neutral.addBaseline(2000, 0);
        neutral.settleAutomatic();
        assertTrue(neutral.isKnown());
        assertEquals(NeutralKind.AUTOMATIC, neutral.kind());
        assertEquals(4000, neutral.centreMdeg());
        assertEquals(4000, neutral.bandMdeg());
        assertEquals(0, neutral.baselineOffsetMdeg());
        assertEquals(16, neutral.steps());
    }

    @Test
    void shouldLetTheMarkedNeutralReplaceTheAutomaticOne() {
        steps(value -> neutral.addBaseline(value, 0), 60, 4000, 0);
        neutral.settleAutomatic();
        neutral.beginMarked();
        steps(value -> neutral.addMarked(value, 0), 60, 1000, 0);
        neutral.settleMarked();
        assertEquals(NeutralKind.DRILL, neutral.kind());
        assertEquals(1000, neutral.centreMdeg());
        assertEquals(3000, neutral.baselineOffsetMdeg());
    }

    @Test
    void shouldShowTheCentreSoFarWhileItLearns() {
        neutral.addBaseline(2000, 0);
        assertEquals(2000, neutral.provisionalMdeg());
        neutral.addBaseline(4000, 0);
        assertEquals(3000, neutral.provisionalMdeg());
        steps(value -> neutral.addBaseline(value, 0), 14, 3000, 0);
        assertEquals(3000, neutral.provisionalMdeg());
        // From here on it is renewed with every sixteenth step only.
        for (int i = 0; i < 15; i++) {
            neutral.addBaseline(10_000, 0);
            assertEquals(3000, neutral.provisionalMdeg());
        }
        steps(value -> neutral.addBaseline(value, 0), 17, 10_000, 0);
        assertEquals(10_000, neutral.provisionalMdeg());
        neutral.addMarked(-1000, 0);
        assertEquals(-1000, neutral.provisionalMdeg(), "the marked phase counts as soon as it has a step");
    }

    /** Steps around two centres, the easy run's and the neutral run's, of one swing. */
    private void runs(int baselineMdeg, int neutralMdeg, int swingMdeg) {
        steps(value -> neutral.addBaseline(value, 0), 240, baselineMdeg, swingMdeg);
        neutral.beginMarked();
        steps(value -> neutral.addMarked(value, 0), 240, neutralMdeg, swingMdeg);
        neutral.settleMarked();
    }

    @Test
    void shouldTellTheNeutralApartWhenItDiffersByMoreThanTheNoise() {
        runs(2000, 0, 700);
        assertEquals(NeutralCheck.TOLD_APART, neutral.check());
        // 2 sqrt(2 x 0.7^2 x 2.2 x 30 / 240)
        assertEquals(1038, neutral.offsetNoiseMdeg(), 5);
    }

    @Test
    void shouldNotTellTheNeutralApartWhenItDiffersByLess() {
        runs(1000, 0, 700);
        assertEquals(NeutralCheck.NOT_TOLD_APART, neutral.check());
        assertEquals(NeutralKind.DRILL, neutral.kind(), "it is what was marked");
        assertEquals(1000, neutral.baselineOffsetMdeg());
    }

    @Test
    void shouldNeverCallHalfADegreeAPosture() {
        runs(499, 0, 10);
        assertEquals(NeutralCheck.NOT_TOLD_APART, neutral.check());
        assertEquals(500, neutral.offsetNoiseMdeg());
    }

    @Test
    void shouldRefuseAnOverTuckedNeutralAndTakeTheEasyRunInstead() {
        neutral.lowest(-9000);
        runs(-1000, -9001, 700);
        assertEquals(NeutralCheck.OVER_TUCKED, neutral.check());
        assertEquals(NeutralKind.AUTOMATIC, neutral.kind());
        assertEquals(-1000, neutral.centreMdeg());
    }

    @Test
    void shouldNotCallItATuckWhenTheRunnerAlwaysRunsSo() {
        neutral.lowest(-9000);
        runs(-9000, -9300, 700);
        assertEquals(NeutralCheck.NOT_TOLD_APART, neutral.check());
        assertEquals(-9300, neutral.centreMdeg());
    }

    @Test
    void shouldBeAStoredOffsetOnceTheClipSitsAnew() {
        runs(2000, 0, 700);
        neutral.stored();
        assertEquals(NeutralKind.STANDING, neutral.kind());
        assertEquals(0, neutral.centreMdeg());
    }
}
