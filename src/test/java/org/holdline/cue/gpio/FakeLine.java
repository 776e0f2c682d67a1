package org.holdline.cue.gpio;

import java.util.ArrayList;
import java.util.List;
import org.holdline.bus.OutputLine;
import org.holdline.cue.FakeClock;

/** A line with a motor behind it that keeps book of how long it is on, and refuses when told to. */
final class FakeLine implements OutputLine {
    static final int EIO = 5;

    private final FakeClock clock;
    private long onSinceNs;
    private long longestNs;
    private boolean on;

    final List<String> calls = new ArrayList<>();
    int refuseOn;
    int refuseOff;
    /** A refused call is one whose answer got lost: the line was switched nevertheless. */
    boolean switchesThough;

    int closes;

    FakeLine(FakeClock clock) {
        this.clock = clock;
    }

    @Override
    public String where() {
        return "/dev/gpiochip0 line 18";
    }

    @Override
    public synchronized int drive(boolean to) {
        boolean refused = to ? refuseOn > 0 : refuseOff > 0;
        if (refused && to) {
            refuseOn--;
        } else if (refused) {
            refuseOff--;
        }
        calls.add((to ? "on" : "off") + (refused ? "!" : "") + "@" + clock.ms());
        if (!refused || switchesThough) {
            set(to);
        }
        return refused ? -EIO : 0;
    }

    private void set(boolean to) {
        if (to && !on) {
            onSinceNs = clock.nowNs;
        }
        longestNs = longestNs();
        on = to;
    }

    synchronized boolean isOn() {
        return on;
    }

    /** Longest time on without a break so far, ns. */
    synchronized long longestNs() {
        return on ? Math.max(longestNs, clock.nowNs - onSinceNs) : longestNs;
    }

    @Override
    public int sense() {
        return isOn() ? 1 : 0;
    }

    @Override
    public void close() {
        closes++;
        set(false);
    }
}
