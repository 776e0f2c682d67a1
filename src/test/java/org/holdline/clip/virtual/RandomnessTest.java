package org.holdline.clip.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.holdline.clip.virtual.Randomness.Purpose;
import org.junit.jupiter.api.Test;

final class RandomnessTest {
    @Test
    void shouldDrawTheSameForOnePurposeWhenAnotherDrawsMore() {
        Randomness steps = new Randomness(9, Purpose.STEPS);
        Randomness again = new Randomness(9, Purpose.STEPS);
        Randomness response = new Randomness(9, Purpose.RESPONSE);
        for (int i = 0; i < 100; i++) {
            double expected = steps.unit();
            assertNotEquals(expected, response.unit());
            assertEquals(expected, again.unit());
        }
    }

    @Test
    void shouldSpreadEvenlyAndNormallyWhenDrawnOften() {
        Randomness draw = new Randomness(1, Purpose.RUNNER);
        int n = 100_000;
        double sum = 0;
        double normalSum = 0;
        double normalSquares = 0;
        for (int i = 0; i < n; i++) {
            double unit = draw.unit();
            assertTrue(unit >= 0 && unit < 1);
            sum += unit;
            double normal = draw.gaussian();
            normalSum += normal;
            normalSquares += normal * normal;
        }
        assertEquals(0.5, sum / n, 0.005);
        assertEquals(0, normalSum / n, 0.015);
        assertEquals(1, normalSquares / n, 0.02);
    }

    @Test
    void shouldStayWithinTheLimitWhenOneIsGiven() {
        Randomness draw = new Randomness(2, Purpose.RUNNER);
        for (int i = 0; i < 10_000; i++) {
            assertTrue(Math.abs(draw.gaussian(5, 12)) <= 12);
        }
    }
}
