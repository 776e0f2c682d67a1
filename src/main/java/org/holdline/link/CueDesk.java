package org.holdline.link;

import org.holdline.link.wire.Codes;
import org.holdline.link.wire.CueRequest;
import org.holdline.link.wire.CueStopRequest;
import org.holdline.link.wire.FrameWriter;
import org.holdline.link.wire.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * The cue that is under way and the stop that is: what is sent when, and what became of it. One cue at a time; the road
 * asks for no two within twenty seconds.
 */
final class CueDesk {
    /** A cue that reaches the clip later says nothing about the step it was meant for, ms. */
    static final int TTL_MS = 300;

    private static final long MS = 1_000_000;
    private static final int LENGTH_BITS = 16;
    private static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;
    private static final int FULL_PCT = 100;

    private final CueRequest request = new CueRequest();
    private final CueStopRequest stop = new CueStopRequest();
    private final Txns txns;

    // Written by the road's thread: number of the pulse above, its length in ms below, so that both arrive together.
    private volatile long asked;
    private volatile long askedNs;
    private volatile long offAsked;

    // Below the link's lock.
    private long taken;
    private long offTaken;
    private boolean pending;
    private int txn;
    private int issuedUs;
    private long issuedNs;
    private int durationMs;
    private long dueNs;
    private boolean stopPending;
    private int stopTxn;
    private long stopDueNs;
    private long playingUntilNs;
    private boolean mayPlay;

    private long played;
    private long refused;
    private long notDelivered;
    private long stops;
    private int lastRefusal;

    CueDesk(Txns txns) {
        this.txns = txns;
    }

    /** Road: neither waits nor allocates. */
    void ask(int driveMs, long nowNs) {
        askedNs = nowNs;
        asked = ((asked >>> LENGTH_BITS) + 1) << LENGTH_BITS | Math.clamp(driveMs, 1, Protocol.MAX_CUE_MS);
    }

    /** Any thread. Two at the same time may count as one, and one is enough. */
    void askOff() {
        offAsked++;
    }

    /**
     * Takes what was asked for since the last call.
     *
     * @param clock null while no cue may go out
     * @param reachable whether a stop can be sent
     */
    void take(@Nullable ClockMap clock, boolean reachable, long nowNs) {
        if (offAsked != offTaken) {
            offTaken = offAsked;
            drop();
            if (asked != taken) {
                taken = asked;
                notDelivered++;
            }
            if (reachable) {
                stop(nowNs);
            }
        }
        if (asked != taken) {
            taken = asked;
            drop();
            issuedNs = askedNs;
            if (clock == null || nowNs - issuedNs > TTL_MS * MS) {
                notDelivered++;
                return;
            }
            pending = true;
            txn = txns.next();
            durationMs = (int) (taken & LENGTH_MASK);
            issuedUs = (int) clock.clipUs(issuedNs);
            dueNs = nowNs;
        }
        if (pending && nowNs - issuedNs > TTL_MS * MS) {
            drop();
        }
        if (mayPlay && nowNs - playingUntilNs >= 0) {
            mayPlay = false;
        }
    }

    /** A cue that was not answered within its life, or is not wanted any more, counts as not delivered. */
    private void drop() {
        if (pending) {
            pending = false;
            notDelivered++;
        }
    }

    /** Asks for a stop, which is repeated until it is answered. */
    void stop(long nowNs) {
        if (!stopPending) {
            stopTxn = txns.next();
            stops++;
        }
        stopPending = true;
        stopDueNs = nowNs;
    }

    /** The port was closed: nothing is under way. */
    void lineGone() {
        drop();
        stopPending = false;
        mayPlay = false;
    }

    boolean isStopPending() {
        return stopPending;
    }

    /** Whether the motor may be running. */
    boolean mayPlay() {
        return mayPlay;
    }

    long stopDueNs() {
        return stopPending ? stopDueNs : Long.MAX_VALUE;
    }

    long cueDueNs() {
        return pending ? dueNs : Long.MAX_VALUE;
    }

    CueStopRequest writeStop(FrameWriter writer, long nowNs) {
        stopDueNs = nowNs + Protocol.CUE_RETRY_MS * MS;
        writer.begin(stop);
        stop.setTxn(stopTxn);
        return stop;
    }

    CueRequest writeCue(FrameWriter writer, long nowNs) {
        dueNs = nowNs + Protocol.CUE_RETRY_MS * MS;
        mayPlay = true;
        playingUntilNs = nowNs + (durationMs + TTL_MS) * MS;
        writer.begin(request);
        request.setTxn(txn);
        request.setIssuedUs(issuedUs);
        request.setTtlMs(TTL_MS);
        request.setDurationMs(durationMs);
        request.setPattern(Codes.CuePattern.STEADY);
        request.setIntensityPct(FULL_PCT);
        return request;
    }

    void stopAnswered(int answeredTxn) {
        if (stopPending && answeredTxn == stopTxn) {
            stopPending = false;
            mayPlay = false;
        }
    }

    void cueAnswered(int answeredTxn) {
        if (pending && answeredTxn == txn) {
            pending = false;
            played++;
        }
    }

    /** The clip will not play it. */
    void cueRefused(int answeredTxn, int code) {
        if (pending && answeredTxn == txn) {
            pending = false;
            mayPlay = false;
            refused++;
            lastRefusal = code;
        }
    }

    void ended(int endedTxn) {
        if (endedTxn == txn) {
            mayPlay = false;
        }
    }

    LinkFigures.Cues figures() {
        return new LinkFigures.Cues(played, refused, notDelivered, stops, lastRefusal);
    }
}
