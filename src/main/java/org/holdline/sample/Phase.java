package org.holdline.sample;

/** Part of a run; a marker begins one and it lasts until another begins. */
public enum Phase {
    STAND("stand"),
    BEND("bend"),
    /** Standing: three slow movements from arch to tuck and back to the middle. */
    DRILL("drill"),
    WALK("walk"),
    /** Easy run in the runner's usual posture, no cues: gives the spread of the runner's steps. */
    BASELINE("baseline"),
    /** Run in a neutral spine, no cues: gives the running neutral. */
    NEUTRAL("neutral"),
    /** Run with a hollow back on purpose, no cues: shows with {@link #LEAN} whether one IMU can tell the two apart. */
    HOLLOW("hollow"),
    /** Run leaning forward on purpose, no cues. */
    LEAN("lean"),
    /** The cued run. */
    RUN("run"),
    END("end");

    private final String word;

    Phase(String word) {
        this.word = word;
    }

    /** The word used in the marker column and in JSON. */
    public String word() {
        return word;
    }
}
