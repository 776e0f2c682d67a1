package org.holdline.sample;

/** What the runner does during a run, one bit each, so that several may fall on one sample. */
public enum Act {
    MUTE("mute"),
    UNMUTE("unmute"),
    /** The runner marks discomfort or anything else worth finding again. */
    MARK("mark"),
    /** Left and right labels are the wrong way round. */
    FLIP("flip"),
    /** The runner says that the last cue did not fit. */
    DISAGREE("disagree"),
    /** The runner asks for a new neutral: the next steps become it, and then the run goes on. */
    NEUTRAL("neutral"),
    /** A hard interval begins, as planned or as felt. */
    HARD("hard"),
    /** It is over. */
    EASY("easy");

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
