package org.holdline.guide;

import java.util.random.RandomGenerator;
import org.holdline.report.Awareness;
import org.holdline.sample.Act;

/**
 * Asks the runner now and then how it feels: three words. One of every two questions comes before the clip is shown, and the clip
 * five seconds after the answer; which one is drawn. No question comes within 30 s of a cue.
 */
public final class CheckIns {
    private static final long MINUTE_US = 60_000_000;
    private static final long UNANSWERED_US = 20_000_000;
    private static final long SHOWN_AFTER_US = 5_000_000;
    private static final long SHOWN_FOR_US = 5_000_000;
    private static final long NEVER = Long.MIN_VALUE / 2;

    /** What is going on. */
    public enum State {
        QUIET,
        /** A question is open. */
        ASKED,
        /** Answered before the clip was shown: it is still hidden. */
        HIDDEN,
        /** The clip's word stands beside the runner's. */
        SHOWN
    }

    private final long everyUs;
    private final RandomGenerator chance;
    private final int[][] pairs = new int[Act.WORDS][Act.WORDS];

    private State state = State.QUIET;
    private boolean feelFirst;
    private boolean otherOfTwo;
    private long sinceUs;
    private long dueUs = NEVER;
    private long cueUs = NEVER;
    private int said;
    private int seen;
    private int asked;
    private int turn;
    private boolean counted;

    /** @param everyMin running minutes between two questions, 1 and more */
    public CheckIns(int everyMin, RandomGenerator chance) {
        if (everyMin < 1) {
            throw new IllegalArgumentException("everyMin=" + everyMin + ", expected >= 1");
        }
        everyUs = everyMin * MINUTE_US;
        this.chance = chance;
    }

    /** The runner was cued: an open question is taken back, and one answered just before does not count. */
    public void cued(long timeUs) {
        cueUs = timeUs;
        if (counted && timeUs - sinceUs < Awareness.CUE_US) {
            pairs[said][seen]--;
            counted = false;
        }
        if (state != State.QUIET) {
            quiet();
        }
    }

    /**
     * Looks whether something is due.
     *
     * @param judged the runner runs in the cued run, and the last steps were judged
     * @param word of the clip: 0 below the band, 1 within, 2 above
     * @return true when the state changed
     */
    public boolean look(long timeUs, boolean judged, int word) {
        State before = state;
        if (dueUs == NEVER && judged) {
            dueUs = timeUs + everyUs;
        }
        switch (state) {
            case QUIET -> {
                if (judged && timeUs >= dueUs && timeUs - cueUs >= Awareness.CUE_US) {
                    ask(timeUs, word);
                }
            }
            case ASKED -> {
                if (timeUs - sinceUs > UNANSWERED_US) {
                    quiet();
                }
            }
            case HIDDEN -> {
                if (timeUs - sinceUs >= SHOWN_AFTER_US) {
                    state = State.SHOWN;
                }
            }
            case SHOWN -> {
                if (timeUs - sinceUs >= (feelFirst ? SHOWN_AFTER_US : 0) + SHOWN_FOR_US) {
                    quiet();
                }
            }
        }
        return state != before;
    }

    private void ask(long timeUs, int word) {
        feelFirst = otherOfTwo ? !feelFirst : chance.nextBoolean();
        otherOfTwo = !otherOfTwo;
        state = State.ASKED;
        sinceUs = timeUs;
        dueUs = timeUs + everyUs;
        seen = word;
        counted = false;
        asked++;
        turn++;
    }

    private void quiet() {
        state = State.QUIET;
        turn++;
    }

    /** The runner's word, 0 below, 1 neutral, 2 above; one that nobody asked for is none. */
    public boolean answer(int word, long timeUs) {
        if (state != State.ASKED || word < 0 || word >= Act.WORDS) {
            return false;
        }
        said = word;
        sinceUs = timeUs;
        turn++;
        state = feelFirst ? State.HIDDEN : State.SHOWN;
        if (feelFirst) {
            pairs[word][seen]++;
            counted = true;
        }
        return true;
    }

    public State state() {
        return state;
    }

    /** The clip is to be hidden: the question, or the answer just given, comes before it. */
    public boolean hidesTheClip() {
        return feelFirst && (state == State.ASKED || state == State.HIDDEN);
    }

    /** The answer just given as what the runner did, for the road. */
    public int act() {
        return Act.answer(said, seen, feelFirst);
    }

    public int said() {
        return said;
    }

    public int seen() {
        return seen;
    }

    /** Questions so far. */
    public int asked() {
        return asked;
    }

    /** Changes with every state: an answer says which question it answers. */
    public int turn() {
        return turn;
    }

    public Awareness awareness() {
        return Awareness.of(pairs);
    }
}
