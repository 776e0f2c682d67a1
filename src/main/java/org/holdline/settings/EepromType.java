package org.holdline.settings;

/** The memories that a wired clip may carry. */
public enum EepromType {
    C64("24c64"),
    C128("24c128"),
    C256("24c256"),
    C512("24c512");

    private final String word;

    EepromType(String word) {
        this.word = word;
    }

    /** The word used in settings. */
    public String word() {
        return word;
    }
}
