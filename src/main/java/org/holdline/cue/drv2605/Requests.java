package org.holdline.cue.drv2605;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What the road and others ask for, until the bus thread looks. Nobody waits here and nothing is allocated.
 *
 * <p><b>Threads:</b> one writes pulses, any may call off, one takes.
 */
final class Requests {
    private static final int LENGTH_BITS = 16;
    private static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;

    /** Number of the pulse above, its length in ms below, so that both arrive together. */
    private volatile long latest;

    private volatile long pulseNs;
    /** All pulses up to this one have been called off. */
    private final AtomicLong calledOff = new AtomicLong();

    private volatile boolean offWaits;
    private volatile long offNs;

    void pulse(int pulseMs, long nowNs) {
        pulseNs = nowNs;
        latest = ((latest >>> LENGTH_BITS) + 1) << LENGTH_BITS | pulseMs;
    }

    void off(long nowNs) {
        long upTo = latest;
        long before = calledOff.get();
        while (upTo > before && !calledOff.compareAndSet(before, upTo)) {
            before = calledOff.get();
        }
        offNs = nowNs;
        offWaits = true;
    }

    /** The pulse asked for last; compare with an earlier answer to tell whether there is a new one. */
    long latest() {
        return latest;
    }

    static int pulseMs(long request) {
        return (int) (request & LENGTH_MASK);
    }

    boolean isCalledOff(long request) {
        return request <= calledOff.get();
    }

    /** When the latest pulse was asked for. */
    long pulseNs() {
        return pulseNs;
    }

    boolean offWaits() {
        return offWaits;
    }

    /** When the latest off was asked for. */
    long offNs() {
        return offNs;
    }

    /** Answers once whether anybody called off; to be asked before {@link #latest}. */
    boolean takeOff() {
        if (!offWaits) {
            return false;
        }
        // One that comes in between is served by the same stop, which has yet to go out.
        offWaits = false;
        return true;
    }
}
