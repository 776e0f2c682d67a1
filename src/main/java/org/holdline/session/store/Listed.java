package org.holdline.session.store;

import java.time.Instant;
import java.time.ZoneId;
import org.holdline.session.Ending;
import org.holdline.session.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A kept run as the index has it.
 *
 * @param runner pseudonym; null for a guest
 * @param stage at which it was run, where one was told
 * @param summaryJson the summary as the run printed it
 * @param journalBytes length of its journal
 */
public record Listed(
        String id,
        Instant startedAt,
        ZoneId zone,
        String source,
        String placement,
        Origin origin,
        @Nullable String runner,
        Ending ending,
        Figures figures,
        @Nullable Integer stage,
        String summaryJson,
        long journalBytes) {
    /** What is worth a column: steps that were judged, those over the band, cues, the run's pattern. */
    public record Figures(double durationS, long steps, long judgedSteps, long overSteps, long cues, String pattern) {}
}
