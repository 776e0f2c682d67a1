package org.holdline.clip.imu;

/**
 * From the number of a sample to its instant on the host's clock, learned from when samples were noticed.
 *
 * <p>A sample is noticed late, never early, by anything from nothing to a period or a stall of the host. So of every 64
 * samples the least late one counts, the period is the median of the slopes between all pairs of the last 32 of those
 * (Theil 1950, Sen 1968: up to 29 % of them may be wrong), and the line with that slope runs along their early side.
 */
final class SampleClock {
    private static final int BLOCK_SAMPLES = 64;
    private static final int POINTS = 32;
    private static final int SETTLED_POINTS = 6;

    /** By a period that is a per cent off, a block's last sample passes for its least late: these blocks only mend it. */
    private static final int FIRST_POINTS = 2;

    private static final int FRACTION_BITS = 16;

    private final long[] pointNumber = new long[POINTS];
    private final long[] pointNs = new long[POINTS];
    private final long[] slopesQ16 = new long[POINTS * (POINTS - 1) / 2];
    private final boolean countedByPart;

    private long periodQ16;
    private int points;
    private int newest = POINTS - 1;

    private boolean periodKnown;
    private boolean periodTrusted;
    private boolean anchored;
    private long anchorNumber;
    private long anchorNs;

    private boolean blockBegun;
    private long blockFrom;
    private long blockLeastNs;
    private long blockNumber;
    private long blockNs;

    /**
     * @param countedByPart numbers come from the part's own queue: they are right, however late the host looks, and no
     *     lateness may change them
     */
    SampleClock(long nominalPeriodNs, boolean countedByPart) {
        this.countedByPart = countedByPart;
        periodQ16 = nominalPeriodNs << FRACTION_BITS;
    }

    /** Numbers and instants begin anew, as after a gap; the period stays what it was. */
    void restart() {
        forgetPoints();
        anchored = false;
        blockBegun = false;
    }

    /**
     * A sample was seen to be there.
     *
     * @param number of the newest sample, rising
     * @param seenNs host's clock, ns, not before the sample was made
     * @return by how much numbers from here on have to be raised because the instants say so: 0 but after a miscount
     */
    int observe(long number, long seenNs) {
        if (!anchored) {
            anchored = true;
            anchorNumber = number;
            anchorNs = seenNs;
        }
        long lateNs = seenNs - timeNs(number);
        if (lateNs < 0 && points == 0) {
            // Lateness counts from the earliest so far; that of the block's least late one changes with it.
            anchorNs += lateNs;
            blockLeastNs -= lateNs;
            lateNs = 0;
        }
        if (!blockBegun) {
            blockBegun = true;
            blockFrom = number;
            blockLeastNs = Long.MAX_VALUE;
        }
        if (lateNs < blockLeastNs) {
            blockLeastNs = lateNs;
            blockNumber = number;
            blockNs = seenNs;
        }
        if (number - blockFrom < BLOCK_SAMPLES - 1) {
            return 0;
        }
        blockBegun = false;
        return endBlock();
    }

    private int endBlock() {
        long halfNs = periodQ16 >> (FRACTION_BITS + 1);
        if (!countedByPart && points > 0 && periodTrusted && Math.abs(blockLeastNs) > halfNs) {
            long periods = (blockLeastNs + (blockLeastNs > 0 ? halfNs : -halfNs)) / (2 * halfNs);
            return (int) Math.max(-1000, Math.min(1000, periods));
        }
        if (points > 0 && blockNumber <= pointNumber[newest]) {
            // Numbers were taken back after a miscount: what was learned with the old ones says nothing of the new.
            forgetPoints();
        }
        newest = (newest + 1) % POINTS;
        points = Math.min(points + 1, POINTS);
        pointNumber[newest] = blockNumber;
        pointNs[newest] = blockNs;
        fit();
        if (!periodKnown && points == FIRST_POINTS) {
            periodKnown = true;
            forgetPoints();
        }
        periodTrusted |= isSettled();
        return 0;
    }

    private void forgetPoints() {
        points = 0;
        newest = POINTS - 1;
    }

    private void fit() {
        int n = 0;
        for (int i = 0; i < points; i++) {
            for (int j = 0; j < i; j++) {
                long numbers = pointNumber[i] - pointNumber[j];
                slopesQ16[n++] = ((pointNs[i] - pointNs[j]) << FRACTION_BITS) / numbers;
            }
        }
        if (n > 0) {
            periodQ16 = median(slopesQ16, n);
        }
        anchorNumber = pointNumber[newest];
        anchorNs = pointNs[newest];
        long earlyNs = 0;
        for (int i = 0; i < points; i++) {
            earlyNs = Math.min(earlyNs, pointNs[i] - timeNs(pointNumber[i]));
        }
        anchorNs += earlyNs;
    }

    /** Upper median of the first n, which are put in another order (Hoare 1961); the library's sort allocates. */
    private static long median(long[] values, int n) {
        int low = 0;
        int high = n - 1;
        while (low < high) {
            long pivot = values[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    long swapped = values[i];
                    values[i++] = values[j];
                    values[j--] = swapped;
                }
            }
            if (n / 2 <= j) {
                high = j;
            } else if (n / 2 >= i) {
                low = i;
            } else {
                return values[n / 2];
            }
        }
        return values[low];
    }

    /** True once the period rests on enough to be worth more than the nominal one. */
    boolean isSettled() {
        return points >= SETTLED_POINTS;
    }

    /** True once the period was measured, now or before a restart. */
    boolean isPeriodKnown() {
        return periodTrusted;
    }

    /** True once any sample has been seen since the beginning or the last restart. */
    boolean isAnchored() {
        return anchored;
    }

    /** Instant of a sample, ns on the host's clock. */
    long timeNs(long number) {
        return anchorNs + (((number - anchorNumber) * periodQ16) >> FRACTION_BITS);
    }

    /** Time between two samples, ns with 16 bits of fraction. */
    long periodQ16() {
        return periodQ16;
    }

    /** Time between two samples, ns, rounded. */
    long periodNs() {
        return (periodQ16 + (1 << (FRACTION_BITS - 1))) >> FRACTION_BITS;
    }

    /** Samples a second. */
    double rateHz() {
        return 1e9 / Math.scalb((double) periodQ16, -FRACTION_BITS);
    }
}
