package org.holdline.session.store;

import java.time.Instant;
import org.holdline.report.Offset;
import org.holdline.sample.Placement;

/**
 * What a run left of its running neutral for later mountings.
 *
 * @param run its name
 * @param placement an offset of one placement says nothing of another
 */
public record KeptNeutral(String run, Placement placement, Instant measuredAt, Offset offset) {
    /** Two of the same belt replace one another: speed to 0.5 km/h, incline to 1 %, one that nobody says as level. */
    record Belt(Placement placement, long halvesKmh, long pct) {
        private static final long UNKNOWN = -1;

        static Belt of(KeptNeutral neutral) {
            Double kmh = neutral.offset().speedKmh();
            Double pct = neutral.offset().inclinePct();
            return new Belt(
                    neutral.placement(),
                    kmh == null ? UNKNOWN : Math.round(kmh * 2),
                    pct == null ? 0 : Math.round(pct));
        }
    }
}
