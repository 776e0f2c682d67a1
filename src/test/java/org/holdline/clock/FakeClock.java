package org.holdline.clock;

import java.util.ArrayList;
import java.util.List;

/** A clock that moves by waiting alone. */
final class FakeClock implements Clock {
    long nowNs;

    /** Added to every wait: what a busy machine does. */
    long lateNs;

    /** Of a wait, the share that passes: park may return early. */
    double share = 1;

    final List<Long> parked = new ArrayList<>();

    FakeClock(long nowNs) {
        this.nowNs = nowNs;
    }

    @Override
    public long nanoTime() {
        return nowNs;
    }

    @Override
    public void park(long nanos) {
        parked.add(nanos);
        nowNs += Math.max(1, (long) (nanos * share)) + lateNs;
    }
}
