package org.holdline.link;

import java.util.Arrays;
import org.holdline.link.wire.ClipTime;
import org.holdline.link.wire.FrameWriter;
import org.holdline.link.wire.Protocol;
import org.holdline.link.wire.TimesyncRequest;
import org.holdline.link.wire.TimesyncResponse;

/** TIMESYNC: when the next one is due, which are under way, and the clock map they feed. */
final class Pings {
    private static final long MS = 1_000_000;
    private static final int UNDER_WAY = 16;

    /** Below KEEP_ALIVE_MS with room for a slow line. */
    private static final long KEEP_ALIVE_NS = Protocol.KEEP_ALIVE_MS * MS * 3 / 5;

    final ClockMap clock = new ClockMap();

    private final TimesyncRequest request = new TimesyncRequest();
    private final TimesyncResponse response = new TimesyncResponse();
    private final Txns txns;
    private final int[] txn = new int[UNDER_WAY];
    private final long[] sentNs = new long[UNDER_WAY];
    private int next;
    private long lastNs;
    private int quick;
    private boolean keepAlive;

    Pings(Txns txns) {
        this.txns = txns;
    }

    /** A greeting: a quick series from now on. */
    void begin(long nowNs) {
        quick = Protocol.TIMESYNC_FIRST_COUNT;
        lastNs = nowNs - Protocol.TIMESYNC_FIRST_MS * MS;
        Arrays.fill(txn, 0);
    }

    /** Whether a cue may be playing, so that the clip must hear something often. */
    void keepAlive(boolean wanted) {
        keepAlive = wanted;
    }

    long dueNs() {
        if (quick > 0 || !clock.isSettled()) {
            return lastNs + Protocol.TIMESYNC_FIRST_MS * MS;
        }
        return lastNs + (keepAlive ? KEEP_ALIVE_NS : Protocol.TIMESYNC_PERIOD_MS * MS);
    }

    /** The next ping, ready to send. */
    TimesyncRequest write(FrameWriter writer, long nowNs) {
        lastNs = nowNs;
        quick = Math.max(0, quick - 1);
        txn[next] = txns.next();
        sentNs[next] = nowNs;
        writer.begin(request);
        request.setTxn(txn[next]);
        request.setHostSentUs((int) (nowNs / 1000));
        next = (next + 1) % UNDER_WAY;
        return request;
    }

    TimesyncResponse view() {
        return response;
    }

    /** An answer lies in {@link #view}; one that nobody waits for is nothing. */
    void answered(long nowNs) {
        for (int i = 0; i < UNDER_WAY; i++) {
            if (txn[i] == response.txn() && txn[i] != 0) {
                txn[i] = 0;
                long t2Us = unwrapUs(response.clipReceivedUs(), nowNs);
                clock.add(sentNs[i], t2Us, ClipTime.unwrapUs(t2Us, response.clipSentUs()), nowNs);
                return;
            }
        }
    }

    /** The instant of the clip's clock nearest to now. */
    long unwrapUs(int clipUs, long nowNs) {
        return clock.pings() == 0 ? Integer.toUnsignedLong(clipUs) : ClipTime.unwrapUs(clock.clipUs(nowNs), clipUs);
    }
}
