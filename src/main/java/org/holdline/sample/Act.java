package org.holdline.sample;

/** What the runner does during a run, one bit each, so that several may fall on one sample. */
public enum Act {
    MUTE("mute"),
    UNMUTE("unmute"),
    /** The runner marks discomfort or anything else worth finding again. */
    MARK("mark"),
    /** Left and right labels are the wrong way round. */
    FLIP("flip");

    private final String word;
    private final int bit;

    Act(String word) {
        this.word = word;
        this.bit = 1 << ordinal();
    }

    /** The word used in the act column of a recording. */
    public String word() {
        return word;
    }

    public int bit() {
        return bit;
    }

    public boolean isIn(int acts) {
        return (acts & bit) != 0;
    }
}
