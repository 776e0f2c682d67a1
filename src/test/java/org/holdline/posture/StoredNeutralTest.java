package org.holdline.posture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;

/** A neutral learned in another mounting, on this one's stand. */
class StoredNeutralTest {
    private static final StoredNeutral SLOW = new StoredNeutral(8_000, 0, 2_000, 400);
    private static final StoredNeutral QUICK = new StoredNeutral(12_000, 1_000, 5_000, 2_200);

    private static Stepper stepper(Placement placement) {
        return new Stepper(placement, PostureParams.defaults().withRunner(3_000, List.of(SLOW, QUICK)));
    }

    @Test
    void shouldTakeTheNearestWithinReachWhenTheBeltIsKnown() {
        List<StoredNeutral> stored = List.of(SLOW, QUICK, new StoredNeutral(12_500, 2_000, 0, 0));
        assertEquals(0, StoredNeutral.nearest(stored, 9_000, 1_000));
        assertEquals(-1, StoredNeutral.nearest(stored, 9_001, 0), "more than 1 km/h away");
        assertEquals(-1, StoredNeutral.nearest(stored, 8_000, 1_001), "more than 1 %");
        assertEquals(1, StoredNeutral.nearest(stored, 12_200, 1_200));
        assertEquals(2, StoredNeutral.nearest(stored, 12_400, 1_900));
        assertEquals(0, StoredNeutral.nearest(stored, 8_000, Sample.UNKNOWN), "taken as level");
        assertEquals(-1, StoredNeutral.nearest(stored, Sample.UNKNOWN, 0));
    }

    @Test
    void shouldJudgeFromTheFirstStrideWhenTheStandIsKnown() {
        Stepper stepper = stepper(Placement.SACRAL).aligned();
        stepper.posture.belt(8_400, 0);
        Verdict verdict = stepper.step(8, 0);
        assertEquals(NeutralKind.STANDING, verdict.neutral);
        assertEquals(6_000, verdict.deviationMdeg, 60, "8 degrees from the stand, 2 of them the runner's own");
        assertTrue(verdict.reason.isJudged(), verdict.reason.toString());
        stepper.posture.belt(12_000, 800);
        verdict = stepper.step(8, 0);
        assertEquals(3_000, verdict.deviationMdeg, 60, "another speed, another neutral");
        assertEquals(4_400, verdict.thresholdMdeg, "two spreads of the stored one");
        stepper.posture.belt(16_000, 0);
        assertEquals(3_000, stepper.step(8, 0).deviationMdeg, 60, "none for this speed: the last one stays");
    }

    /** Backward is toward arching at the thoracolumbar junction. */
    @Test
    void shouldReadTheOffsetInTheMetricsSenseWhenTheClipSitsHigh() {
        Stepper stepper = stepper(Placement.THORACOLUMBAR).aligned();
        stepper.posture.belt(8_000, 0);
        assertEquals(4_000, stepper.step(-6, 0).deviationMdeg, 60);
    }

    @Test
    void shouldLearnAsWithoutWhenNobodyStoodOrSaidASpeed() {
        Stepper noStand = stepper(Placement.SACRAL).aligned(false, true);
        noStand.posture.belt(8_000, 0);
        assertEquals(Reason.LEARNING, noStand.step(8, 0).reason);
        Stepper noSpeed = stepper(Placement.SACRAL).aligned();
        noSpeed.posture.belt(Sample.UNKNOWN, Sample.UNKNOWN);
        assertEquals(Reason.LEARNING, noSpeed.step(8, 0).reason);
    }

    @Test
    void shouldGiveWayToThisMountingsOwnWhenOneIsMarked() {
        Stepper stepper = stepper(Placement.SACRAL).aligned();
        stepper.posture.belt(8_000, 0);
        stepper.step(1, 0);
        stepper.neutral(60, 1, 0);
        Verdict verdict = stepper.step(1, 0);
        assertEquals(NeutralKind.DRILL, verdict.neutral);
        // The reference followed the stored one a little meanwhile.
        assertEquals(0, verdict.deviationMdeg, 250);
        stepper.posture.belt(12_000, 1_000);
        assertEquals(0, stepper.step(1, 0).deviationMdeg, 250, "and stays");
    }
}
