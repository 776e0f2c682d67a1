package org.holdline.link.emulated;

import java.util.ArrayDeque;
import java.util.Deque;
import org.holdline.link.wire.Codes;
import org.holdline.link.wire.Protocol;
import org.jspecify.annotations.Nullable;

/** The button: bounces, kinds of press, mute, and the presses that wait for an answer. */
final class EmulatedButton {
    static final long NEVER = Long.MAX_VALUE;

    private static final long DEBOUNCE_US = Protocol.BUTTON_DEBOUNCE_MS * 1000L;
    private static final long DOUBLE_US = Protocol.BUTTON_DOUBLE_MS * 1000L;
    private static final long LONG_US = Protocol.BUTTON_LONG_MS * 1000L;

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
    private boolean closed;
    private long changedUs;
    private boolean down;
    private long pressedUs;
    private long releasedUs;
    private long sendUs;
    private boolean muted;
    private boolean longPress;
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

    /** The contact closes or opens; it counts once that has lasted. */
    void contact(boolean nowClosed, long nowUs) {
        if (closed != nowClosed) {
            closed = nowClosed;
            changedUs = nowUs;
        }
    }

    /** When time alone changes something. */
    long dueUs(boolean greeted) {
        long due = levelDueUs();
        if (!waiting.isEmpty()) {
            due = Math.min(due, waiting.getFirst().knownUs() + Protocol.BUTTON_LIFE_MS * 1000L);
            due = greeted ? Math.min(due, sendUs) : due;
        }
        return due;
    }

    private long levelDueUs() {
        if (closed != down) {
            return changedUs + DEBOUNCE_US;
        }
        return switch (phase) {
            case DOWN -> pressedUs + LONG_US;
            case RELEASED -> releasedUs + DOUBLE_US;
            case UP, HELD -> NEVER;
        };
    }

    /** What time alone does; true when the button has gone down. */
    boolean pass(long nowUs) {
        boolean pressed = false;
        if (closed == down) {
            decide(nowUs, nowUs);
        } else if (nowUs >= changedUs + DEBOUNCE_US) {
            // Not decided while the contact was made sure of: it may have come in time.
            decide(changedUs, nowUs);
            down = closed;
            pressed = down;
            edge(nowUs);
        }
        if (!waiting.isEmpty() && nowUs >= waiting.getFirst().knownUs() + Protocol.BUTTON_LIFE_MS * 1000L) {
            pressesLost++;
            waiting.removeFirst();
            sendUs = nowUs;
        }
        return pressed;
    }

    private void decide(long atUs, long nowUs) {
        if (phase == Phase.DOWN && atUs >= pressedUs + LONG_US) {
            phase = Phase.HELD;
            longPress = true;
            known(Codes.Press.LONG, nowUs);
        } else if (phase == Phase.RELEASED && atUs >= releasedUs + DOUBLE_US) {
            phase = Phase.UP;
            muted = !muted;
            known(Codes.Press.SHORT, nowUs);
        }
    }

    private void edge(long nowUs) {
        if (!down) {
            phase = phase == Phase.DOWN ? Phase.RELEASED : Phase.UP;
            releasedUs = changedUs;
        } else if (phase == Phase.RELEASED) {
            phase = Phase.HELD;
            known(Codes.Press.DOUBLE, nowUs);
        } else {
            phase = Phase.DOWN;
            pressedUs = changedUs;
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

    /** Whether a long press became known since this was last asked. */
    boolean takeLongPress() {
        boolean taken = longPress;
        longPress = false;
        return taken;
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
