package org.holdline.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The link of the design: +40 ppm, 4 to 11 ms each way, 3 % stalls of up to 150 ms. */
class ClockMapTest {
    private static final long MS = 1_000_000;
    private static final int PPM = 40;
    private static final long CLIP_AHEAD_US = 77_000_000_000L;
    private static final long PERIOD_NS = 500 * MS;

    private static long clipUs(long hostNs) {
        return CLIP_AHEAD_US + hostNs / 1000 + hostNs / 1000 * PPM / 1_000_000;
    }

    private static long delayNs(Random random) {
        long delay = 4 * MS + (long) (random.nextDouble() * 7 * MS);
        return random.nextInt(100) < 3 ? delay + (long) (random.nextDouble() * 150 * MS) : delay;
    }

    private static void ping(ClockMap map, Random random, long t1Ns) {
        long receivedNs = t1Ns + delayNs(random);
        map.add(t1Ns, clipUs(receivedNs), clipUs(receivedNs + 50_000), receivedNs + 50_000 + delayNs(random));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldStayWithinTwoAndAHalfMillisecondsWhenTheLinkStalls(long seed) {
        Random random = new Random(seed);
        ClockMap map = new ClockMap();
        int pings = 7200;
        long[] errorsNs = new long[pings];
        long now = 0;
        for (int i = 0; i < 120 + pings; i++) {
            ping(map, random, now);
            now += PERIOD_NS;
            if (i >= 120) {
                errorsNs[i - 120] = Math.abs(map.hostNs(clipUs(now)) - now);
            }
        }
        Arrays.sort(errorsNs);
        long p50Us = errorsNs[pings / 2] / 1000;
        long p99Us = errorsNs[pings * 99 / 100] / 1000;
        System.out.println("clock map, seed " + seed + ": p50 " + p50Us + " us, p99 " + p99Us + " us, most "
                + errorsNs[pings - 1] / 1000 + " us");
        assertTrue(p99Us <= 2500, "seed " + seed + ": p99 " + p99Us + " us");
        assertTrue(p50Us <= 1000, "seed " + seed + ": p50 " + p50Us + " us");
    }

    @Test
    void shouldBeExactWhenDelaysAreEqual() {
        ClockMap map = new ClockMap();
        for (int i = 0; i < 200; i++) {
            long now = i * PERIOD_NS;
            map.add(now, clipUs(now + 5 * MS), clipUs(now + 5 * MS), now + 10 * MS);
        }
        long now = 300 * PERIOD_NS;
        assertNear(now, map.hostNs(clipUs(now)), 20_000);
        assertNear(clipUs(now), map.clipUs(now), 20);
        assertNear(-PPM, map.driftPpm(), 1);
    }

    @Test
    void shouldKnowNothingWhenReset() {
        ClockMap map = new ClockMap();
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            ping(map, random, i * PERIOD_NS);
        }
        assertTrue(map.isSettled());
        map.reset();
        assertEquals(0, map.pings());
        assertTrue(!map.isKnown() && !map.isSettled());
    }

    private static void assertNear(long expected, long actual, long most) {
        assertTrue(Math.abs(actual - expected) <= most, () -> actual + ", expected " + expected + " +- " + most);
    }
}
