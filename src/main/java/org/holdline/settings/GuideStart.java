package org.holdline.settings;

/** Which guided start a run begins with. */
public enum GuideStart {
    /** Where a clip measures and somebody can be led; the runner chooses which. */
    AUTO("auto"),
    QUICK("quick"),
    FULL("full"),
    RETURNING("returning"),
    /** The run follows the legs, or the marks of its source. */
    NONE("none");

    private final String word;

    GuideStart(String word) {
        this.word = word;
    }

    /** As it stands in settings. */
    public String word() {
        return word;
    }
}
