package org.holdline.clock;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * How late this machine wakes a thread that asked for one millisecond: what part of any latency is the machine's own.
 * Measured twenty times a second on a thread of its own while a run goes on.
 */
public final class TimerJitter implements Runnable {
    private static final long ASKED_NS = 1_000_000;
    private static final long PAUSE_NS = 49_000_000;

    private final Clock clock;
    private final Recorder late = new Recorder(3);

    public TimerJitter(Clock clock) {
        this.clock = clock;
    }

    /** Measures until the thread is interrupted. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            long before = clock.nanoTime();
            clock.park(ASKED_NS);
            late.recordValue(Math.max(0, clock.nanoTime() - before - ASKED_NS));
            clock.park(PAUSE_NS);
        }
    }

    /** Lateness since the start, ns. Any thread, once. */
    public Histogram histogram() {
        return late.getIntervalHistogram();
    }
}
