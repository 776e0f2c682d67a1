package org.holdline.app;

import org.holdline.clock.Clock;
import org.holdline.link.BytePipe;
import org.holdline.link.PipeOpener;

/**
 * A port that is closed when a write to it hangs: nothing else ends a write that the other end does not take.
 *
 * <p><b>Threads:</b> one reads and writes; a thread of its own watches and closes.
 */
final class GuardedPort implements BytePipe {
    private static final long LOOK_NS = 100_000_000;
    private static final long HANGS_NS = 2_000_000_000;

    private final BytePipe pipe;
    private final Clock clock;
    private volatile long begunNs;
    private volatile boolean isWriting;
    private volatile boolean ended;

    private GuardedPort(BytePipe pipe, Clock clock) {
        this.pipe = pipe;
        this.clock = clock;
    }

    static PipeOpener opener(PipeOpener opener, Clock clock) {
        return () -> {
            GuardedPort port = new GuardedPort(opener.open(), clock);
            Thread watch = new Thread(port::watch, "holdline-port-watch");
            watch.setDaemon(true);
            watch.start();
            return port;
        };
    }

    private void watch() {
        while (!ended) {
            clock.park(LOOK_NS);
            if (isWriting && clock.nanoTime() - begunNs > HANGS_NS) {
                ended = true;
            }
        }
        pipe.close();
    }

    @Override
    public int read(byte[] into) {
        return ended ? GONE : pipe.read(into);
    }

    @Override
    public boolean write(byte[] bytes, int length) {
        begunNs = clock.nanoTime();
        isWriting = true;
        try {
            return !ended && pipe.write(bytes, length);
        } finally {
            isWriting = false;
        }
    }

    @Override
    public void close() {
        ended = true;
        pipe.close();
    }
}
