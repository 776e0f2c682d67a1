package org.holdline.cue;

/** The last cues, as many as a span of time may hold. Owned by the road's thread. */
final class RecentCues {
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final long spanUs;
    private final long[] timesUs;
    private int oldest;

    RecentCues(int most, long spanUs) {
        this.spanUs = spanUs;
        timesUs = new long[most];
        for (int i = 0; i < most; i++) {
            timesUs[i] = NEVER;
        }
    }

    void add(long timeUs) {
        timesUs[oldest] = timeUs;
        oldest = oldest + 1 == timesUs.length ? 0 : oldest + 1;
    }

    /** True when the span up to this instant holds as many as it may. */
    boolean isFull(long timeUs) {
        return timeUs - timesUs[oldest] < spanUs;
    }
}
