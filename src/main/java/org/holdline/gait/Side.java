package org.holdline.gait;

/** Which foot landed. */
public enum Side {
    LEFT("L"),
    RIGHT("R"),
    /** Before the vote over several steps has a majority. */
    UNKNOWN("?");

    private final String letter;

    Side(String letter) {
        this.letter = letter;
    }

    public String letter() {
        return letter;
    }
}
