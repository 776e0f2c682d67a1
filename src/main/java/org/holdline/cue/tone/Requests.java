package org.holdline.cue.tone;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What is asked for, until the speaker's thread looks. Nobody waits here and nothing is allocated.
 *
 * <p><b>Threads:</b> one asks for tones, any may call off, one takes.
 */
final class Requests {
    private static final int LENGTH_BITS = 16;
    private static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;

    /** Number of the tone above, its length in ms below, so that both arrive together. */
    private volatile long latest;

    private volatile long askedNs;

    /** All up to this one have been called off. */
    private final AtomicLong calledOff = new AtomicLong();

    void ask(int lengthMs, long nowNs) {
        askedNs = nowNs;
        latest = ((latest >>> LENGTH_BITS) + 1) << LENGTH_BITS | lengthMs;
    }

    void callOff() {
        long upTo = latest;
        long before = calledOff.get();
        while (upTo > before && !calledOff.compareAndSet(before, upTo)) {
            before = calledOff.get();
        }
    }

    /** The tone asked for last, 0 before the first; another answer than before tells that there is a new one. */
    long latest() {
        return latest;
    }

    static int lengthMs(long request) {
        return (int) (request & LENGTH_MASK);
    }

    boolean isCalledOff(long request) {
        return request <= calledOff.get();
    }

    /** When the latest was asked for. */
    long askedNs() {
        return askedNs;
    }
}
