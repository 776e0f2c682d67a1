package org.holdline.text;

/** A language the catalogue is complete in. */
public enum Language {
    ENGLISH("en"),
    GERMAN("de");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** As browsers name it, and the name of its file. */
    public String tag() {
        return tag;
    }
}
