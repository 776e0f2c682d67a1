package org.holdline.cue;

/** Why a cue was given, or, when the deviation asked for one, why none was. */
public enum Cause {
    /** Given: enough of the last steps were over. */
    SUSTAINED("sustained"),
    /** Not given: outside the cued run. */
    PHASE("phase"),
    MUTED("muted"),
    /** Not given: first seconds of running since the last walk or stand. */
    SETTLING("settling"),
    WALKING("walking"),
    SPEED_CHANGE("speed_change"),
    INCLINE_CHANGE("incline_change"),
    LOW_QUALITY("low_quality"),
    CLIP_MOVED("clip_moved"),
    /** Not given: too soon after the last one. */
    COOLDOWN("cooldown"),
    /** Not given: enough in the last minute or half hour. */
    CAP("cap"),
    /** Not given: the last cues brought no change, the runner is left alone for a while. */
    NO_RESPONSE("no_response");

    private final String word;

    Cause(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
