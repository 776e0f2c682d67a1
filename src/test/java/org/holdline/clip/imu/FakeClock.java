package org.holdline.clip.imu;

import java.util.Random;
import org.holdline.clock.Clock;

/** Time that passes only when somebody waits or a transfer takes it; a parked thread wakes a little late. */
final class FakeClock implements Clock {
    private final Random random;
    private final int lateNs;
    long nowNs = 5_000_000_000L;
    long longestParkNs;

    FakeClock(long seed, int lateNs) {
        random = new Random(seed);
        this.lateNs = lateNs;
    }

    @Override
    public long nanoTime() {
        return nowNs;
    }

    @Override
    public void park(long nanos) {
        longestParkNs = Math.max(longestParkNs, nanos);
        nowNs += nanos + (lateNs == 0 ? 0 : random.nextInt(lateNs));
    }

    /** One wake-up in many takes this long. */
    void stall(long nanos) {
        nowNs += nanos;
    }
}
