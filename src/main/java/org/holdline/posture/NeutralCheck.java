package org.holdline.posture;

/** What is known of a neutral run beside the easy run before it. */
public enum NeutralCheck {
    /** No neutral run, or one too short. */
    NONE("none"),
    /** It differs from the easy run by more than both spread. */
    TOLD_APART("told_apart"),
    /** It does not: it may be a neutral spine, or the runner's usual posture. */
    NOT_TOLD_APART("not_told_apart"),
    /** There was no easy run to hold it against. */
    ALONE("alone"),
    /** Tucked beyond what the drill, or the stand, leaves room for: refused, the easy run serves instead. */
    OVER_TUCKED("over_tucked");

    private final String word;

    NeutralCheck(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
