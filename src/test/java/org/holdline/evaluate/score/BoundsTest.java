package org.holdline.evaluate.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {
    /** Wilson's interval without correction, as tables have it. */
    @ParameterizedTest
    @CsvSource({"0, 10, 0, 0.2775", "10, 10, 0.7225, 1", "8, 10, 0.4902, 0.9433", "50, 100, 0.4038, 0.5962"})
    void shouldMatchTablesWhenAShareIsBounded(double hits, double total, double low, double high) {
        Bounds bounds = Bounds.ofShare(hits, total);
        assertEquals(low, bounds.low(), 1e-4);
        assertEquals(high, bounds.high(), 1e-4);
    }

    /** Exact limits of a Poisson mean, as tables have them. */
    @ParameterizedTest
    @CsvSource({"0, 0, 3.689", "1, 0.0253, 5.572", "10, 4.795, 18.390", "100, 81.364, 121.627"})
    void shouldMatchTablesWhenACountIsBounded(long count, double low, double high) {
        Bounds bounds = Bounds.ofCount(count);
        assertEquals(low, bounds.low(), 1e-3);
        assertEquals(high, bounds.high(), 1e-3);
    }

    @Test
    void shouldSpanTheStandardErrorWhenAMeanIsBounded() {
        Bounds bounds = Bounds.ofMean(new double[] {-1, 0, 1, 0});
        double half = 1.959964 * Math.sqrt(2.0 / 3 / 4);
        assertEquals(-half, bounds.low(), 1e-9);
        assertEquals(half, bounds.high(), 1e-9);
    }
}
