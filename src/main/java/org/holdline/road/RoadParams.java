package org.holdline.road;

import org.holdline.attitude.InclinationParams;
import org.holdline.cue.CueParams;
import org.holdline.cue.FadingParams;
import org.holdline.gait.StridesParams;
import org.holdline.posture.PostureParams;
import org.holdline.posture.StoredNeutral;

/**
 * Everything a person may tune along the road, room by room, and what a runner's profile brings.
 *
 * @param stored the runner's own neutral of an earlier run, as a distance from the stand
 */
public record RoadParams(
        InclinationParams inclination,
        StridesParams strides,
        PostureParams posture,
        CueParams cue,
        FadingParams fading,
        StoredNeutral stored) {
    /** Without anything that a profile brings. */
    public RoadParams(
            InclinationParams inclination,
            StridesParams strides,
            PostureParams posture,
            CueParams cue,
            FadingParams fading) {
        this(inclination, strides, posture, cue, fading, StoredNeutral.NONE);
    }

    /** The same for a runner whose profile says how many cues to give, and where the running neutral lies. */
    public RoadParams forRunner(FadingParams runnersFading, StoredNeutral runnersNeutral) {
        return new RoadParams(inclination, strides, posture, cue, runnersFading, runnersNeutral);
    }

    public static RoadParams defaults() {
        return new RoadParams(
                InclinationParams.defaults(),
                StridesParams.defaults(),
                PostureParams.defaults(),
                CueParams.defaults(),
                FadingParams.defaults());
    }
}
