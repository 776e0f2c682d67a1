package org.holdline.clip.imu;

/** The data-ready pin of a register model: an edge a sample, stamped at once, queued up to sixteen. */
final class FakeEdges implements DataReadyLine {
    private final FakeClock clock;
    private final FakePart part;
    private long taken = -1;
    private long told;

    /** One edge in so many is neither told nor counted; 0 = none. */
    int loseEvery;

    FakeEdges(FakeClock clock, FakePart part) {
        this.clock = clock;
        this.part = part;
    }

    @Override
    public boolean await(long timeoutNs) {
        long endNs = clock.nowNs + timeoutNs;
        if (part.newest(clock.nowNs) < taken) {
            taken = -1;
        }
        if (part.newest(endNs) <= taken) {
            clock.nowNs = endNs;
            return false;
        }
        long before = taken;
        taken = Math.max(taken + 1, part.newest(clock.nowNs) - 15);
        told += taken - before;
        if (loseEvery > 0 && taken % loseEvery == 0) {
            told--;
            clock.nowNs = Math.max(clock.nowNs, (long) part.instantNs(taken) + 30_000);
            return clock.nowNs < endNs && await(endNs - clock.nowNs);
        }
        clock.nowNs = Math.max(clock.nowNs, (long) part.instantNs(taken) + 30_000);
        return true;
    }

    @Override
    public long edgeNs() {
        return (long) part.instantNs(taken) + 8_000;
    }

    @Override
    public long edgeNumber() {
        return told;
    }
}
