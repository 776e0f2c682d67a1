package org.holdline.session.store;

import java.time.Instant;

/**
 * What a runner's last run asks of the next one.
 *
 * @param run from which it follows
 * @param startedAt of that run
 * @param aim word of the one thing for next time
 * @param plannedS planned length, s; 0 = not by time
 * @param plannedM planned distance, m; 0 = not by distance
 * @param atS instant that the aim speaks of, s from the run's start; 0 = none
 * @param mostKmh belt speed to stay below, km/h; 0 = none
 */
public record KeptPlan(String run, Instant startedAt, String aim, int plannedS, int plannedM, int atS, double mostKmh) {
    /** The one thing alone, for a run whose length somebody else says. */
    public KeptPlan withoutLength() {
        return new KeptPlan(run, startedAt, aim, 0, 0, atS, mostKmh);
    }
}
