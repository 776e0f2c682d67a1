package org.holdline.page;

import java.util.concurrent.atomic.AtomicLong;
import org.holdline.clock.Clock;

/** Time that the test moves; waiting moves it too. */
final class StepClock implements Clock {
    private final AtomicLong nowNs = new AtomicLong();

    @Override
    public long nanoTime() {
        return nowNs.get();
    }

    @Override
    public void park(long nanos) {
        // Less than was asked for, so that what is waited for gets its turn first.
        nowNs.addAndGet(nanos / 10_000);
        Thread.onSpinWait();
    }

    void pass(long nanos) {
        nowNs.addAndGet(nanos);
    }
}
