package org.holdline.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.holdline.sample.Inertial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualityTest {
    private static final int ACCEL_RANGE = 156_906_400;
    private static final int GYRO_RANGE = 34_906_585;

    private final Quality quality = new Quality(ACCEL_RANGE, GYRO_RANGE);
    private final Inertial now = new Inertial();
    private final Inertial before = new Inertial();
    private long timeUs;

    private void sample() {
        quality.sample(timeUs, now, before);
        before.copyFrom(now);
        timeUs += 5000;
    }

    /** Samples that differ from one another. */
    private void lively(int count) {
        for (int i = 0; i < count; i++) {
            now.gzUrads++;
            sample();
        }
    }

    private void same(int count) {
        for (int i = 0; i < count; i++) {
            sample();
        }
    }

    private void saturated(int count) {
        now.axUms2 = ACCEL_RANGE;
        lively(count);
        now.axUms2 = 0;
    }

    private void bridged(int count) {
        for (int i = 0; i < count; i++) {
            quality.bridged();
        }
    }

    /** A step of a hundred samples. */
    private boolean step(int saturated, int bridged) {
        lively(100 - saturated - bridged);
        saturated(saturated);
        bridged(bridged);
        return quality.endStep(0);
    }

    @ParameterizedTest
    @CsvSource({"9, 0, false", "10, 10, true", "11, 11, true", "250, 250, true"})
    void shouldCountEverySampleOfARunOfTenWhenTheSensorHangs(int alike, int stuck, boolean hangs) {
        lively(5);
        same(alike - 1);
        assertEquals(stuck, quality.stuck());
        assertEquals(hangs, quality.isStuck());
        lively(1);
        assertFalse(quality.isStuck());
        assertEquals(stuck, quality.stuck());
    }

    @Test
    void shouldCountRunsApartWhenTheSensorHangsTwice() {
        lively(1);
        same(9);
        lively(1);
        same(14);
        lively(1);
        same(8);
        assertEquals(25, quality.stuck());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void shouldNotCallASensorStuckWhenAnyOneNumberMoves(int axis) {
        for (int i = 0; i < 50; i++) {
            set(axis, i);
            sample();
        }
        assertEquals(0, quality.stuck());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void shouldCountASampleWhenAnyAxisIsAtTheRail(int axis) {
        int range = axis < 3 ? ACCEL_RANGE : GYRO_RANGE;
        int[] values = {range, -range, range - range / 1000, -range + range / 1000, range / 2};
        for (int value : values) {
            set(axis, value);
            sample();
        }
        assertEquals(4, quality.saturated());
        set(axis, range - range / 1000 - 1);
        sample();
        assertEquals(4, quality.saturated(), "just below the rail");
    }

    private void set(int axis, int value) {
        switch (axis) {
            case 0 -> now.axUms2 = value;
            case 1 -> now.ayUms2 = value;
            case 2 -> now.azUms2 = value;
            case 3 -> now.gxUrads = value;
            case 4 -> now.gyUrads = value;
            default -> now.gzUrads = value;
        }
    }

    @Test
    void shouldCountASampleOnceWhenSeveralAxesAreAtTheRail() {
        now.axUms2 = ACCEL_RANGE;
        now.ayUms2 = -ACCEL_RANGE;
        now.gxUrads = GYRO_RANGE;
        sample();
        assertEquals(1, quality.saturated());
    }

    @Test
    void shouldCountNothingAsSaturatedWhenTheRangeIsNotKnown() {
        Quality unknown = new Quality(0, 0);
        now.axUms2 = Inertial.MAX_ACCEL_UMS2;
        now.gxUrads = -Inertial.MAX_GYRO_URADS;
        unknown.sample(0, now, before);
        assertEquals(0, unknown.saturated());
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true", "3, 0, true", "4, 0, false", "0, 20, true", "0, 21, false", "3, 20, true"})
    void shouldRefuseAStrideWhenTooMuchOfAStepIsAtTheRailOrBridged(int saturated, int bridged, boolean good) {
        assertTrue(step(0, 0));
        assertEquals(good, step(saturated, bridged));
        assertEquals(good, step(0, 0), "a stride is two steps");
        assertTrue(step(0, 0), "what was bad is over");
    }

    @Test
    void shouldRefuseTheStrideThatHoldsABreak() {
        lively(100);
        quality.broken(300_000);
        assertFalse(quality.endStep(299_999));
        assertFalse(quality.endStep(300_000));
        assertTrue(quality.endStep(300_001));
    }

    @Test
    void shouldRefuseTheStrideInWhichTheSensorHung() {
        lively(10);
        same(9);
        long hungUs = timeUs - 5000;
        lively(80);
        assertFalse(quality.endStep(hungUs - 1));
        assertFalse(quality.endStep(hungUs));
        assertTrue(quality.endStep(hungUs + 1));
    }
}
