package org.holdline.session;

import java.time.Instant;
import java.time.ZoneId;
import org.holdline.sample.StreamInfo;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a run when it begins.
 *
 * @param id unlike that of any other run; letters, digits, '-' only, sorts by start
 * @param startedAt wall clock at the first sample
 * @param zone of the wall clock that people saw
 * @param version of the program that ran
 * @param runner pseudonym; null for a guest
 */
public record RunFacts(
        String id,
        Instant startedAt,
        ZoneId zone,
        String version,
        StreamInfo info,
        Origin origin,
        @Nullable String runner) {
    public boolean isGuest() {
        return runner == null;
    }
}
