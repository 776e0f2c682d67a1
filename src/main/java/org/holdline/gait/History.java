package org.holdline.gait;

/**
 * The last second of force, roll rate and time, by sample number: what a step looks back into for its exact instants.
 *
 * <p>The force is kept averaged over about 20 ms, centred, so that the average does not shift its edges.
 */
final class History {
    private final int mask;
    private final int[] forceUg;
    private final int[] smoothUg;
    private final int[] rollUrads;
    private final long[] timeUs;
    private final int half;
    private final int width;

    private long count;
    private long sum;

    History(double rateHz) {
        half = (int) Math.max(0, Math.round((0.020 * rateHz - 1) / 2));
        width = 2 * half + 1;
        int length = Integer.highestOneBit((int) rateHz) << 1;
        mask = length - 1;
        forceUg = new int[length];
        smoothUg = new int[length];
        rollUrads = new int[length];
        timeUs = new long[length];
    }

    void add(long time, int force, int roll) {
        int at = (int) count & mask;
        if (count >= width) {
            sum -= forceUg[(int) (count - width) & mask];
        }
        sum += force;
        forceUg[at] = force;
        smoothUg[at] = force;
        rollUrads[at] = roll;
        timeUs[at] = time;
        if (count >= width - 1) {
            smoothUg[(int) (count - half) & mask] = (int) (sum / width);
        }
        count++;
    }

    /** Samples carried since the start: the number the next one will have. */
    long count() {
        return count;
    }

    /** Number of the newest sample that has its average; negative before there is one. */
    long newest() {
        return count - 1 - half;
    }

    long oldest() {
        return Math.max(0, count - mask);
    }

    int smoothUg(long number) {
        return smoothUg[(int) number & mask];
    }

    /**
     * Latest crossing of a force level at or before the newest sample, searched back to {@code from}.
     *
     * @param rising direction of the crossing in time
     * @return number of the sample just before the crossing, or -1 when there is none
     */
    long crossing(int levelUg, boolean rising, long from) {
        long stop = Math.max(from, oldest());
        for (long i = newest() - 1; i >= stop; i--) {
            boolean before = smoothUg(i) < levelUg;
            boolean after = smoothUg(i + 1) < levelUg;
            if (before == rising && after != rising) {
                return i;
            }
        }
        return -1;
    }

    /** Instant between sample {@code before} and the next at which the force passes the level, us. */
    long crossingUs(long before, int levelUg) {
        long a = smoothUg(before);
        long b = smoothUg(before + 1);
        long t = timeUs[(int) before & mask];
        long dt = timeUs[(int) (before + 1) & mask] - t;
        return a == b ? t : t + dt * (levelUg - a) / (b - a);
    }

    long timeUs(long number) {
        return timeUs[(int) number & mask];
    }

    /** Mean force over samples in {@code fromUs..toUs} that are still held, 1/1000 g; 0 when there are none. */
    int meanMg(long fromUs, long toUs) {
        long total = 0;
        long samples = 0;
        for (long i = count - 1; i >= oldest() && timeUs(i) >= fromUs; i--) {
            if (timeUs(i) <= toUs) {
                total += forceUg[(int) i & mask];
                samples++;
            }
        }
        return samples == 0 ? 0 : (int) (total / samples / 1000);
    }

    /** Largest averaged force over samples in {@code fromUs..toUs} that are still held, 1/1000 g; 0 when there are none. */
    int peakMg(long fromUs, long toUs) {
        int peak = 0;
        for (long i = newest(); i >= oldest() && timeUs(i) >= fromUs; i--) {
            if (timeUs(i) <= toUs) {
                peak = Math.max(peak, smoothUg(i));
            }
        }
        return peak / 1000;
    }

    /** Sum of the roll rate over samples in {@code fromUs..toUs} that are still held, urad/s. */
    long rollSum(long fromUs, long toUs) {
        long total = 0;
        for (long i = count - 1; i >= oldest(); i--) {
            long t = timeUs(i);
            if (t < fromUs) {
                break;
            }
            if (t <= toUs) {
                total += rollUrads[(int) i & mask];
            }
        }
        return total;
    }
}
