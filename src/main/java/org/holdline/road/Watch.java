package org.holdline.road;

/** What the road is doing with the runner's posture, and why when it is not watching. */
public enum Watch {
    WATCHING("watching", "", "Watching"),
    LEARNING("learning", "neutral", "Learning your neutral"),
    STANDING("not_watching", "standing", "Not watching: standing"),
    WALKING("not_watching", "walking", "Not watching: walking"),
    SETTLING("not_watching", "settling", "Not watching: first minute of running"),
    PAUSED("not_watching", "pause", "Not watching: just running again after a pause"),
    RESTING("not_watching", "no_response", "Not watching: resting, the last cues changed nothing"),
    ENOUGH("not_watching", "half_hour_cap", "Not watching: enough cues for half an hour"),
    PROBE("not_watching", "probe", "Not watching: two minutes without cues, to see what is kept"),
    NOT_RUN("not_watching", "phase", "Not watching: not the cued part"),
    MUTED("not_watching", "muted", "Not watching: cues muted"),
    NO_PROFILE("not_watching", "no_profile", "Not watching: cues off, the clip keeps no valid calibration profile"),
    NOT_SEPARABLE(
            "not_watching", "not_separable", "Not watching: display only, a hollow back and a lean read alike here"),
    LOW_QUALITY("not_watching", "low_quality", "Not watching: signal too poor to judge"),
    MOUNTING("not_watching", "mounting", "Not watching: the clip does not sit as asked"),
    CLIP_MOVED("not_watching", "clip_moved", "Not watching: the clip moved; stand still for 5 s to go on"),
    NO_SIGNAL("not_watching", "no_signal", "Not watching: no signal from the clip"),
    ENDED("not_watching", "ended", "Run ended");

    private final String state;
    private final String why;
    private final String text;

    Watch(String state, String why, String text) {
        this.state = state;
        this.why = why;
        this.text = text;
    }

    /** One of watching, learning, not_watching. */
    public String state() {
        return state;
    }

    /** Empty while watching. */
    public String why() {
        return why;
    }

    /** For a person. */
    public String text() {
        return text;
    }
}
