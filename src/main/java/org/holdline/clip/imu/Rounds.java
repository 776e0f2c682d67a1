package org.holdline.clip.imu;

import org.holdline.clock.Clock;
import org.jspecify.annotations.Nullable;

/** Turn by turn: waits for what is due next on the bus, never longer than a period, and does it. */
final class Rounds {
    private static final long FIRST_REOPEN_NS = 10_000_000;
    private static final long LAST_REOPEN_NS = 1_000_000_000;

    private final RegisterBus bus;
    private final @Nullable DataReadyLine line;
    private final BusGuest guest;
    private final Clock clock;
    private final long longestWaitNs;

    final Channel lower;
    final @Nullable Channel upper;

    private boolean down;
    private long reopenAtNs;
    private long reopenAfterNs = FIRST_REOPEN_NS;
    private long reopens;

    Rounds(RegisterBus bus, @Nullable DataReadyLine line, I2cOptions options, BusGuest guest, Clock clock) {
        this.bus = bus;
        this.guest = guest;
        this.clock = clock;
        this.line = options.pacing() == Pacing.DATA_READY ? line : null;
        longestWaitNs = options.lower().nominalPeriodNs();
        lower = new Channel(bus, clock, options.lower(), options.pacing(), line != null);
        ImuSpec above = options.upper();
        upper = above == null ? null : new Channel(bus, clock, above, options.pacing(), false);
    }

    /** From here on samples count. */
    void begin() {
        lower.begin();
        if (upper != null) {
            upper.begin();
        }
    }

    void turn() {
        long waitNs = Math.max(0, Math.min(dueNs() - clock.nanoTime(), longestWaitNs));
        int code = RegisterBus.OK;
        if (line != null && !down && lower.isWaitingForEdges()) {
            code = awaitEdge(line, waitNs);
        } else if (waitNs > 0) {
            clock.park(waitNs);
        }
        if (down) {
            reopen();
            return;
        }
        if (code == RegisterBus.OK && lower.dueNs() <= clock.nanoTime()) {
            code = lower.step();
        }
        if (code == RegisterBus.OK && upper != null && upper.dueNs() <= clock.nanoTime()) {
            code = upper.step();
        }
        // Samples first: a motor that starts a transfer later is not felt later, a sample read late is lost.
        if (code == RegisterBus.OK && guest.dueNs() <= clock.nanoTime()) {
            guest.step(clock.nanoTime());
        }
        if (code != RegisterBus.OK) {
            lose(code);
        } else if (lower.isDelivering()) {
            reopenAfterNs = FIRST_REOPEN_NS;
        }
    }

    private long dueNs() {
        if (down) {
            return reopenAtNs;
        }
        long imusNs = upper == null ? lower.dueNs() : Math.min(lower.dueNs(), upper.dueNs());
        return Math.min(imusNs, guest.dueNs());
    }

    private int awaitEdge(DataReadyLine edges, long waitNs) {
        if (!edges.await(waitNs)) {
            return RegisterBus.OK;
        }
        // The registers hold the newest sample only, so older edges have nothing to read any more.
        boolean more = true;
        while (more) {
            more = edges.await(0);
        }
        return lower.edge(edges.edgeNumber(), edges.edgeNs());
    }

    private void lose(int code) {
        ImuState why = code == RegisterBus.GONE ? ImuState.BUS_GONE : ImuState.BUS_STUCK;
        down = true;
        reopenAtNs = clock.nanoTime() + reopenAfterNs;
        lower.restart(why, reopenAtNs);
        if (upper != null) {
            upper.restart(why, reopenAtNs);
        }
    }

    private void reopen() {
        if (clock.nanoTime() < reopenAtNs) {
            return;
        }
        reopens++;
        reopenAfterNs = Math.min(2 * reopenAfterNs, LAST_REOPEN_NS);
        int code = bus.reopen();
        if (code == RegisterBus.OK) {
            down = false;
        } else {
            reopenAtNs = clock.nanoTime() + reopenAfterNs;
        }
    }

    /** True while nothing on the bus can be heard. */
    boolean isDown() {
        return down;
    }

    /** How often the bus was opened again. */
    long reopens() {
        return reopens;
    }
}
