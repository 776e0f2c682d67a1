package org.holdline.report.reading;

import java.util.List;
import org.holdline.posture.NeutralCheck;
import org.holdline.posture.NeutralKind;
import org.holdline.report.Pattern;
import org.holdline.report.Summary;
import org.holdline.sample.Placement;

/** What a run must show before a card is drawn. */
public enum Evidence {
    NEUTRAL_UNTOLD(
            "neutral_untold",
            "steps were judged, and the neutral was the first minute, was not told apart from the easy run, or was tucked too far"),
    EARLY("early", "pattern early"),
    LATE("late", "pattern late, possible or not"),
    INTENSITY("intensity", "pattern intensity"),
    UPRIGHT("upright", "pattern upright"),
    TURN("turn", "600 running steps and more, and the pelvis turns by more than 20 deg in a stride (median)");

    private static final int TURN_STEPS = 600;
    private static final double WIDE_TURN_DEG = 20;

    private final String word;
    private final String when;

    Evidence(String word, String when) {
        this.word = word;
        this.when = when;
    }

    /** The word in the published table and in JSON. */
    public String word() {
        return word;
    }

    /** What it takes, for the published table. */
    public String when() {
        return when;
    }

    /** A run of a clip that moved, sat otherwise than asked, or was read with low confidence shows nothing. */
    static boolean isReadable(Summary s) {
        return s.judgedSteps() > 0
                && s.medianConfidence() >= 50
                && !s.clip().moved()
                && s.mounting().asAsked();
    }

    boolean holds(Summary s) {
        return isReadable(s)
                && switch (this) {
                    case NEUTRAL_UNTOLD -> isUntold(s.neutral());
                    case EARLY -> has(s.patterns(), Pattern.EARLY);
                    case LATE -> has(s.patterns(), Pattern.LATE);
                    case INTENSITY -> has(s.patterns(), Pattern.INTENSITY);
                    case UPRIGHT -> has(s.patterns(), Pattern.UPRIGHT);
                    case TURN -> turns(s);
                };
    }

    static boolean isUntold(Summary.Neutral neutral) {
        NeutralCheck check = neutral.basis().check();
        return neutral.kind() == NeutralKind.AUTOMATIC
                || check == NeutralCheck.NOT_TOLD_APART
                || check == NeutralCheck.OVER_TUCKED;
    }

    private static boolean has(List<Pattern> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> pattern.name().equals(name));
    }

    private static boolean turns(Summary s) {
        Double turnDeg = s.gait().lower().rotationDeg();
        return s.runningSteps() >= TURN_STEPS
                && s.placement() != Placement.THORACOLUMBAR
                && turnDeg != null
                && turnDeg > WIDE_TURN_DEG;
    }
}
