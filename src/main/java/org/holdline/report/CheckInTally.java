package org.holdline.report;

import org.holdline.sample.Act;
import org.jspecify.annotations.Nullable;

/** Folds questions and answers of a run's check-ins, and the cues around them. */
final class CheckInTally {
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final int[][] pairs = new int[Act.WORDS][Act.WORDS];
    private int asked;
    private int answered;
    private long cueUs = NEVER;
    private long firstUs = NEVER;
    private int felt;
    private int seen;

    void act(long timeUs, int acts) {
        asked += Act.ASKED.isIn(acts) ? 1 : 0;
        int said = Act.felt(acts);
        int shown = Act.seen(acts);
        if (said < 0 || shown < 0) {
            return;
        }
        answered++;
        firstUs = NEVER;
        // A cue takes an open question back; only an answer already on its way still comes after one.
        if (Act.FELT_FIRST.isIn(acts) && timeUs - cueUs >= Awareness.CUE_US) {
            firstUs = timeUs;
            felt = said;
            seen = shown;
            pairs[felt][seen]++;
        }
    }

    /** What the runner was told by a cue just after an answer may have been felt already: that answer does not count. */
    void cue(long timeUs) {
        cueUs = timeUs;
        if (timeUs - firstUs < Awareness.CUE_US) {
            pairs[felt][seen]--;
            firstUs = NEVER;
        }
    }

    /** Null where nobody was asked. */
    Summary.@Nullable CheckIns closed() {
        return asked + answered == 0 ? null : new Summary.CheckIns(asked, answered, Awareness.of(pairs));
    }
}
