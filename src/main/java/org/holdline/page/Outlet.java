package org.holdline.page;

import java.io.IOException;
import java.io.OutputStream;
import org.holdline.clock.Clock;

/** Bytes on their way to one browser, by the thread that made it. Another one may look whether they move, and cut. */
final class Outlet {
    /** So much at a time, so that a slow browser that takes some is told from one that takes none. */
    private static final int PIECE_BYTES = 2048;

    private final OutputStream out;
    private final Clock clock;
    private final Thread thread = Thread.currentThread();

    private volatile boolean writing;
    private volatile long sinceNs;

    Outlet(OutputStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** Writes all of it through to the network. */
    void write(byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; from += PIECE_BYTES) {
            sinceNs = clock.nanoTime();
            writing = true;
            try {
                out.write(bytes, from, Math.min(PIECE_BYTES, bytes.length - from));
                out.flush();
            } finally {
                writing = false;
            }
        }
    }

    /** Any thread: true when a piece has been on its way for longer than this. */
    boolean isStuckFor(long nanos) {
        long since = sinceNs;
        return writing && clock.nanoTime() - since >= nanos;
    }

    /** Any thread: ends the write in hand, and the connection with it. */
    void cut() {
        thread.interrupt();
    }
}
