package org.holdline.session.belt;

import java.util.ArrayList;
import java.util.List;
import org.holdline.session.BeltSpan.Known;
import org.holdline.session.KeptRun;
import org.jspecify.annotations.Nullable;

/**
 * A kilometre, or what was left in the end.
 *
 * @param number from 1
 * @param fromUs since the first sample
 * @param toUs the same
 * @param metres 1000, in the last one up to that
 * @param steppingUs time between its steps: rests do not slow a pace
 * @param known the least to be trusted of what it rests on
 * @param part its figures
 */
public record Split(int number, long fromUs, long toUs, double metres, long steppingUs, Known known, Part part) {
    /** Length of a whole one. */
    public static final int SPLIT_M = 1000;

    /** What is left below this is no split. */
    private static final double LEAST_M = 1;

    /** Kilometres of a run; none when the belt's speed was not known at every step. */
    public static List<Split> of(KeptRun run, Ground ground) {
        List<Split> splits = new ArrayList<>();
        if (!ground.isKnown()) {
            return splits;
        }
        Walk walk = new Walk(run);
        double metres = ground.metres();
        long fromUs = 0;
        for (int number = 1; (number - 1) * (double) SPLIT_M + LEAST_M <= metres; number++) {
            boolean whole = number * (double) SPLIT_M <= metres;
            long markUs = whole ? ground.atMetres(number * (double) SPLIT_M) : -1;
            long toUs = markUs < 0 ? ground.stretches().getLast().toUs() : markUs;
            boolean last = (number * (double) SPLIT_M + LEAST_M) > metres;
            Known known = ground.known(fromUs, toUs);
            if (known != null) {
                splits.add(new Split(
                        number,
                        fromUs,
                        toUs,
                        whole ? SPLIT_M : metres - (number - 1) * (double) SPLIT_M,
                        ground.steppingUs(fromUs, toUs),
                        known,
                        // The last step ends the last stretch and belongs to it.
                        walk.until(last ? Long.MAX_VALUE : toUs)));
            }
            fromUs = toUs;
        }
        return splits;
    }

    /** Seconds per kilometre. */
    public double paceSPerKm() {
        return steppingUs / 1e3 / metres;
    }

    /** Mean belt speed under the steps, km/h. */
    public double speedKmh() {
        return metres * 3600 / (steppingUs / 1e3);
    }

    /** See {@link Part#overPerKm}. */
    public @Nullable Double overPerKm() {
        return part.overPerKm();
    }
}
