package org.holdline.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the same filter in double precision, as a recursion on the bilinear transform of Butterworth's two poles. */
class LowPassTest {
    private static final long SEED = 20_260_110;

    @ParameterizedTest
    @CsvSource({
        "10, 50",
        "10, 100",
        "3.5, 285.714",
        "10, 1000",
        "3.5, 1000",
        "0.15, 50",
        "0.15, 100",
        "0.15, 400",
        "0.15, 1000"
    })
    void shouldPassAConstantAsItIsWhenSettled(double cutoffHz, double rateHz) {
        for (int value : new int[] {0, 1_000_000, -1_000_000, 960_000, LowPass.MAX_VALUE, -LowPass.MAX_VALUE}) {
            LowPass filter = new LowPass(cutoffHz, rateHz);
            filter.settleAt(0);
            long last = 0;
            for (int i = 0; i < 8 * rateHz / cutoffHz; i++) {
                last = filter.update(value);
            }
            assertEquals(value, (double) last, 1e-6 * Math.abs(value) + 3);
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 50", "10, 100", "3.5, 285.714", "10, 1000", "3.5, 50", "0.15, 50", "0.15, 1000"})
    void shouldStayWhereItSettlesWhenInputStays(double cutoffHz, double rateHz) {
        LowPass filter = new LowPass(cutoffHz, rateHz);
        for (int i = 0; i < 10; i++) {
            filter.update(i * 1_000_000L);
        }
        filter.settleAt(960_000);
        for (int i = 0; i < 1000; i++) {
            assertEquals(960_000, (double) filter.update(960_000), 2);
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 50", "10, 100", "3.5, 285.714", "10, 1000", "3.5, 50", "0.15, 50", "0.15, 1000", "30, 50"})
    void shouldFollowTheSameFilterInDoubleWhenInputIsRandom(double cutoffHz, double rateHz) {
        LowPass filter = new LowPass(cutoffHz, rateHz);
        filter.settleAt(0);
        // A cut-off above a fifth of the rate is brought down to it.
        double warped = Math.tan(Math.PI * Math.min(cutoffHz, rateHz / 5) / rateHz);
        double norm = 1 + Math.sqrt(2) * warped + warped * warped;
        double b0 = warped * warped / norm;
        double a1 = 2 * (warped * warped - 1) / norm;
        double a2 = (1 - Math.sqrt(2) * warped + warped * warped) / norm;
        double[] x = new double[3];
        double[] y = new double[3];
        double worst = 0;
        double sum = 0;
        SplittableRandom random = new SplittableRandom(SEED);
        int value = 0;
        for (int i = 0; i < 200_000; i++) {
            if (i % 17 == 0) {
                // The largest steps there are, held for a while, so that slow filters move far as well.
                value = random.nextInt(4) == 0
                        ? (random.nextBoolean() ? LowPass.MAX_VALUE : -LowPass.MAX_VALUE)
                        : random.nextInt(-LowPass.MAX_VALUE, LowPass.MAX_VALUE);
            }
            x[0] = value;
            y[0] = b0 * (x[0] + 2 * x[1] + x[2]) - a1 * y[1] - a2 * y[2];
            double off = y[0] - filter.update(value);
            worst = Math.max(worst, Math.abs(off));
            sum += off;
            x[2] = x[1];
            x[1] = x[0];
            y[2] = y[1];
            y[1] = y[0];
        }
        double found = worst;
        double mean = sum / 200_000;
        assertTrue(Math.abs(mean) < 0.1, () -> "off by " + mean + " in the mean, seed " + SEED);
        assertTrue(found < 2, () -> "off by " + found + " of " + LowPass.MAX_VALUE + ", seed " + SEED);
    }

    @ParameterizedTest
    @CsvSource({"10, 100", "3.5, 50", "3.5, 1000", "0.15, 100"})
    void shouldDelayASlowRampByItsDelay(double cutoffHz, double rateHz) {
        LowPass filter = new LowPass(cutoffHz, rateHz);
        filter.settleAt(0);
        double perSample = 1_000_000 / rateHz;
        int samples = (int) Math.round(4 * rateHz / cutoffHz);
        long last = 0;
        double slope = Math.min(perSample, LowPass.MAX_VALUE / (double) samples);
        for (int i = 0; i <= samples; i++) {
            last = filter.update(Math.round(i * slope));
        }
        double delayUs = (samples * slope - last) / slope / rateHz * 1e6;
        assertEquals(delayUs, filter.delayUs(), 0.002 * delayUs);
    }
}
