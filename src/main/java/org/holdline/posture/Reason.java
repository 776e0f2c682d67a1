package org.holdline.posture;

/** Why a verdict says what it says. */
public enum Reason {
    /** Inside the band around the running neutral. */
    WITHIN("within"),
    /** Beyond the threshold, and six of the last eight judged steps were. */
    OVER("over"),
    /** Beyond the threshold, but not for long enough: single steps stray. */
    BRIEF("brief"),
    /** Inside the band again after a step over, but not back by the hysteresis. */
    HOLDING("holding"),
    /** No running neutral yet; the deviation is against what has been learned so far. */
    LEARNING("learning"),
    /** A walking step; the running neutral does not apply. */
    WALKING("walking"),
    /** The signal does not carry a judgement: attitude settling, saturation, stuck sensor, a gap in the stride. */
    LOW_QUALITY("low_quality"),
    /** The deviation is larger than a body can make: the clip has moved or was taken off. */
    CLIP_MOVED("clip_moved");

    private final String word;

    Reason(String word) {
        this.word = word;
    }

    /** True when the step carried a judgement, over or not. */
    public boolean isJudged() {
        return this == WITHIN || this == OVER || this == BRIEF || this == HOLDING;
    }

    public String word() {
        return word;
    }
}
