package org.holdline.sample;

/** What the runner does during a run, one bit each, so that several may fall on one sample. */
public enum Act {
    MUTE("mute"),
    UNMUTE("unmute"),
    /** The runner marks discomfort or anything else worth finding again. */
    MARK("mark"),
    /** Left and right labels are the wrong way round. */
    FLIP("flip"),
    /** The runner says that the last cue did not fit. */
    DISAGREE("disagree"),
    /** The runner asks for a new neutral: the next steps become it, and then the run goes on. */
    NEUTRAL("neutral"),
    /** A hard interval begins, as planned or as felt. */
    HARD("hard"),
    /** It is over. */
    EASY("easy"),
    /** A check-in: the runner is asked how it feels. */
    ASKED("asked"),
    /** The answer to one: the runner's word, and with it the clip's as it was when the question came. */
    FELT_LESS("felt_less"),
    FELT_NEUTRAL("felt_neutral"),
    FELT_MORE("felt_more"),
    SEEN_LESS("seen_less"),
    SEEN_NEUTRAL("seen_neutral"),
    SEEN_MORE("seen_more"),
    /** The answer came before the clip's word was shown. */
    FELT_FIRST("felt_first");

    /** Words of a check-in: below the band, within, above. */
    public static final int WORDS = 3;

    /** All that an answer to a check-in says. */
    public static final int ANSWER = FELT_LESS.bit
            | FELT_NEUTRAL.bit
            | FELT_MORE.bit
            | SEEN_LESS.bit
            | SEEN_NEUTRAL.bit
            | SEEN_MORE.bit
            | FELT_FIRST.bit;

    private final String word;
    private final int bit;

    Act(String word) {
        this.word = word;
        this.bit = 1 << ordinal();
    }

    /** The word used in the act column of a recording. */
    public String word() {
        return word;
    }

    public int bit() {
        return bit;
    }

    public boolean isIn(int acts) {
        return (acts & bit) != 0;
    }

    /**
     * Bits of an answer to a check-in.
     *
     * @param felt the runner's word, 0 below, 1 within, 2 above
     * @param seen the clip's, in the same way
     * @param first it came before the clip's word was shown
     */
    public static int answer(int felt, int seen, boolean first) {
        return FELT_LESS.bit << felt | SEEN_LESS.bit << seen | (first ? FELT_FIRST.bit : 0);
    }

    /** The runner's word in an answer, 0..2; -1 where there is none, or more than one. */
    public static int felt(int acts) {
        return word(acts, FELT_LESS.bit);
    }

    /** The clip's word in an answer, in the same way. */
    public static int seen(int acts) {
        return word(acts, SEEN_LESS.bit);
    }

    private static int word(int acts, int lowest) {
        int three = acts / lowest & (1 << WORDS) - 1;
        return Integer.bitCount(three) == 1 ? Integer.numberOfTrailingZeros(three) : -1;
    }
}
