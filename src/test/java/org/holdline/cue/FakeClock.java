package org.holdline.cue;

import org.holdline.clock.Clock;

/** Time that passes only when a test says so. It begins below zero: the machine's may, too. */
public final class FakeClock implements Clock {
    private static final long BEGIN_NS = -400_000_000;

    public volatile long nowNs = BEGIN_NS;

    @Override
    public long nanoTime() {
        return nowNs;
    }

    @Override
    public void park(long nanos) {
        nowNs += nanos;
    }

    /** Since the beginning, ms. */
    public long ms() {
        return (nowNs - BEGIN_NS) / 1_000_000;
    }

    public void passMs(long ms) {
        nowNs += ms * 1_000_000;
    }
}
