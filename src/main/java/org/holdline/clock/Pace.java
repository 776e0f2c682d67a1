package org.holdline.clock;

import java.util.function.BooleanSupplier;

/** Holds a stream that could run faster to its own clock, or to a multiple of it. */
public final class Pace {
    /** Waits are cut into pieces of this length, so that a stop is noticed. */
    private static final long SLICE_NS = 20_000_000;

    private final Clock clock;
    private final double speed;
    private long startNs = Long.MIN_VALUE;
    private volatile boolean paused;

    /** @param speed stream seconds per wall second; infinite = do not wait at all */
    public Pace(Clock clock, double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed=" + speed + ", expected > 0");
        }
        this.clock = clock;
        this.speed = speed;
    }

    /** Any thread: the stream stands still from its next instant on, or goes on from there. */
    public void pause(boolean pausing) {
        paused = pausing;
    }

    public boolean isPaused() {
        return paused;
    }

    /**
     * Waits until a stream instant is due. The first call starts the clock at its instant.
     *
     * @param stopped ends the wait early when it answers true
     */
    public void await(long timeUs, BooleanSupplier stopped) {
        while (paused && !stopped.getAsBoolean()) {
            long beforeNs = clock.nanoTime();
            clock.park(SLICE_NS);
            if (startNs != Long.MIN_VALUE) {
                startNs += clock.nanoTime() - beforeNs;
            }
        }
        if (Double.isInfinite(speed)) {
            return;
        }
        long streamNs = (long) (timeUs * 1000 / speed);
        if (startNs == Long.MIN_VALUE) {
            startNs = clock.nanoTime() - streamNs;
        }
        long due = startNs + streamNs;
        while (!stopped.getAsBoolean()) {
            long left = due - clock.nanoTime();
            if (left <= 0) {
                return;
            }
            clock.park(Math.min(left, SLICE_NS));
        }
    }
}
