package org.holdline.link;

import org.holdline.link.wire.Protocol;

/**
 * The clip's clock on the host's, from pings: a straight line through the fifth of the last 120 with the shortest round
 * trips. A delay that differs between the directions cannot be seen and goes in by half.
 *
 * <p>Integers only. Not thread-safe.
 */
public final class ClockMap {
    private static final int PINGS = 120;
    private static final int BEST = PINGS / 5;
    private static final int LEAST = 4;

    /** Pings further back than this say nothing about now, ms. */
    private static final long MEMORY_MS = 120_000;

    /** Two crystals differ by less; anything beyond is noise over a short span. */
    private static final long MAX_SLOPE_NS_PER_MS = 500;

    /** Over a shorter span a slope would be noise. */
    private static final long MIN_SPAN_MS = 10_000;

    private static final int SLOPE_BITS = 16;

    // One place a ping, the oldest overwritten.
    private final long[] atMs = new long[PINGS];
    private final long[] offsetNs = new long[PINGS];
    private final long[] tripNs = new long[PINGS];
    private final int[] best = new int[BEST];
    private long count;

    private long clipBaseUs;
    private long offsetBaseNs;
    private long lastTripNs;

    private long meanMs;
    private long meanOffsetNs;
    private long slopeQ16;
    private long errorNs;

    /** Forgets everything. */
    void reset() {
        count = 0;
        slopeQ16 = 0;
        lastTripNs = 0;
        errorNs = 0;
    }

    /** How many pings were answered since the last {@link #reset}. */
    public long pings() {
        return count;
    }

    /** Whether enough pings were answered to stamp samples. */
    public boolean isKnown() {
        return count >= LEAST;
    }

    /** Whether enough pings were answered to issue cues. */
    public boolean isSettled() {
        return count >= Protocol.TIMESYNC_FIRST_COUNT;
    }

    /** Round trip of the last ping without the clip's share, ns. */
    public long lastTripNs() {
        return lastTripNs;
    }

    /**
     * How far off the map may be, ns: half the longest round trip among the pings it rests on. One that is slow in one
     * direction only puts all of it into the offset.
     */
    public long errorNs() {
        return errorNs;
    }

    /** How much faster the host's clock runs, ppm. */
    public long driftPpm() {
        return slopeQ16 >> SLOPE_BITS;
    }

    /**
     * One answered ping.
     *
     * @param t1Ns host sent, host clock
     * @param t2Us clip received, clip clock without wrap-around
     * @param t3Us clip sent
     * @param t4Ns host received
     */
    void add(long t1Ns, long t2Us, long t3Us, long t4Ns) {
        long tripOfPingNs = Math.max(0, (t4Ns - t1Ns) - (t3Us - t2Us) * 1000);
        long clipUs = t2Us + (t3Us - t2Us) / 2;
        long offset = t1Ns + (t4Ns - t1Ns) / 2 - (t2Us + t3Us) * 500;
        if (count == 0) {
            clipBaseUs = clipUs;
            offsetBaseNs = offset;
        }
        int place = (int) (count % PINGS);
        atMs[place] = Math.floorDiv(clipUs - clipBaseUs, 1000);
        offsetNs[place] = offset - offsetBaseNs;
        tripNs[place] = tripOfPingNs;
        lastTripNs = tripOfPingNs;
        count++;
        fit(atMs[place]);
    }

    private void fit(long nowMs) {
        int kept = (int) Math.min(count, PINGS);
        int wanted = Math.clamp(kept / 5, Math.min(LEAST, kept), BEST);
        int chosen = 0;
        for (int i = 0; i < kept; i++) {
            if (nowMs - atMs[i] <= MEMORY_MS) {
                chosen = insert(i, chosen, wanted);
            }
        }
        line(chosen);
        errorNs = tripNs[best[chosen - 1]] / 2;
    }

    /** Keeps the places of the shortest trips, shortest first. */
    private int insert(int place, int chosen, int wanted) {
        int at = chosen;
        while (at > 0 && tripNs[place] < tripNs[best[at - 1]]) {
            if (at < wanted) {
                best[at] = best[at - 1];
            }
            at--;
        }
        if (at < wanted) {
            best[at] = place;
        }
        return Math.min(chosen + 1, wanted);
    }

    private void line(int chosen) {
        long sumMs = 0;
        long sumNs = 0;
        long firstMs = Long.MAX_VALUE;
        long lastMs = Long.MIN_VALUE;
        for (int i = 0; i < chosen; i++) {
            sumMs += atMs[best[i]];
            sumNs += offsetNs[best[i]];
            firstMs = Math.min(firstMs, atMs[best[i]]);
            lastMs = Math.max(lastMs, atMs[best[i]]);
        }
        meanMs = Math.floorDiv(sumMs, chosen);
        meanOffsetNs = Math.floorDiv(sumNs, chosen);
        slopeQ16 = 0;
        if (lastMs - firstMs < MIN_SPAN_MS) {
            return;
        }
        long squares = 0;
        long products = 0;
        for (int i = 0; i < chosen; i++) {
            long ms = atMs[best[i]] - meanMs;
            squares += ms * ms;
            products += ms * (offsetNs[best[i]] - meanOffsetNs);
        }
        long limit = MAX_SLOPE_NS_PER_MS * squares;
        slopeQ16 = Math.clamp(products, -limit, limit) / Math.max(1, squares >> SLOPE_BITS);
    }

    /** Host's clock less the clip's at an instant of the clip's, ns. */
    public long offsetNs(long clipUs) {
        long fromMeanMs = Math.floorDiv(clipUs - clipBaseUs, 1000) - meanMs;
        return offsetBaseNs + meanOffsetNs + ((slopeQ16 * fromMeanMs) >> SLOPE_BITS);
    }

    /** Host's clock at an instant of the clip's without wrap-around, ns. */
    public long hostNs(long clipUs) {
        return clipUs * 1000 + offsetNs(clipUs);
    }

    /** Clip's clock, without wrap-around, at an instant of the host's, us. */
    public long clipUs(long hostNs) {
        long near = Math.floorDiv(hostNs - offsetBaseNs - meanOffsetNs, 1000);
        return Math.floorDiv(hostNs - offsetNs(near), 1000);
    }
}
