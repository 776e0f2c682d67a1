package org.holdline.posture;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrideSumsTest {
    private static final long SEED = 82_001;

    /** Two steps at the slowest rhythm that still is running. */
    private static final double LONGEST_STRIDE_S = 1.6;

    @ParameterizedTest
    @ValueSource(doubles = {50, 99.7, 200, 255.9, 256, 1000})
    void shouldSumWhatWasAddedWhenTheRingHasTurnedManyTimes(double rateHz) {
        SplittableRandom random = new SplittableRandom(SEED);
        StrideSums sums = new StrideSums(rateHz);
        int count = (int) (20 * rateHz);
        int[][] added = new int[count][3];
        for (int i = 0; i < count; i++) {
            for (int axis = 0; axis < 3; axis++) {
                added[i][axis] = random.nextInt(-400_000_000, 400_000_000);
            }
            sums.add(added[i][0], added[i][1], added[i][2]);
            int length = random.nextInt(1, (int) (LONGEST_STRIDE_S * rateHz));
            int from = i - length;
            if (from >= 0) {
                assertTrue(sums.holds(from), "seed " + SEED + ": " + length + " samples back of " + i);
                assertSums(sums, added, from, i);
                assertSums(sums, added, from, from + length / 2);
            }
        }
    }

    private static void assertSums(StrideSums sums, int[][] added, int from, int to) {
        long[] expected = new long[3];
        for (int i = from; i < to; i++) {
            for (int axis = 0; axis < 3; axis++) {
                expected[axis] += added[i][axis];
            }
        }
        String where = "seed " + SEED + ": " + from + ".." + to;
        assertAll(
                () -> assertEquals(expected[0], sums.sumX(from, to), where),
                () -> assertEquals(expected[1], sums.sumY(from, to), where),
                () -> assertEquals(expected[2], sums.sumZ(from, to), where));
    }

    @Test
    void shouldSayWhatIsGoneWhenAskedTooFarBack() {
        StrideSums sums = new StrideSums(50);
        for (int i = 0; i < 1000; i++) {
            sums.add(i, 0, 0);
        }
        long oldest = 999;
        while (sums.holds(oldest - 1)) {
            oldest--;
            assertEquals(sumOf(oldest, 999), sums.sumX(oldest, 999));
        }
        assertTrue(1000 - oldest >= LONGEST_STRIDE_S * 50, "holds " + (1000 - oldest));
        assertFalse(sums.holds(oldest - 2));
        assertFalse(sums.holds(0));
        assertFalse(sums.holds(-1), "before the first sample");
    }

    private static long sumOf(long from, long to) {
        return (to - from) * (from + to - 1) / 2;
    }

    @Test
    void shouldKeepItsSumsApartWhenTheSignalIsLarge() {
        StrideSums sums = new StrideSums(1000);
        int samples = 100_000;
        for (int i = 0; i < samples; i++) {
            sums.add(Integer.MAX_VALUE, Integer.MIN_VALUE, 1);
        }
        assertEquals(1000L * Integer.MAX_VALUE, sums.sumX(samples - 1001, samples - 1));
        assertEquals(1000L * Integer.MIN_VALUE, sums.sumY(samples - 1001, samples - 1));
        assertEquals(1000, sums.sumZ(samples - 1001, samples - 1));
    }
}
