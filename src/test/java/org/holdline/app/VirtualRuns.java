package org.holdline.app;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.road.RoadParams;
import org.holdline.session.KeptRun;

/** Virtual runners taken along the road and kept, for tests of what becomes of a kept run. */
public final class VirtualRuns {
    /** When they all began. */
    public static final Instant STARTED = Instant.parse("2026-05-17T16:30:00Z");

    private VirtualRuns() {}

    /** The runner's whole session. */
    public static KeptRun kept(VirtualOptions options) throws IOException {
        try (VirtualClip clip = new VirtualClip(options)) {
            return RecordedRun.of(
                    clip, RoadParams.defaults(), new RecordedRun.Start(STARTED, ZoneId.of("Europe/Berlin")));
        }
    }
}
