package org.holdline.report.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a runner said of discomfort, as far as it decides anything.
 *
 * @param most of the latest note that gave a number, 0..10; null when none did
 * @param worseMornings notes of the last four weeks that it was worse the next morning
 * @param withheld something was said that asks for ease, and is not for whoever reads this
 */
public record Discomfort(@Nullable Integer most, int worseMornings, boolean withheld) {
    public static final int HIGHEST = 10;

    /** Nothing was said. */
    public static final Discomfort UNSAID = new Discomfort(null, 0);

    /** It asks for ease, and that is for the runner's own report alone. */
    public static final Discomfort WITHHELD = new Discomfort(null, 0, true);

    private static final int LIMIT = 5;
    private static final int MORNINGS = 2;
    private static final Duration LOOKED_BACK = Duration.ofDays(28);

    public Discomfort {
        if (most != null && (most < 0 || most > HIGHEST)) {
            throw new IllegalArgumentException("discomfort=" + most + ", expected 0..10");
        }
        if (worseMornings < 0) {
            throw new IllegalArgumentException("worseMornings=" + worseMornings + ", expected >= 0");
        }
    }

    /** Nothing of it is withheld. */
    public Discomfort(@Nullable Integer most, int worseMornings) {
        this(most, worseMornings, false);
    }

    /**
     * One note.
     *
     * @param at when the run was
     * @param most highest during or after the run, 0..10, or null
     * @param worseNextMorning it was worse the morning after
     */
    public record Note(Instant at, @Nullable Integer most, boolean worseNextMorning) {}

    /**
     * From the notes of one runner.
     *
     * @param notes in order of time
     * @param now the end of the latest run
     */
    public static Discomfort of(List<Note> notes, Instant now) {
        Integer most = null;
        int worse = 0;
        for (Note note : notes) {
            if (note.at().isAfter(now) || Duration.between(note.at(), now).compareTo(LOOKED_BACK) > 0) {
                continue;
            }
            most = note.most() == null ? most : note.most();
            worse += note.worseNextMorning() ? 1 : 0;
        }
        return new Discomfort(most, worse);
    }

    /** No push on: above 5 of 10, or worse the next morning twice. */
    public boolean asksForEase() {
        return withheld || (most != null && most > LIMIT) || worseMornings >= MORNINGS;
    }
}
