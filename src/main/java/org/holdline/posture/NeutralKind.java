package org.holdline.posture;

/** Where the running neutral came from: it decides what may be said of a deviation from it. */
public enum NeutralKind {
    NONE("none"),
    /** A part of the run marked as neutral, after the neutral-spine drill. */
    DRILL("drill"),
    /** The standing neutral of this mounting, and the offset from standing to running that was learned in another. */
    STANDING("standing"),
    /** The first minute of running: blind for an arch that was there from the start. */
    AUTOMATIC("automatic");

    private final String word;

    NeutralKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
