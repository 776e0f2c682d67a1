package org.holdline.link;

import java.util.Random;
import org.holdline.link.wire.Protocol;

/** How long to wait before a port is opened again: doubled each time, give or take a fifth. */
final class Backoff {
    private static final long MS = 1_000_000;
    private static final int JITTER_PCT = 20;

    private final Random random;
    private long pauseMs = Protocol.BACKOFF_MIN_MS;

    Backoff(long seed) {
        random = new Random(seed);
    }

    void restart() {
        pauseMs = Protocol.BACKOFF_MIN_MS;
    }

    long nextNs() {
        int pct = 100 - JITTER_PCT + random.nextInt(2 * JITTER_PCT + 1);
        long pauseNs = pauseMs * MS * pct / 100;
        pauseMs = Math.min(2 * pauseMs, Protocol.BACKOFF_MAX_MS);
        return pauseNs;
    }
}
