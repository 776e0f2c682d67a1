package org.holdline.settings;

/** Whether a run serves the live page. */
public enum PageServing {
    /** When somebody looks on at a terminal; a run goes on without it when its port is taken. */
    AUTO("auto"),
    /** Asked for: a run that cannot serve it does not start. */
    ALWAYS("always"),
    NEVER("never");

    private final String word;

    PageServing(String word) {
        this.word = word;
    }

    /** As it stands in settings. */
    public String word() {
        return word;
    }
}
