package org.holdline.link.emulated;

import java.util.ArrayDeque;
import java.util.Deque;
import org.holdline.link.wire.Codes;
import org.holdline.link.wire.Protocol;
import org.jspecify.annotations.Nullable;

/** The button: kinds of press, mute, and the presses that wait for an answer. */
final class EmulatedButton {
    static final long NEVER = Long.MAX_VALUE;

    /** A press that waits for its answer. */
    record Press(int txn, long pressedUs, int kind, boolean muted, long knownUs) {}

    private enum Phase {
        UP,
        DOWN,
        /** Released, and may yet become a double. */
        RELEASED,
        /** Known already, still held. */
        HELD
    }

    private final Deque<Press> waiting = new ArrayDeque<>();
    private Phase phase = Phase.UP;
    private long pressedUs;
    private long releasedUs;
    private long sendUs;
    private boolean muted;
    private int presses;
    private int pressesLost;

    boolean isMuted() {
        return muted;
    }

    void unmute() {
        muted = false;
    }

    int presses() {
        return presses;
    }

    int pressesLost() {
        return pressesLost;
    }

    boolean isUndecided() {
        return phase == Phase.DOWN || phase == Phase.RELEASED;
    }

    void down(long nowUs) {
        if (phase == Phase.RELEASED) {
            phase = Phase.HELD;
            known(Codes.Press.DOUBLE, nowUs);
        } else {
            phase = Phase.DOWN;
            pressedUs = nowUs;
        }
    }

    void up(long nowUs) {
        phase = phase == Phase.DOWN ? Phase.RELEASED : Phase.UP;
        releasedUs = nowUs;
    }

    /** When time alone does something. */
    long dueUs(boolean greeted) {
        long due = switch (phase) {
            case DOWN -> pressedUs + Protocol.BUTTON_LONG_MS * 1000L;
            case RELEASED -> releasedUs + Protocol.BUTTON_DOUBLE_MS * 1000L;
            case UP, HELD -> NEVER;
        };
        if (!waiting.isEmpty()) {
            due = Math.min(due, waiting.getFirst().knownUs() + Protocol.BUTTON_LIFE_MS * 1000L);
            due = greeted ? Math.min(due, sendUs) : due;
        }
        return due;
    }

    /** What time alone does. */
    void pass(long nowUs) {
        if (phase == Phase.DOWN && nowUs >= pressedUs + Protocol.BUTTON_LONG_MS * 1000L) {
            phase = Phase.HELD;
            known(Codes.Press.LONG, nowUs);
        } else if (phase == Phase.RELEASED && nowUs >= releasedUs + Protocol.BUTTON_DOUBLE_MS * 1000L) {
            phase = Phase.UP;
            muted = !muted;
            known(Codes.Press.SHORT, nowUs);
        }
        if (!waiting.isEmpty() && nowUs >= waiting.getFirst().knownUs() + Protocol.BUTTON_LIFE_MS * 1000L) {
            pressesLost++;
            waiting.removeFirst();
            sendUs = nowUs;
        }
    }

    private void known(int kind, long nowUs) {
        presses++;
        waiting.addLast(new Press(presses, pressedUs, kind, muted, nowUs));
        if (waiting.size() > Protocol.BUTTON_QUEUE) {
            pressesLost++;
            waiting.removeFirst();
            sendUs = nowUs;
        } else if (waiting.size() == 1) {
            sendUs = nowUs;
        }
    }

    /** Somebody listens from now on. */
    void greeted(long nowUs) {
        sendUs = nowUs;
    }

    /** The press to be told now, or null. */
    @Nullable
    Press toTell(long nowUs) {
        if (waiting.isEmpty() || nowUs < sendUs) {
            return null;
        }
        sendUs = nowUs + Protocol.BUTTON_RETRY_MS * 1000L;
        return waiting.getFirst();
    }

    void answered(int txn, long nowUs) {
        if (!waiting.isEmpty() && waiting.getFirst().txn() == txn) {
            waiting.removeFirst();
            sendUs = nowUs;
        }
    }
}
