package org.holdline.evaluate.score;

import org.holdline.cue.CueParams;

/**
 * When no cue can be due.
 *
 * @param cooldownUs after a cue
 * @param settleUs after running began
 * @param changeUs after the belt changed its speed
 */
record Silences(long cooldownUs, long settleUs, long changeUs) {
    static Silences of(CueParams cue) {
        return new Silences(
                cue.cooldownS() * 1_000_000L, cue.settleS() * 1_000_000L, cue.changeSilenceS() * 1_000_000L);
    }
}
