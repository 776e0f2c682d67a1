package org.holdline.evaluate.runner;

import java.util.Arrays;

/** Means over the stride, two steps, that ends with a toe-off. */
final class StrideMeans {
    private final double[] sum;
    private final double[] before;
    private long count;
    private long countBefore;

    StrideMeans(int quantities) {
        sum = new double[quantities];
        before = new double[quantities];
    }

    void add(double... values) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += values[i];
        }
        count++;
    }

    double mean(int quantity) {
        return (sum[quantity] + before[quantity]) / Math.max(1, count + countBefore);
    }

    void endStep() {
        System.arraycopy(sum, 0, before, 0, sum.length);
        countBefore = count;
        Arrays.fill(sum, 0);
        count = 0;
    }
}
