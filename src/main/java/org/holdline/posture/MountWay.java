package org.holdline.posture;

/** Which way round a clip is worn. */
public enum MountWay {
    AS_ASKED("as_asked"),
    UPSIDE_DOWN("upside_down"),
    BACK_TO_FRONT("back_to_front"),
    /** Turned about the vertical by more than 30 degrees. */
    TURNED("turned"),
    /** More than 30 degrees from upright. */
    TILTED("tilted");

    private final String word;

    MountWay(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
