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

    private final String remote;

    private volatile boolean writing;
    private volatile long sinceNs;
    private volatile long writtenBytes;

    // Of the one that looks.
    private long takenBytes = -1;
    private long takenNs;

    /** @param remote the other end, as {@link SendQueues#key} writes it */
    Outlet(OutputStream out, String remote, Clock clock) {
        this.out = out;
        this.remote = remote;
        this.clock = clock;
    }

    String remote() {
        return remote;
    }

    /** Writes all of it through to the network. */
    void write(byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; from += PIECE_BYTES) {
            sinceNs = clock.nanoTime();
            writing = true;
            int length = Math.min(PIECE_BYTES, bytes.length - from);
            try {
                out.write(bytes, from, length);
                out.flush();
                writtenBytes = writtenBytes + length;
            } finally {
                writing = false;
            }
        }
    }

    /** Any thread: true while a piece is on its way. */
    boolean isWriting() {
        return writing;
    }

    /** Any thread: true when a piece has been on its way for longer than this. */
    boolean isStuckFor(long nanos) {
        long since = sinceNs;
        return writing && clock.nanoTime() - since >= nanos;
    }

    /**
     * The one that looks: true when the kernel has held bytes for this long and the other end took none of them.
     *
     * @param queuedBytes that it holds now
     */
    boolean hasTakenNothingFor(long nanos, long queuedBytes) {
        // Framing is queued and not counted as written: while nothing is taken this only falls.
        long taken = writtenBytes - queuedBytes;
        if (queuedBytes == 0 || takenBytes < 0 || taken > takenBytes) {
            takenBytes = Math.max(0, taken);
            takenNs = clock.nanoTime();
        }
        return queuedBytes > 0 && clock.nanoTime() - takenNs >= nanos;
    }

    /** Any thread: ends the write in hand, and the connection with it. */
    void cut() {
        thread.interrupt();
    }
}
