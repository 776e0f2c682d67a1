package org.holdline.evaluate.score;

import java.util.List;
import org.holdline.evaluate.runner.Scenario;
import org.holdline.evaluate.runner.TrueStep;
import org.holdline.sample.Placement;

/**
 * One session: the truth, and what the road said of it.
 *
 * @param steps running steps as they were
 * @param found running steps as the road found them
 * @param verdicts one per step of the cued run
 * @param cuesUs instants of cues
 * @param moves when a clip jumped, and when the road said that one did
 * @param patterns names of the patterns in the summary, the run's own first
 */
record Heard(
        long seed,
        Scenario scenario,
        Placement placement,
        List<TrueStep> steps,
        List<Found> found,
        List<Said> verdicts,
        List<Long> cuesUs,
        Moves moves,
        List<String> patterns) {
    /** A running step found; instants in us, cadence in tenths of a step a minute. */
    record Found(long contactUs, long toeOffUs, int cadenceDspm) {}

    /**
     * Sudden turns of a clip while running.
     *
     * @param jumpUs when there was one, -1 = there was none
     * @param saidUs when the road said so
     */
    record Moves(long jumpUs, List<Long> saidUs) {}

    /** A verdict on the step with this contact: whether it was judged at all, and then whether it was over. */
    record Said(long contactUs, boolean judged, boolean over) {}
}
