package org.holdline.readers;

import java.util.Arrays;

/** Medians of what is known. */
final class Medians {
    private Medians() {}

    /** The upper of two values in the middle; not a number where there is none. */
    static double of(double[] values) {
        double[] known = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return known.length == 0 ? Double.NaN : known[known.length / 2];
    }
}
