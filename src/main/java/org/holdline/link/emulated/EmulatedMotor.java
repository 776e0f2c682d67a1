package org.holdline.link.emulated;

import java.util.ArrayDeque;
import java.util.Deque;
import org.holdline.link.wire.Protocol;

/** The motor and the limits it keeps by itself. */
final class EmulatedMotor {
    private record Played(long fromUs, long toUs) {}

    private final Deque<Played> played = new ArrayDeque<>();
    private boolean playing;
    private int txn;
    private long fromUs;
    private long toUs;

    boolean isPlaying() {
        return playing;
    }

    int txn() {
        return txn;
    }

    long fromUs() {
        return fromUs;
    }

    long toUs() {
        return toUs;
    }

    void play(int cueTxn, int durationMs, long nowUs) {
        playing = true;
        txn = cueTxn;
        fromUs = nowUs;
        toUs = nowUs + durationMs * 1000L;
    }

    void stop(long nowUs) {
        playing = false;
        played.addLast(new Played(fromUs, nowUs));
    }

    /** Cue time inside the window that ends now, us. */
    long usedUs(long nowUs) {
        long windowUs = nowUs - Protocol.CUE_WINDOW_MS * 1000L;
        while (!played.isEmpty() && played.getFirst().toUs() <= windowUs) {
            played.removeFirst();
        }
        return played.stream()
                .mapToLong(cue -> cue.toUs() - Math.max(windowUs, cue.fromUs()))
                .sum();
    }
}
