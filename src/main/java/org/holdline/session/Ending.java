package org.holdline.session;

/** How a kept run came to its end. */
public enum Ending {
    /** As it was meant to. */
    WHOLE("whole"),
    /** Something broke, and the run said so. */
    FAULT("fault"),
    /** The program or the machine went away in the middle; all but the last second at most is there. */
    CUT("cut");

    private final String word;

    Ending(String word) {
        this.word = word;
    }

    /** The word in the journal, the index and JSON. */
    public String word() {
        return word;
    }
}
