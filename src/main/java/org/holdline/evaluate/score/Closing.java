package org.holdline.evaluate.score;

import org.holdline.report.Summary;
import org.holdline.report.Tally;
import org.holdline.road.Road;

/** Makes the summary of a run as every other command does; whoever wires the rooms knows how. */
@FunctionalInterface
public interface Closing {
    /**
     * Closes a run.
     *
     * @param tally every event of the run
     * @param road after its last sample
     * @param durationUs from the first to the last sample, us
     * @param lostEvents events the tally did not get
     */
    Summary close(Tally tally, Road road, long durationUs, long lostEvents);
}
