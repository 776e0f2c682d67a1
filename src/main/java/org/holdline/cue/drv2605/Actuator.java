package org.holdline.cue.drv2605;

/** What the part drives. */
public enum Actuator {
    /** Linear resonant actuator. */
    LRA("lra"),
    /** Eccentric rotating mass. */
    ERM("erm");

    private final String word;

    Actuator(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
