package org.holdline.road;

import org.holdline.attitude.InclinationParams;
import org.holdline.cue.CueParams;
import org.holdline.cue.FadingParams;
import org.holdline.gait.StridesParams;
import org.holdline.posture.PostureParams;

/** Everything a person may tune along the road, room by room. */
public record RoadParams(
        InclinationParams inclination,
        StridesParams strides,
        PostureParams posture,
        CueParams cue,
        FadingParams fading) {
    public static RoadParams defaults() {
        return new RoadParams(
                InclinationParams.defaults(),
                StridesParams.defaults(),
                PostureParams.defaults(),
                CueParams.defaults(),
                FadingParams.defaults());
    }
}
