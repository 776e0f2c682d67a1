package org.holdline.gait;

/** Median of the last few step intervals: one missed or doubled step does not move it. */
final class Cadence {
    private static final int LENGTH = 5;

    private final int[] intervalsUs = new int[LENGTH];
    private final int[] sorted = new int[LENGTH];
    private int count;
    private int next;

    void restart() {
        count = 0;
        next = 0;
    }

    void add(long intervalUs) {
        intervalsUs[next] = (int) intervalUs;
        next = next + 1 == LENGTH ? 0 : next + 1;
        count = Math.min(count + 1, LENGTH);
    }

    /** Median interval, us; 0 before the first one. */
    int medianUs() {
        if (count == 0) {
            return 0;
        }
        for (int i = 0; i < count; i++) {
            int value = intervalsUs[i];
            int j = i;
            while (j > 0 && sorted[j - 1] > value) {
                sorted[j] = sorted[j - 1];
                j--;
            }
            sorted[j] = value;
        }
        return sorted[count / 2];
    }

    /** Tenths of a step per minute; 0 before the first interval. */
    int dspm() {
        int medianUs = medianUs();
        return medianUs == 0 ? 0 : (600_000_000 + medianUs / 2) / medianUs;
    }
}
