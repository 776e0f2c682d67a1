package org.holdline.report;

import java.util.Map;
import java.util.stream.IntStream;
import org.holdline.sample.Sample;

/**
 * Where the steps over lay: in the fast quarter of the run, or in the intervals marked hard.
 *
 * @param kind what there was to go by
 * @param overInHard of the steps over, the share in the hard part, 0..1
 * @param hardShare share of all steps in the hard part, 0..1
 * @param limitKmh speed from which on a step counts as fast; 0 where intervals were marked
 */
record Intensity(Kind kind, double overInHard, double hardShare, double limitKmh) {
    enum Kind {
        /** Neither speed nor intervals are known, or the fast part is most of the run. */
        UNKNOWN,
        /** The speed is known and hardly changed. */
        EVEN,
        VARIED
    }

    /** Speeds closer to one another are the same. */
    private static final int SAME_M_PER_H = 500;

    private static final double MOST = 0.5;

    static Intensity of(JudgedSteps steps) {
        long hard = IntStream.range(0, steps.count()).filter(steps::hard).count();
        if (hard > 0) {
            return of(steps, hard, 0);
        }
        int[] speeds = IntStream.range(0, steps.count())
                .map(steps::speedMPerH)
                .sorted()
                .toArray();
        if (speeds.length == 0 || speeds[0] == Sample.UNKNOWN) {
            return new Intensity(Kind.UNKNOWN, 0, 0, 0);
        }
        if (speeds[speeds.length - 1] - speeds[0] <= SAME_M_PER_H) {
            return new Intensity(Kind.EVEN, 0, 0, 0);
        }
        // A belt has few speeds: the quarter is that speed and all above it.
        int limit = speeds[speeds.length * 3 / 4];
        return of(steps, IntStream.of(speeds).filter(speed -> speed >= limit).count(), limit);
    }

    private static Intensity of(JudgedSteps steps, long hard, int limitMPerH) {
        double share = (double) hard / steps.count();
        long over = 0;
        long overInHard = 0;
        for (int i = 0; i < steps.count(); i++) {
            if (steps.over(i)) {
                over++;
                overInHard += (limitMPerH == 0 ? steps.hard(i) : steps.speedMPerH(i) >= limitMPerH) ? 1 : 0;
            }
        }
        Kind kind = share > MOST ? Kind.UNKNOWN : Kind.VARIED;
        return new Intensity(kind, over == 0 ? 0 : (double) overInHard / over, share, limitMPerH / 1000.0);
    }

    Map<String, Double> evidence() {
        return Map.of(
                "hard_share_of_over_steps", overInHard, "hard_share_of_steps", hardShare, "fast_from_kmh", limitKmh);
    }
}
