package org.holdline.clip.imu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleClockTest {
    private static final long NOMINAL_NS = 5_000_000;
    private static final long START_NS = 77_123_456_789L;

    /** Samples noticed late by up to a period, every hundredth by up to 100 ms more. */
    private static long lateNs(Random random) {
        return (long) random.nextInt(4_500_000) + (random.nextInt(100) == 0 ? (long) random.nextInt(100_000_000) : 0L);
    }

    private static SampleClock fed(double periodNs, int samples, long seed) {
        SampleClock clock = new SampleClock(NOMINAL_NS);
        Random random = new Random(seed);
        for (int k = 0; k < samples; k++) {
            assertEquals(0, clock.observe(k, START_NS + Math.round(k * periodNs) + lateNs(random)));
        }
        return clock;
    }

    @ParameterizedTest
    @ValueSource(ints = {-50_000, -9_000, -100, 0, 9_000, 50_000})
    void shouldFindThePeriodWhenSamplesAreNoticedLate(int ppm) {
        double trueNs = NOMINAL_NS / (1 + ppm * 1e-6);
        double worstStartPpm = 0;
        double worstPpm = 0;
        double worstUs = 0;
        for (long seed = 1; seed <= 20; seed++) {
            SampleClock early = fed(trueNs, 520, seed);
            assertTrue(early.isSettled());
            worstStartPpm = Math.max(worstStartPpm, Math.abs(early.periodQ16() / 65536.0 / trueNs - 1) * 1e6);
            SampleClock late = fed(trueNs, 12_000, seed);
            worstPpm = Math.max(worstPpm, Math.abs(late.periodQ16() / 65536.0 / trueNs - 1) * 1e6);
            worstUs = Math.max(worstUs, Math.abs(late.timeNs(11_999) - START_NS - 11_999 * trueNs) * 1e-3);
        }
        System.out.printf(
                "sample clock %+d ppm: period off by %.0f ppm after 2.6 s, %.1f ppm later; instants by %.0f us%n",
                ppm, worstStartPpm, worstPpm, worstUs);
        assertTrue(worstStartPpm < 300, worstStartPpm + " ppm after two seconds");
        assertTrue(worstPpm < 30, worstPpm + " ppm after a minute");
        assertTrue(worstUs < 200, worstUs + " us");
    }

    @Test
    void shouldFollowWhenTheOscillatorWarmsUp() {
        SampleClock clock = new SampleClock(NOMINAL_NS);
        Random random = new Random(3);
        double at = START_NS;
        double worstUs = 0;
        double periodNs = NOMINAL_NS;
        for (int k = 0; k < 40_000; k++) {
            // 2000 ppm slower within three minutes.
            periodNs = NOMINAL_NS * (1 + 2e-3 * k / 40_000);
            at += periodNs;
            clock.observe(k, Math.round(at) + random.nextInt(4_500_000));
            if (k > 2000) {
                worstUs = Math.max(worstUs, Math.abs(clock.timeNs(k) - at) * 1e-3);
            }
        }
        assertEquals(periodNs, (double) clock.periodNs(), NOMINAL_NS * 100e-6);
        assertTrue(worstUs < 500, worstUs + " us");
    }

    @Test
    void shouldMendTheCountWhenASampleWasOverlooked() {
        SampleClock clock = fed(NOMINAL_NS, 1000, 5);
        Random random = new Random(6);
        int slips = 0;
        long number = 999;
        for (int k = 1003; k < 1300; k++) {
            number++;
            int slip = clock.observe(number, START_NS + k * NOMINAL_NS + random.nextInt(4_500_000));
            number += slip;
            slips += slip;
        }
        assertEquals(3, slips);
        assertEquals(1299, number);
        assertEquals(START_NS + 1299 * NOMINAL_NS, (double) clock.timeNs(1299), 300_000);
    }

    @Test
    void shouldBeginAnewWhenNumbersAreTakenBack() {
        SampleClock clock = new SampleClock(NOMINAL_NS);
        long seenNs = START_NS;
        for (int again = 0; again < 6; again++) {
            for (int number = 0; number < 64; number++) {
                seenNs += NOMINAL_NS;
                clock.observe(number, seenNs);
            }
        }
        for (int number = 64; number < 2000; number++) {
            seenNs += NOMINAL_NS;
            number += clock.observe(number, seenNs);
        }
        assertEquals(NOMINAL_NS, (double) clock.periodNs(), NOMINAL_NS * 1e-3);
    }

    @Test
    void shouldKeepThePeriodWhenItBeginsAnew() {
        SampleClock clock = fed(5_045_000, 3000, 7);
        clock.restart();
        assertEquals(5_045_000, (double) clock.periodNs(), 200);
        clock.observe(90_000, 999_000_000_000L);
        assertEquals(999_000_000_000L + 5_045_000, (double) clock.timeNs(90_001), 200);
    }

    @Test
    void shouldStampWithoutJumpsWhenTheLineMoves() {
        SampleClock clock = new SampleClock(NOMINAL_NS);
        Stamps stamps = new Stamps();
        Random random = new Random(8);
        double trueNs = NOMINAL_NS * 1.009;
        long before = 0;
        for (int k = 0; k < 20_000; k++) {
            clock.observe(k, START_NS + Math.round(k * trueNs) + lateNs(random));
            if (k == 500) {
                stamps.restart();
            }
            long stamp = stamps.stamp(k, clock);
            if (k > 500) {
                assertEquals(trueNs, (double) (stamp - before), NOMINAL_NS / 400.0, "interval at " + k);
                assertEquals(START_NS + k * trueNs, (double) stamp, 400_000, "instant at " + k);
            }
            before = stamp;
        }
    }
}
