package org.holdline.report.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class SeriesTest {
    private static Series series(double lengthS, DoubleUnaryOperator valueAt) {
        Series.Builder builder = new Series.Builder();
        for (double atS = 0; atS < lengthS; atS += 0.36) {
            builder.add(atS, valueAt.applyAsDouble(atS));
        }
        return builder.closed();
    }

    @Test
    void shouldInterpolateWhenAQuantileLiesBetweenSteps() {
        Series.Builder builder = new Series.Builder();
        for (int i = 0; i < 5; i++) {
            builder.add(i, i * 10);
        }
        assertEquals(20, builder.closed().median());
        assertEquals(4, builder.closed().quantile(0.1), 1e-9);
        assertEquals(2, builder.closed().within(1, 3).count(), "the end is not part of it");
    }

    @Test
    void shouldTellAChangeWhenItIsLargerThanMinutesDiffer() {
        Random noise = new Random(1);
        Series.Change step =
                series(1200, atS -> (atS < 600 ? 0 : 2) + noise.nextGaussian()).change(600);
        assertEquals(2, step.difference(), 0.3);
        assertTrue(step.isTold() && step.plusMinus() < 1, "±" + step.plusMinus());
    }

    /** Steps of one minute are alike: whoever took them for independent would find a change in a wander. */
    @Test
    void shouldFindNoChangeMoreOftenThanItSaysWhenTheMinutesWander() {
        long seed = 20_260_504;
        Random noise = new Random(seed);
        int told = 0;
        int runs = 600;
        for (int run = 0; run < runs; run++) {
            double[] minutes = noise.doubles(20, -1.5, 1.5).toArray();
            Series steps = series(1200, atS -> minutes[(int) (atS / 60)] + noise.nextGaussian() / 2);
            told += steps.change(600).isTold() ? 1 : 0;
        }
        assertTrue(told <= runs * 0.07, told + " of " + runs + " runs without a change, seed " + seed);
    }

    @Test
    void shouldNotKnowHowSureItIsWhenThereAreTooFewMinutes() {
        Series.Change change = series(240, atS -> atS < 120 ? 0 : 5).change(120);
        assertTrue(Double.isNaN(change.plusMinus()));
        assertFalse(change.isTold());
    }

    @Test
    void shouldHoldNoMoreBinsThanAskedAndEveryStepOnce() {
        for (double lengthS : new double[] {20, 700, 7200}) {
            Series all = series(lengthS, atS -> atS);
            var bins = all.bins(360);
            assertTrue(bins.size() <= 360, bins.size() + " bins of " + lengthS + " s");
            assertTrue(all.count() - bins.stream().mapToInt(Series.Bin::count).sum() <= 1, "single steps are left out");
        }
        assertTrue(new Series.Builder().closed().bins(10).isEmpty());
    }
}
