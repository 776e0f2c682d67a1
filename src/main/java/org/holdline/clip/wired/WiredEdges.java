package org.holdline.clip.wired;

import java.util.concurrent.locks.LockSupport;
import org.holdline.bus.InputLine;
import org.holdline.clip.imu.DataReadyLine;
import org.holdline.clock.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Edges on their way from the line's thread to the one that polls the clip. Allocates nothing per edge.
 *
 * <p>What does not fit is dropped; the edges' own numbers show the loss.
 */
public final class WiredEdges implements DataReadyLine, InputLine.Edges {
    /** A third of a second at 200 Hz: an older edge has nothing left to read. */
    private static final int SLOTS = 64;

    private final Clock clock;
    private final long[] timesNs = new long[SLOTS];
    private final int[] sequences = new int[SLOTS];
    private volatile int written;
    private volatile int taken;
    private volatile @Nullable Thread waiting;

    private long edgeNs;
    private long edgeNumber;
    private int lastSequence;

    /** @param clock whose {@link Clock#park} ends early when the waiting thread is woken */
    public WiredEdges(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void edge(long timeNs, boolean rising, int sequence) {
        int at = written;
        if (at - taken < SLOTS) {
            timesNs[at & (SLOTS - 1)] = timeNs;
            sequences[at & (SLOTS - 1)] = sequence;
            written = at + 1;
        }
        Thread reader = waiting;
        if (reader != null) {
            LockSupport.unpark(reader);
        }
    }

    @Override
    public boolean await(long timeoutNs) {
        if (take()) {
            return true;
        }
        if (timeoutNs <= 0) {
            return false;
        }
        long endNs = clock.nanoTime() + timeoutNs;
        waiting = Thread.currentThread();
        boolean found = take();
        for (long leftNs = timeoutNs; !found && leftNs > 0; leftNs = endNs - clock.nanoTime()) {
            clock.park(leftNs);
            found = take();
        }
        waiting = null;
        return found;
    }

    private boolean take() {
        int at = taken;
        if (at == written) {
            return false;
        }
        edgeNs = timesNs[at & (SLOTS - 1)];
        int sequence = sequences[at & (SLOTS - 1)];
        // The kernel's 32-bit number wraps after eight months; a line that has none counts by itself.
        edgeNumber += sequence == 0 || edgeNumber == 0 ? 1 : Math.max(1, sequence - lastSequence);
        lastSequence = sequence;
        taken = at + 1;
        return true;
    }

    @Override
    public long edgeNs() {
        return edgeNs;
    }

    @Override
    public long edgeNumber() {
        return edgeNumber;
    }
}
