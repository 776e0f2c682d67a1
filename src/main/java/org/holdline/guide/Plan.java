package org.holdline.guide;

import java.util.List;

/**
 * How long or how far a run is to be.
 *
 * @param plannedS s, 0 = not by time
 * @param plannedM m, 0 = not by distance
 */
public record Plan(int plannedS, int plannedM) {
    /** What may be chosen before a run, in the order in which it is shown. */
    public static final List<Plan> ALL = List.of(
            new Plan(1200, 0),
            new Plan(1800, 0),
            new Plan(2700, 0),
            new Plan(3600, 0),
            new Plan(0, 5000),
            new Plan(0, 10_000),
            new Plan(0, 0));

    /** Usual speeds that may be chosen, metres per hour; 0 = not known. */
    public static final List<Integer> SPEEDS_M_PER_H =
            List.of(7000, 8000, 9000, 10_000, 11_000, 12_000, 13_000, 14_000, 0);
}
