package org.holdline.road;

/** What is known of the errors of the sensors that feed a road, and whether it may cue. */
public enum Calibration {
    /** The clip keeps no profile and none was given: its readings are taken as they come. */
    NOMINAL("nominal", true),
    /** A device profile is applied. */
    PROFILE("profile", true),
    /** The clip could keep a profile and has none: cues are off. */
    MISSING("missing", false),
    /** What the clip keeps is no valid profile: cues are off. */
    INVALID("invalid", false),
    /** As one of the two before, and somebody asked for cues all the same. */
    UNCALIBRATED("uncalibrated", true);

    private final String word;
    private final boolean cues;

    Calibration(String word, boolean cues) {
        this.word = word;
        this.cues = cues;
    }

    /** The word used in recordings and in JSON. */
    public String word() {
        return word;
    }

    /** False where no cue may be given. */
    public boolean mayCue() {
        return cues;
    }
}
