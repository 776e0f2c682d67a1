package org.holdline.report;

/** Counts of small whole numbers, for a median without keeping every one of them. */
final class Histogram {
    private final long[] counts;
    private long count;

    Histogram(int length) {
        counts = new long[length];
    }

    void add(int value) {
        counts[Math.clamp(value, 0, counts.length - 1)]++;
        count++;
    }

    long count() {
        return count;
    }

    int median() {
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen * 2 > count) {
                return i;
            }
        }
        return 0;
    }
}
