package org.holdline.clip.replay;

import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.jspecify.annotations.Nullable;

/**
 * What the person who replays a recording knows better than its file.
 *
 * @param placement in place of the file's, or null to keep that
 * @param plannedS planned length in stream seconds in place of the file's, or 0 to keep that
 * @param plannedM planned length in metres in place of the file's, or 0 to keep that
 * @param speedMPerH belt speed, metres per hour, for every sample in place of the file's, or {@link Sample#UNKNOWN} to
 *     keep that
 */
public record Overrides(@Nullable Placement placement, int plannedS, int plannedM, int speedMPerH) {
    /** The file as it is. */
    public static final Overrides NONE = new Overrides(null, 0, 0, Sample.UNKNOWN);

    public Overrides {
        if (plannedS < 0 || plannedM < 0) {
            throw new IllegalArgumentException("plannedS=" + plannedS + " plannedM=" + plannedM + ", expected >= 0");
        }
        if (speedMPerH < 0 && speedMPerH != Sample.UNKNOWN) {
            throw new IllegalArgumentException("speedMPerH=" + speedMPerH + ", expected >= 0 or UNKNOWN");
        }
    }
}
