package org.holdline.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.holdline.sample.Act;
import org.holdline.sample.Phase;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapsTest {
    private static final long SEED = 85_001;
    private static final long PERIOD_US = 5000;

    private final Gaps gaps = new Gaps(PERIOD_US * 1000);
    private long atUs;

    private int next(long spanUs) {
        long fromUs = atUs;
        atUs += spanUs;
        return gaps.between(fromUs, atUs);
    }

    @ParameterizedTest
    @CsvSource({
        "5000, 0, 0, 0",
        "7500, 0, 0, 0",
        "7501, 1, 1, 1",
        "10000, 1, 1, 1",
        "12499, 1, 1, 1",
        "12500, 1, 2, 2",
        "15000, 1, 2, 2",
        "250000, 1, 49, 49",
        "60000000, 1, 11999, 11999"
    })
    void shouldCountWhatAGapLacksAndPutItIn(long spanUs, int count, int missing, int put) {
        assertEquals(put, next(spanUs));
        assertEquals(count, gaps.count());
        assertEquals(missing, gaps.missing());
    }

    @Test
    void shouldPutNothingInWhenLateSamplesAreMadeUpForByEarlyOnes() {
        // A host that stamps on arrival: now and then a sample comes late, and the next in time again.
        int put = 0;
        for (int i = 0; i < 1000; i++) {
            put += next(PERIOD_US);
            put += next(PERIOD_US + 3000);
            put += next(PERIOD_US - 3000);
        }
        assertEquals(1000, gaps.count(), "they are long all the same");
        assertTrue(put <= 2, "put in " + put);
    }

    @Test
    void shouldPutInAsManyAsWereLostWhenSamplesAreLostAtRandomUnderJitter() {
        for (int trial = 0; trial < 20; trial++) {
            SplittableRandom random = new SplittableRandom(SEED + trial);
            Gaps jittered = new Gaps(PERIOD_US * 1000);
            long lastUs = 0;
            int lost = 0;
            int put = 0;
            for (int i = 1; i <= 20_000; i++) {
                if (random.nextInt(50) == 0) {
                    lost++;
                } else {
                    long stampUs = i * PERIOD_US + random.nextLong(-1000, 1000);
                    put += jittered.between(lastUs, stampUs);
                    lastUs = stampUs;
                }
            }
            assertTrue(lost > 300, "seed " + (SEED + trial));
            assertEquals(lost, put, lost / 100.0 + 1, "seed " + (SEED + trial));
        }
    }

    @Test
    void shouldFollowAClockThatIsSlowWithoutPuttingAnythingIn() {
        for (int i = 0; i < 100_000; i++) {
            assertEquals(0, next(PERIOD_US + PERIOD_US / 50), "two per cent slow");
        }
        assertEquals(0, gaps.count());
        assertEquals(1, next(2 * PERIOD_US), "a real loss is still seen");
    }

    @Test
    void shouldForgetHowFarTheStampsWereAheadWhenGaitBeginsAnew() {
        for (int i = 0; i < 10; i++) {
            next(PERIOD_US - 1500);
        }
        next(Gaps.GAIT_RESTART_US + PERIOD_US);
        assertEquals(1, next(2 * PERIOD_US));
    }

    @Test
    void shouldNotOverflowWhenTheStampsLeapByYears() {
        assertTrue(next(100L * 365 * 86_400 * 1_000_000) >= 0);
        assertEquals(1, gaps.count());
        assertEquals(0, next(PERIOD_US));
    }

    @Test
    void shouldDrawAStraightLineBetweenTwoSamples() {
        Sample from = new Sample();
        Sample to = new Sample();
        from.timeUs = 1_000_000;
        to.timeUs = 1_020_000;
        from.speedMPerH = 10_000;
        to.speedMPerH = 12_000;
        from.marker = Phase.RUN;
        from.acts = Act.MUTE.bit();
        to.marker = Phase.END;
        to.acts = Act.UNMUTE.bit();
        // The extremes of an int lie farther apart than an int holds.
        from.lower.axUms2 = Integer.MIN_VALUE;
        to.lower.axUms2 = Integer.MAX_VALUE;
        to.lower.ayUms2 = 400;
        to.lower.azUms2 = -400;
        from.lower.gxUrads = 100;
        to.lower.gyUrads = 800;
        to.lower.gzUrads = 3;
        to.upper.axUms2 = 1200;
        to.upper.gzUrads = -1200;
        Sample out = new Sample();
        Gaps.between(from, to, 1, 4, out);
        assertEquals(1_005_000, out.timeUs);
        assertEquals(-1_073_741_825, out.lower.axUms2);
        assertEquals(100, out.lower.ayUms2);
        assertEquals(-100, out.lower.azUms2);
        assertEquals(75, out.lower.gxUrads);
        assertEquals(200, out.lower.gyUrads);
        assertEquals(0, out.lower.gzUrads);
        assertEquals(300, out.upper.axUms2);
        assertEquals(-300, out.upper.gzUrads);
        assertEquals(10_000, out.speedMPerH, "the belt as it was last told");
        assertNull(out.marker, "nothing begins between two samples");
        assertEquals(0, out.acts);
    }
}
