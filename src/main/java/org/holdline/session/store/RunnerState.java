package org.holdline.session.store;

import java.time.Instant;
import org.holdline.report.Retention;

/**
 * What is kept of a runner from run to run.
 *
 * @param kept the stage of the next run, and the blocks without cues of the last one at that stage
 * @param lastRun its name; empty when it was deleted
 */
public record RunnerState(String name, Retention.Kept kept, String lastRun, Instant lastAt) {}
