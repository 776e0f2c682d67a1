package org.holdline.cue.gpio;

import org.holdline.clock.Clock;

/** Time that passes only when a test says so. It begins below zero: the machine's may, too. */
final class FakeClock implements Clock {
    private static final long BEGIN_NS = -400_000_000;

    volatile long nowNs = BEGIN_NS;

    @Override
    public long nanoTime() {
        return nowNs;
    }

    @Override
    public void park(long nanos) {
        nowNs += nanos;
    }

    /** Since the beginning, ms. */
    long ms() {
        return (nowNs - BEGIN_NS) / 1_000_000;
    }

    void passMs(long ms) {
        nowNs += ms * 1_000_000;
    }
}
