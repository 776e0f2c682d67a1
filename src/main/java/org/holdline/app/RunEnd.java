package org.holdline.app;

import java.io.IOException;
import org.holdline.clock.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a run still goes on, and what broke it. Shared by all of its threads. */
final class RunEnd {
    private static final Logger LOG = LoggerFactory.getLogger(RunEnd.class);

    /** From a stop on, everything together may take this long; what has not ended then is left behind. */
    private static final long CLOSE_NS = 600_000_000;

    private final Source source;
    private final Clock clock;
    private volatile boolean stopped;
    private volatile long stoppedNs;
    private volatile boolean roadDone;
    private volatile @Nullable String fault;
    private volatile @Nullable IOException sourceFault;
    private volatile @Nullable String notice;

    RunEnd(Source source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Ends the run after the sample in hand. */
    void stop() {
        if (!stopped) {
            stoppedNs = clock.nanoTime();
            stopped = true;
            if (source.isLive()) {
                // The road may sit in a transfer for a second, and a second signal would not wait for it.
                source.output().off();
            }
        }
    }

    boolean isStopped() {
        return stopped;
    }

    /** True when a stop was asked for so long ago that nothing may be waited for any more. */
    boolean isLate() {
        return stopped && clock.nanoTime() - stoppedNs > CLOSE_NS;
    }

    /** The road writes into no ring any more. */
    void roadDone() {
        roadDone = true;
    }

    /** True when what is in the rings is the last of it. */
    boolean isLast() {
        return roadDone || isLate();
    }

    /** A bug: nobody may take this run for a whole one. */
    void broke(String where, Throwable e) {
        if (fault == null) {
            fault = "the " + where + " broke: " + e;
        }
        LOG.error("the {} broke", where, e);
        stop();
    }

    /** The source delivers no more. */
    void sourceBroke(IOException e) {
        sourceFault = e;
        fault = Failure.textOf(e);
    }

    /** Standard output takes no more: one that has gone ("| head") ends the run without a word, anything else is a fault. */
    void readerGone(IOException e) {
        if (!(e instanceof StandardOutput.ReaderGoneException)) {
            fault = Failure.textOf(e);
        }
        stop();
    }

    /** Why the run broke off; null when it did not. */
    @Nullable
    String fault() {
        return fault;
    }

    @Nullable
    IOException sourceFault() {
        return sourceFault;
    }

    /** Something a person is told, without an end of the run; the latest counts. */
    void notice(String text) {
        notice = text;
    }

    /** By the view's thread alone. */
    @Nullable
    String takeNotice() {
        String text = notice;
        if (text != null) {
            notice = null;
        }
        return text;
    }
}
