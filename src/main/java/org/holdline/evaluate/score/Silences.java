package org.holdline.evaluate.score;

import org.holdline.cue.CueParams;

/**
 * When no cue can be due.
 *
 * @param cooldownUs after a cue
 * @param settleUs after running began, until the runner has run so long once
 * @param pauseUs after a later pause
 * @param changeUs after the belt changed its speed
 * @param rest after cues that changed nothing, or too many of them
 */
record Silences(long cooldownUs, long settleUs, long pauseUs, long changeUs, Rest rest) {
    private static final long SECOND_US = 1_000_000;

    static Silences of(CueParams cue) {
        return new Silences(
                cue.cooldownS() * SECOND_US,
                cue.settleS() * SECOND_US,
                cue.pauseSilenceS() * SECOND_US,
                cue.changeSilenceS() * SECOND_US,
                new Rest(
                        cue.maxUnanswered(),
                        cue.minResponseMdeg() / 1e3,
                        cue.restS() * SECOND_US,
                        cue.maxPerHalfHour()));
    }

    /**
     * When cues rest.
     *
     * @param unanswered after so many in a row that changed nothing
     * @param gainDeg what a change is
     * @param restUs for so long
     * @param perHalfHour and when half an hour holds so many
     */
    record Rest(int unanswered, double gainDeg, long restUs, int perHalfHour) {}
}
