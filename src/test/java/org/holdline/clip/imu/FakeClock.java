package org.holdline.clip.imu;

import java.util.Random;
import org.holdline.clock.Clock;

/** Time that passes only when somebody waits or a transfer takes it; a parked thread wakes a little late. */
final class FakeClock implements Clock {
    private final Random random;
    private final int lateNs;
    long nowNs = 5_000_000_000L;
    long longestParkNs;
    /** One wait in so many ends up to this much late; 0 = none. */
    int stallEvery;

    int stallNs;

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
        if (stallEvery > 0 && random.nextInt(stallEvery) == 0) {
            nowNs += random.nextInt(stallNs);
        }
    }

    /** One wake-up in many takes this long. */
    void stall(long nanos) {
        nowNs += nanos;
    }
}
