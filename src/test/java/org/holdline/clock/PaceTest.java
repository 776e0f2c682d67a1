package org.holdline.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
    /** nanoTime may be anything, also negative. */
    private static final long START_NS = -3_000_000_000L;

    private final FakeClock clock = new FakeClock(START_NS);

    @ParameterizedTest
    @CsvSource({"1, 5000000", "8, 625000", "0.5, 10000000", "1000, 5000"})
    void shouldKeepStreamTimeWhenSpeedIsGiven(double speed, long stepNs) {
        Pace pace = new Pace(clock, speed);
        for (int i = 0; i < 1000; i++) {
            pace.await(i * 5000L, PaceTest::goOn);
            assertNear(START_NS + i * stepNs, clock.nowNs, 1);
        }
    }

    @Test
    void shouldNotWaitAtAllWhenSpeedIsEndless() {
        Pace pace = new Pace(clock, Double.POSITIVE_INFINITY);
        for (int i = 0; i < 100; i++) {
            pace.await(i * 1_000_000L, PaceTest::goOn);
        }
        assertEquals(START_NS, clock.nowNs);
        assertTrue(clock.parked.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7_000_000, 1_700_000_000_000_000L})
    void shouldStartAtOnceWhenTheStreamsClockIsElsewhere(long firstUs) {
        Pace pace = new Pace(clock, 1);
        pace.await(firstUs, PaceTest::goOn);
        assertEquals(START_NS, clock.nowNs);
        pace.await(firstUs + 1_000_000, PaceTest::goOn);
        assertNear(START_NS + 1_000_000_000, clock.nowNs, 1000);
    }

    @Test
    void shouldCatchUpWhenTheMachineWasLate() {
        Pace pace = new Pace(clock, 1);
        pace.await(0, PaceTest::goOn);
        clock.lateNs = 50_000_000;
        pace.await(5000, PaceTest::goOn);
        clock.lateNs = 0;
        // 10 to 55 ms of the stream are overdue and come at once; then the old beat goes on.
        int waits = clock.parked.size();
        for (long timeUs = 10_000; timeUs <= 55_000; timeUs += 5000) {
            pace.await(timeUs, PaceTest::goOn);
        }
        assertEquals(waits, clock.parked.size());
        pace.await(60_000, PaceTest::goOn);
        assertEquals(START_NS + 60_000_000, clock.nowNs);
    }

    @Test
    void shouldWaitOnWhenParkReturnsEarly() {
        clock.share = 0.3;
        Pace pace = new Pace(clock, 1);
        pace.await(0, PaceTest::goOn);
        pace.await(1_000_000, PaceTest::goOn);
        assertTrue(clock.nowNs >= START_NS + 1_000_000_000, "came back early");
    }

    @Test
    void shouldLookForAStopManyTimesASecondWhenTheWaitIsLong() {
        Pace pace = new Pace(clock, 1);
        pace.await(0, PaceTest::goOn);
        pace.await(10_000_000, () -> clock.nowNs >= START_NS + 100_000_000);
        assertTrue(clock.nowNs <= START_NS + 120_000_000, "noticed after " + (clock.nowNs - START_NS) + " ns");
        assertTrue(clock.parked.stream().allMatch(nanos -> nanos > 0 && nanos <= 20_000_000));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 8, Double.POSITIVE_INFINITY})
    void shouldStandStillAndThenKeepStreamTimeWhenItIsPaused(double speed) {
        Pace pace = new Pace(clock, speed);
        pace.await(0, PaceTest::goOn);
        pace.pause(true);
        assertTrue(pace.isPaused());
        pace.await(8_000_000, () -> {
            if (clock.nowNs >= START_NS + 60_000_000_000L) {
                pace.pause(false);
            }
            return false;
        });
        long streamNs = (long) (8_000_000_000L / speed);
        assertNear(START_NS + 60_000_000_000L + streamNs, clock.nowNs, 20_000_000);
        assertFalse(pace.isPaused());
    }

    @Test
    void shouldStartWithThePauseBehindItWhenItIsPausedBeforeTheFirstInstant() {
        Pace pace = new Pace(clock, 1);
        pace.pause(true);
        pace.await(5_000_000, () -> {
            pace.pause(clock.nowNs < START_NS + 1_000_000_000);
            return false;
        });
        long begunNs = clock.nowNs;
        pace.await(6_000_000, PaceTest::goOn);
        assertNear(begunNs + 1_000_000_000, clock.nowNs, 1);
    }

    @Test
    void shouldEndAtOnceWhenItIsStoppedDuringAPause() {
        Pace pace = new Pace(clock, 1);
        pace.await(0, PaceTest::goOn);
        pace.pause(true);
        pace.await(5000, () -> clock.nowNs >= START_NS + 100_000_000);
        assertTrue(clock.nowNs <= START_NS + 120_000_000, "noticed after " + (clock.nowNs - START_NS) + " ns");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.NEGATIVE_INFINITY})
    void shouldRefuseWhenSpeedIsNone(double speed) {
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> new Pace(clock, speed));
        assertTrue(error.getMessage().startsWith("speed=" + speed + ", expected"), error.getMessage());
    }

    private static boolean goOn() {
        return false;
    }

    private static void assertNear(long expected, long actual, long within) {
        assertTrue(Math.abs(expected - actual) <= within, "expected " + expected + ", was " + actual);
    }
}
