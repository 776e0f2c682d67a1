package org.holdline.evaluate.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwingTest {
    private static final int SEEDS = 40;

    /** Published ranges of a stride, widened by the change from stride to stride. */
    private static final double[][] RANGES = {{5.9, 7.4}, {7.8, 9.6}, {9.7, 16.1}};

    @Test
    void shouldSwingAsFarAsPublishedWhenAveragedOverStrides() {
        double[][] all = new double[3][SEEDS];
        for (long seed = 0; seed < SEEDS; seed++) {
            Swing swing = swing(seed);
            double[] sum = new double[3];
            int strides = 60;
            for (int stride = 0; stride < strides; stride++) {
                double[] low = {99, 99, 99};
                double[] high = {-99, -99, -99};
                for (int i = 0; i < 200; i++) {
                    swing.advance(2 * stride + i / 100.0);
                    for (int c = 0; c < 3; c++) {
                        low[c] = Math.min(low[c], swing.deg[c]);
                        high[c] = Math.max(high[c], swing.deg[c]);
                    }
                }
                for (int c = 0; c < 3; c++) {
                    sum[c] += (high[c] - low[c]) / strides;
                }
            }
            for (int c = 0; c < 3; c++) {
                all[c][(int) seed] = sum[c];
                assertTrue(
                        sum[c] > RANGES[c][0] * 0.95 && sum[c] < RANGES[c][1] * 1.12,
                        "seed " + seed + ", channel " + c + ": range " + sum[c]);
            }
        }
        for (int c = 0; c < 3; c++) {
            System.out.printf(
                    Locale.ROOT,
                    "simulated, %d runners: pelvic %s within a stride, deg: %.1f .. %.1f%n",
                    SEEDS,
                    List.of("tilt", "obliquity", "rotation").get(c),
                    Arrays.stream(all[c]).min().orElseThrow(),
                    Arrays.stream(all[c]).max().orElseThrow());
        }
    }

    @Test
    void shouldTiltTwiceAStrideWhenRunning() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Swing swing = swing(seed);
            double once = amplitude(swing, 0, 1, 0);
            double twice = amplitude(swing, 0, 2, 200);
            assertTrue(twice > 2 * once, "seed " + seed + ": once " + once + ", twice " + twice);
        }
    }

    @Test
    void shouldTurnAndDropOnceAStrideWhenRunning() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Swing swing = swing(seed);
            for (int c = 1; c <= 2; c++) {
                double once = amplitude(swing, c, 1, 200L * c);
                double twice = amplitude(swing, c, 2, 200L * c + 100);
                assertTrue(once > 3 * twice, "seed " + seed + ", channel " + c + ": " + once + ", " + twice);
            }
        }
    }

    @Test
    void shouldBeSmoothWhenStepsMeet() {
        Swing swing = swing(7);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            swing.advance(i / 400.0);
            values.add(swing.deg[0]);
        }
        for (int i = 2; i < values.size(); i++) {
            double bend = values.get(i) - 2 * values.get(i - 1) + values.get(i - 2);
            assertEquals(0, bend, 0.01, "kink at " + i / 400.0);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.55, 0.8})
    void shouldRememberItsShareWhenStepsFollow(double share) {
        Memory memory = new Memory(new Chance(5, "memory"), share);
        double products = 0;
        double squares = 0;
        double before = memory.next();
        for (int i = 0; i < 200_000; i++) {
            double now = memory.next();
            products += before * now;
            squares += now * now;
            before = now;
        }
        assertEquals(share, products / squares, 0.01);
        assertEquals(1, squares / 200_000, 0.03);
    }

    private static Swing swing(long seed) {
        return new Swing(new TrunkTraits(new Chance(seed, "body")), new Chance(seed, "swing"));
    }

    /** Size of the n-th harmonic of the stride over fifty strides from a phase on. */
    private static double amplitude(Swing swing, int channel, int n, long fromStep) {
        double re = 0;
        double im = 0;
        int points = 5000;
        for (int i = 0; i < points; i++) {
            double strides = i / 100.0;
            swing.advance(fromStep + 2 * strides);
            re += swing.deg[channel] * Math.cos(2 * Math.PI * n * strides);
            im += swing.deg[channel] * Math.sin(2 * Math.PI * n * strides);
        }
        return 2 * Math.hypot(re, im) / points;
    }
}
