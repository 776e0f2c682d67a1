package org.holdline.cue;

/** Why a cue was given, or, when the deviation asked for one, why none was. */
public enum Cause {
    /** Given: enough of the last steps were over. */
    SUSTAINED("sustained"),
    /** Not given: the runner asked for silence. */
    MUTED("muted"),
    /** Not given: a clip that keeps calibration profiles has no valid one. */
    NO_PROFILE("no_profile"),
    /** Not given: one IMU at the sacrum reads an arch and a lean alike. */
    NOT_SEPARABLE("not_separable"),
    /** Not given: one IMU at the sacrum, and these steps read as this runner's lean did. */
    READS_AS_LEAN("reads_as_lean"),
    /** Not given: first seconds of running. */
    SETTLING("settling"),
    /** Not given: running again after a walk or a stand for some seconds only. */
    PAUSE("pause"),
    SPEED_CHANGE("speed_change"),
    INCLINE_CHANGE("incline_change"),
    /** Not given: too little speaks for the judgement. */
    LOW_QUALITY("low_quality"),
    /** Not given: too soon after the last one. */
    COOLDOWN("cooldown"),
    /** Not given: enough in the last minute. */
    CAP("cap"),
    /** Not given: enough in the last half hour. */
    HALF_HOUR_CAP("half_hour_cap"),
    /** Not given: the last cues changed nothing, so they rest. */
    NO_RESPONSE("no_response"),
    /** Not given: a block without cues, to see what is kept. */
    PROBE("probe"),
    /** Not given: the runner's profile asks for fewer, and the draw fell on this one. */
    FADED("faded");

    private final String word;

    Cause(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
