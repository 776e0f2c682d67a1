package org.holdline.road;

import org.holdline.attitude.InclinationParams;
import org.holdline.correction.CorrectionParams;
import org.holdline.cue.CueParams;
import org.holdline.cue.FadingParams;
import org.holdline.gait.StridesParams;
import org.holdline.posture.PostureParams;

/**
 * Everything a person may tune along the road, room by room, and what the profiles say.
 *
 * @param correction what is taken out of each sample before anything else sees it
 * @param calibration what that rests on
 */
public record RoadParams(
        InclinationParams inclination,
        StridesParams strides,
        PostureParams posture,
        CueParams cue,
        FadingParams fading,
        CorrectionParams correction,
        Calibration calibration) {
    /** Without profiles. */
    public RoadParams(
            InclinationParams inclination,
            StridesParams strides,
            PostureParams posture,
            CueParams cue,
            FadingParams fading) {
        this(inclination, strides, posture, cue, fading, CorrectionParams.none(), Calibration.NOMINAL);
    }

    public static RoadParams defaults() {
        return new RoadParams(
                InclinationParams.defaults(),
                StridesParams.defaults(),
                PostureParams.defaults(),
                CueParams.defaults(),
                FadingParams.defaults());
    }

    /** The same with what a device and a treadmill profile say. */
    public RoadParams with(CorrectionParams measured, Calibration known) {
        return new RoadParams(inclination, strides, posture, cue, fading, measured, known);
    }

    /** The same for one runner. */
    public RoadParams with(PostureParams own, FadingParams stage) {
        return new RoadParams(inclination, strides, own, cue, stage, correction, calibration);
    }
}
