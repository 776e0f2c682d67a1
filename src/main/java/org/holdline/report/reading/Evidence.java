package org.holdline.report.reading;

import java.util.List;
import org.holdline.posture.Drill;
import org.holdline.posture.NeutralCheck;
import org.holdline.posture.NeutralKind;
import org.holdline.report.Pattern;
import org.holdline.report.Summary;
import org.holdline.sample.Placement;

/** What a run must show before a card is drawn. */
public enum Evidence {
    NEUTRAL_UNTOLD(
            "neutral_untold",
            "steps were judged, and the neutral was the first minute, was tucked too far, or was not told apart from the easy"
                    + " run and no good drill speaks for it"),
    EARLY("early", "pattern early, half of the first quarter's steps beyond the band"),
    HABIT("habit", "pattern early by the easy run alone: it lay 3 deg and more from the neutral"),
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
                    case EARLY -> s.patterns().stream().anyMatch(Evidence::isEarly);
                    case HABIT -> s.patterns().stream().anyMatch(Evidence::isHabit);
                    case LATE -> has(s.patterns(), Pattern.LATE);
                    case INTENSITY -> has(s.patterns(), Pattern.INTENSITY);
                    case UPRIGHT -> has(s.patterns(), Pattern.UPRIGHT);
                    case TURN -> turns(s);
                };
    }

    static boolean isUntold(Summary.Neutral neutral) {
        NeutralCheck check = neutral.basis().check();
        // Where the drill was good, who runs as usual in the neutral run may well run in neutral as usual.
        boolean drilled = neutral.basis().drill().outcome() == Drill.Outcome.GOOD;
        return neutral.kind() == NeutralKind.AUTOMATIC
                || check == NeutralCheck.OVER_TUCKED
                || (check == NeutralCheck.NOT_TOLD_APART && !drilled);
    }

    /** The steps themselves were beyond the band from the start. */
    public static boolean isEarly(Pattern pattern) {
        return pattern.isEarlyBySteps();
    }

    /** The easy run was, and the steps that were judged were not. */
    public static boolean isHabit(Pattern pattern) {
        return pattern.name().equals(Pattern.EARLY) && !isEarly(pattern);
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
