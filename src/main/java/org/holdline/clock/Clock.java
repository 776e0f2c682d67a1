package org.holdline.clock;

import java.util.concurrent.locks.LockSupport;

/** The machine's time and the way to wait for it; tests bring their own. */
public interface Clock {
    /** Monotonic time of no meaning in itself, ns. */
    long nanoTime();

    /** Waits about this long, ns; may return early. */
    void park(long nanos);

    /** The machine's own. */
    static Clock system() {
        return new Clock() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void park(long nanos) {
                LockSupport.parkNanos(nanos);
            }
        };
    }
}
