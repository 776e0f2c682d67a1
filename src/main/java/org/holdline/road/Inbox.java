package org.holdline.road;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.holdline.sample.Act;
import org.holdline.sample.Phase;
import org.holdline.sample.Sample;
import org.jspecify.annotations.Nullable;

/** What people ask of a run from other threads; the road reads it between two samples. Thread-safe. */
public final class Inbox {
    private final AtomicInteger acts = new AtomicInteger();
    private final AtomicReference<@Nullable Phase> marker = new AtomicReference<>();
    private volatile int speedMPerH = Sample.UNKNOWN;

    /** Any thread: the act takes effect with the next sample. */
    public void act(Act act) {
        int bits = acts.get();
        while (!acts.compareAndSet(bits, with(bits, act))) {
            bits = acts.get();
        }
    }

    /** What is asked for last counts: mute after unmute mutes, and two flips are none. */
    private static int with(int bits, Act act) {
        return switch (act) {
            case MUTE -> (bits & ~Act.UNMUTE.bit()) | act.bit();
            case UNMUTE -> (bits & ~Act.MUTE.bit()) | act.bit();
            case MARK,
                    DISAGREE,
                    NEUTRAL,
                    ASKED,
                    FELT_LESS,
                    FELT_NEUTRAL,
                    FELT_MORE,
                    SEEN_LESS,
                    SEEN_NEUTRAL,
                    SEEN_MORE,
                    FELT_FIRST -> bits | act.bit();
            case HARD -> (bits & ~Act.EASY.bit()) | act.bit();
            case EASY -> (bits & ~Act.HARD.bit()) | act.bit();
            case FLIP -> bits ^ act.bit();
        };
    }

    /** Any thread: an answer to a check-in, whole, as {@link Act#answer} makes it; the last one counts. */
    public void answer(int answer) {
        int bits = acts.get();
        while (!acts.compareAndSet(bits, (bits & ~Act.ANSWER) | (answer & Act.ANSWER))) {
            bits = acts.get();
        }
    }

    /** Any thread: the phase begins with the next sample. */
    public void mark(Phase phase) {
        marker.set(phase);
    }

    /** Any thread: the belt runs at this speed from the next sample on, metres per hour, until another is said. */
    public void speed(int metresPerHour) {
        speedMPerH = metresPerHour;
    }

    /** Road: the speed said last, or {@link Sample#UNKNOWN}. */
    int speedMPerH() {
        return speedMPerH;
    }

    /** Road: bits of the acts since the last call. A plain read on all but a few samples. */
    int takeActs() {
        return acts.get() == 0 ? 0 : acts.getAndSet(0);
    }

    @Nullable
    Phase takeMarker() {
        return marker.get() == null ? null : marker.getAndSet(null);
    }
}
