package org.holdline.evaluate.runner;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** A function on 0..1 from a table, 0 outside, and its integral from 0 on. */
final class Curve {
    private static final int PARTS = 512;

    /** (1 - cos 2 pi u)/2: one hump. */
    static final Curve HUMP = new Curve(u -> (1 - StrictMath.cos(2 * Math.PI * u)) / 2);

    /** Half a sine. */
    static final Curve ARCH = new Curve(u -> StrictMath.sin(Math.PI * u));

    /** A whole sine. */
    static final Curve SWING = new Curve(u -> StrictMath.sin(2 * Math.PI * u));

    private final double[] value = new double[PARTS + 2];
    private final double[] area = new double[PARTS + 2];

    Curve(DoubleUnaryOperator shape) {
        for (int i = 0; i <= PARTS; i++) {
            value[i] = shape.applyAsDouble((double) i / PARTS);
            area[i] = i == 0 ? 0 : area[i - 1] + (value[i - 1] + value[i]) / 2 / PARTS;
        }
        value[PARTS + 1] = value[PARTS];
        area[PARTS + 1] = area[PARTS];
    }

    double at(double u) {
        return u <= 0 || u >= 1 ? 0 : between(value, u);
    }

    double highest() {
        return Arrays.stream(value).max().orElseThrow();
    }

    /** Integral from 0 to u. */
    double areaTo(double u) {
        return u <= 0 ? 0 : between(area, Math.min(u, 1));
    }

    private static double between(double[] table, double u) {
        double place = u * PARTS;
        int i = (int) place;
        return table[i] + (place - i) * (table[i + 1] - table[i]);
    }
}
