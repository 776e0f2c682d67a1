package org.holdline.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {
    private static final long SEED = 20_260_115;

    @ParameterizedTest
    @CsvSource({"50, 0", "100, 1", "200, 2", "285.714, 2", "400, 4", "1000, 10"})
    void shouldAverageOverAboutTwentyMillisecondsAroundASampleWhenAllAreThere(double rateHz, int half) {
        History history = new History(rateHz);
        SplittableRandom random = new SplittableRandom(SEED);
        int[] force = new int[5000];
        for (int i = 0; i < force.length; i++) {
            force[i] = random.nextInt(-LowPass.MAX_VALUE, LowPass.MAX_VALUE + 1);
            history.add(i * 1000L, force[i], 0);
            assertEquals(i + 1, history.count());
            assertEquals(i - half, history.newest());
            if (history.newest() >= half) {
                long sum = 0;
                for (int k = -half; k <= half; k++) {
                    sum += force[(int) history.newest() + k];
                }
                assertEquals(sum / (2 * half + 1), history.smoothUg(history.newest()), "seed " + SEED);
            }
        }
    }

    @Test
    void shouldHoldTheForceItselfWhereNoAverageCanBe() {
        History history = new History(200);
        for (int i = 0; i < 10; i++) {
            history.add(i * 5000L, 100 + i * i, 0);
        }
        assertEquals(100, history.smoothUg(0));
        assertEquals(101, history.smoothUg(1));
        assertEquals(100 + (1 + 4 + 9 + 16) / 5, history.smoothUg(2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 63.9, 64, 100, 285.714, 1000})
    void shouldHoldAtLeastASecondWhenFull(double rateHz) {
        History history = new History(rateHz);
        for (int i = 0; i < 5000; i++) {
            history.add(i, i, 0);
        }
        assertTrue(history.newest() - history.oldest() >= rateHz - 25, "holds " + (5000 - history.oldest()));
        assertEquals(history.oldest(), history.timeUs(history.oldest()), "the oldest is not overwritten");
    }

    @Test
    void shouldFindTheLatestCrossingInTheAskedDirection() {
        History history = new History(50);
        int[] force = {0, 0, 500, 500, 0, 0, 600, 600};
        for (int i = 0; i < force.length; i++) {
            history.add(i * 20_000L, force[i], 0);
        }
        assertEquals(5, history.crossing(300, true, 0));
        assertEquals(3, history.crossing(300, false, 0));
        assertEquals(-1, history.crossing(300, true, 6), "searched back to 6 only");
        assertEquals(5, history.crossing(300, true, 5));
        assertEquals(-1, history.crossing(601, true, 0), "never that high");
        assertEquals(5, history.crossing(600, true, 0), "reaching the level is crossing it");
    }

    @Test
    void shouldInterpolateTheInstantOfACrossing() {
        History history = new History(50);
        history.add(1_000_000, 100, 0);
        history.add(1_020_000, 500, 0);
        history.add(1_040_000, 100, 0);
        history.add(1_060_000, 100, 0);
        assertEquals(1_005_000, history.crossingUs(0, 200));
        assertEquals(1_035_000, history.crossingUs(1, 200));
        assertEquals(1_040_000, history.crossingUs(2, 100), "level ground");
    }

    @Test
    void shouldSumTheRollRateBetweenTwoInstantsOnly() {
        History history = new History(50);
        for (int i = 0; i < 10; i++) {
            history.add(i * 20_000L, 0, 1 << i);
        }
        assertEquals((1 << 3) + (1 << 4) + (1 << 5), history.rollSum(60_000, 100_000));
        assertEquals(1 << 4, history.rollSum(60_001, 99_999));
        assertEquals(0, history.rollSum(300_000, 400_000));
        assertEquals(1023, history.rollSum(-1, 1_000_000));
    }
}
