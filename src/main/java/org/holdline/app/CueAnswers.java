package org.holdline.app;

import org.holdline.link.LinkFigures;
import org.jspecify.annotations.Nullable;

/**
 * Notices when the clip has answered a cue, and when the read returned that brought the answer.
 *
 * <p><b>Threads:</b> {@link #run} is the link's reader's; all else is any thread's.
 */
final class CueAnswers implements Runnable {
    private volatile @Nullable SerialSource source;
    private volatile long lastNs;
    private volatile long count;

    /** From now on. */
    void of(SerialSource wanted) {
        source = wanted;
    }

    @Override
    public void run() {
        SerialSource from = source;
        if (from == null) {
            return;
        }
        LinkFigures figures = from.figures();
        long answered = figures.cues().played() + figures.cues().refused();
        if (answered != count) {
            lastNs = from.clip().lastReadNs();
            count = answered;
        }
    }

    /** Answers so far. */
    long count() {
        return count;
    }

    /** When the last of them was read, ns; valid after {@link #count} has told of it. */
    long lastNs() {
        return lastNs;
    }
}
