package org.holdline.link.wire;

import java.util.ArrayDeque;
import java.util.Deque;

/** The button of {@link PlainClip}: kinds of press, mute, and telling the host until it answers. */
final class PlainButton {
    private enum Phase {
        IDLE,
        DOWN,
        RELEASED,
        /** Decided already, still held. */
        HELD
    }

    private record Press(int txn, long pressedUs, int kind, int muted, long bornUs) {}

    boolean muted;
    int presses;
    int pressesLost;

    private final PlainClip clip;
    private final Deque<Press> waiting = new ArrayDeque<>();
    private Phase phase = Phase.IDLE;
    private boolean contact;
    private long contactUs;
    private boolean level;
    private long pressedUs;
    private long releasedUs;
    private long sendUs;

    PlainButton(PlainClip clip) {
        this.clip = clip;
    }

    boolean isUndecided() {
        return phase == Phase.DOWN || phase == Phase.RELEASED;
    }

    /** A level that lasts BUTTON_DEBOUNCE_MS counts from its beginning. */
    void contact(boolean closed, long nowUs) {
        if (contact != closed) {
            contact = closed;
            contactUs = nowUs;
        }
    }

    long nextDueUs() {
        long dueUs = Long.MAX_VALUE;
        if (contact != level) {
            dueUs = contactUs + clip.ms("BUTTON_DEBOUNCE_MS");
        } else if (phase == Phase.DOWN) {
            dueUs = pressedUs + clip.ms("BUTTON_LONG_MS");
        } else if (phase == Phase.RELEASED) {
            dueUs = releasedUs + clip.ms("BUTTON_DOUBLE_MS");
        }
        if (!waiting.isEmpty()) {
            dueUs = Math.min(dueUs, waiting.getFirst().bornUs + clip.ms("BUTTON_LIFE_MS"));
            dueUs = clip.isGreeted() ? Math.min(dueUs, sendUs) : dueUs;
        }
        return dueUs;
    }

    void due(long nowUs) {
        if (contact != level && nowUs >= contactUs + clip.ms("BUTTON_DEBOUNCE_MS")) {
            level = contact;
            edge(nowUs);
        } else if (contact == level && phase == Phase.DOWN && nowUs >= pressedUs + clip.ms("BUTTON_LONG_MS")) {
            becomesLong(nowUs);
        } else if (contact == level && phase == Phase.RELEASED && nowUs >= releasedUs + clip.ms("BUTTON_DOUBLE_MS")) {
            becomesShort(nowUs);
        } else if (nowUs >= waiting.getFirst().bornUs + clip.ms("BUTTON_LIFE_MS")) {
            pressesLost++;
            waiting.removeFirst();
            greeted(nowUs);
        } else {
            send(nowUs);
        }
    }

    private void edge(long nowUs) {
        if (phase == Phase.DOWN && contactUs >= pressedUs + clip.ms("BUTTON_LONG_MS")) {
            becomesLong(nowUs);
        } else if (phase == Phase.RELEASED && contactUs >= releasedUs + clip.ms("BUTTON_DOUBLE_MS")) {
            becomesShort(nowUs);
        }
        if (level) {
            clip.end("BUTTON");
        }
        if (level && phase == Phase.RELEASED) {
            phase = Phase.HELD;
            tell(2, nowUs);
        } else if (level) {
            phase = Phase.DOWN;
            pressedUs = contactUs;
        } else {
            phase = phase == Phase.DOWN ? Phase.RELEASED : Phase.IDLE;
            releasedUs = contactUs;
        }
    }

    private void becomesLong(long nowUs) {
        phase = Phase.HELD;
        clip.longPress();
        tell(3, nowUs);
    }

    private void becomesShort(long nowUs) {
        phase = Phase.IDLE;
        muted = !muted;
        tell(1, nowUs);
    }

    void answered(int txn, long nowUs) {
        if (!waiting.isEmpty() && waiting.getFirst().txn == txn) {
            waiting.removeFirst();
            greeted(nowUs);
        }
    }

    /** Sends the oldest press at once, when there is one and somebody to hear it. */
    void greeted(long nowUs) {
        if (!waiting.isEmpty() && clip.isGreeted()) {
            send(nowUs);
        }
    }

    private void tell(int kind, long nowUs) {
        presses++;
        waiting.addLast(new Press(presses, pressedUs, kind, muted ? 1 : 0, nowUs));
        if (waiting.size() > 4) {
            pressesLost++;
            waiting.removeFirst();
            greeted(nowUs);
        } else if (waiting.size() == 1) {
            greeted(nowUs);
        }
    }

    private void send(long nowUs) {
        Press press = waiting.getFirst();
        clip.say(
                "BUTTON_REQUEST",
                "txn=" + press.txn + " pressed_us=" + (press.pressedUs & 0xFFFFFFFFL) + " press=" + press.kind
                        + " muted=" + press.muted);
        sendUs = nowUs + clip.ms("BUTTON_RETRY_MS");
    }
}
