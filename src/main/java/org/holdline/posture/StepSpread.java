package org.holdline.posture;

/** The last values of a runner's steps, for their median and its absolute deviation. */
final class StepSpread {
    /** About three minutes of running: the newest count. */
    static final int CAPACITY = 512;

    /** No value lies there. */
    static final int NONE = Integer.MIN_VALUE;

    private final int[] values = new int[CAPACITY];
    private final int[] sorted = new int[CAPACITY];
    private int count;
    private int next;

    void clear() {
        count = 0;
        next = 0;
    }

    void add(int valueMdeg) {
        values[next] = valueMdeg;
        next = next + 1 == CAPACITY ? 0 : next + 1;
        count = Math.min(count + 1, CAPACITY);
    }

    int count() {
        return count;
    }

    /** Median, 1/1000 degree; 0 when empty. */
    int median() {
        for (int i = 0; i < count; i++) {
            sorted[i] = values[i];
        }
        return middle();
    }

    /** Median of the values within bounds, or {@link #NONE}. */
    int medianBetween(int lowMdeg, int highMdeg) {
        int all = count;
        count = 0;
        for (int i = 0; i < all; i++) {
            if (values[i] >= lowMdeg && values[i] <= highMdeg) {
                sorted[count] = values[i];
                count++;
            }
        }
        int found = count == 0 ? NONE : middle();
        count = all;
        return found;
    }

    /** Largest minus smallest; 0 when empty. */
    int width() {
        if (count == 0) {
            return 0;
        }
        int low = values[0];
        int high = values[0];
        for (int i = 1; i < count; i++) {
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        return high - low;
    }

    /** Median absolute deviation from a centre, 1/1000 degree, not scaled to a standard deviation. */
    int madAround(int centreMdeg) {
        for (int i = 0; i < count; i++) {
            sorted[i] = Math.abs(values[i] - centreMdeg);
        }
        return middle();
    }

    /** Shell sort: in place, no recursion, and 512 values take a few tens of microseconds, once a phase. */
    private int middle() {
        if (count == 0) {
            return 0;
        }
        for (int gap = 109; gap > 0; gap = gap == 1 ? 0 : Math.max(1, gap * 5 / 11)) {
            for (int i = gap; i < count; i++) {
                int value = sorted[i];
                int j = i;
                while (j >= gap && sorted[j - gap] > value) {
                    sorted[j] = sorted[j - gap];
                    j -= gap;
                }
                sorted[j] = value;
            }
        }
        int upper = sorted[count / 2];
        return (count & 1) == 1 ? upper : (sorted[count / 2 - 1] + upper) / 2;
    }
}
