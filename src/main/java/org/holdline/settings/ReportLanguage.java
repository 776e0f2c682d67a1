package org.holdline.settings;

/** Language that the report of a kept run is written in. */
public enum ReportLanguage {
    ENGLISH("en"),
    GERMAN("de");

    private final String word;

    ReportLanguage(String word) {
        this.word = word;
    }

    /** The word in settings, a language tag. */
    public String word() {
        return word;
    }
}
