package org.holdline.app;

import java.util.List;
import org.holdline.clip.Clip;
import org.holdline.cue.CueOutput;
import org.holdline.profile.applied.StoredProfile;
import org.holdline.report.PartStatus;
import org.jspecify.annotations.Nullable;

/** What a run is fed by, and what its runner feels. */
interface Source extends AutoCloseable {
    /** Polled by the road's thread. */
    Clip clip();

    CueOutput output();

    /** What can be felt of the output: that without a tone. */
    default CueOutput motor() {
        return output();
    }

    /** The tone alone, or null where there is none. */
    default @Nullable CueOutput speaker() {
        return null;
    }

    /** True when samples come at their own time: nobody may hold them up, and stream time is real time. */
    boolean isLive();

    /** Stops the outputs at once. Called by the thread that polls the clip, when it polls no more. */
    default void stopOutputs() {}

    /** The run that it feeds, so that the runner's button can reach it. Once, before the first sample is polled. */
    default void attach(LiveRun run) {}

    /** The calibration profile that its clip holds by itself, as it was read at the opening. */
    default StoredProfile storedProfile() {
        return StoredProfile.NOT_KEPT;
    }

    /** How its parts fare now; may be asked by any thread. None for a source without hardware. */
    List<PartStatus> parts();

    /** Stops everything it started, outputs first, within a second whatever hangs. May be called twice. */
    @Override
    void close();
}
