package org.holdline.report;

import java.util.Arrays;

/** Every step that carried a judgement, in columns: a run of ten hours holds about 100,000 of them in 2 MB. */
final class JudgedSteps {
    private static final int FIRST_LENGTH = 4096;

    private long[] timeUs = new long[FIRST_LENGTH];
    private int[] deviationMdeg = new int[FIRST_LENGTH];
    private boolean[] over = new boolean[FIRST_LENGTH];
    private int count;

    void add(long stepTimeUs, int stepDeviationMdeg, boolean stepOver) {
        if (count == timeUs.length) {
            timeUs = Arrays.copyOf(timeUs, count * 2);
            deviationMdeg = Arrays.copyOf(deviationMdeg, count * 2);
            over = Arrays.copyOf(over, count * 2);
        }
        timeUs[count] = stepTimeUs;
        deviationMdeg[count] = stepDeviationMdeg;
        over[count] = stepOver;
        count++;
    }

    int count() {
        return count;
    }

    long firstUs() {
        return timeUs[0];
    }

    long timeUs(int i) {
        return timeUs[i];
    }

    int deviationMdeg(int i) {
        return deviationMdeg[i];
    }

    boolean over(int i) {
        return over[i];
    }

    long spanUs() {
        return count == 0 ? 0 : timeUs[count - 1] - timeUs[0];
    }

    /** Share of steps over within {@code fromUs..toUs}, 0..1; NaN when no step lies there. */
    double overShare(long fromUs, long toUs) {
        int steps = 0;
        int overs = 0;
        for (int i = 0; i < count; i++) {
            if (timeUs[i] >= fromUs && timeUs[i] <= toUs) {
                steps++;
                overs += over[i] ? 1 : 0;
            }
        }
        return steps == 0 ? Double.NaN : (double) overs / steps;
    }

    /**
     * Where overarching set in, us, or -1: the first window of a length in which at least half of the steps are over says
     * that it did, and in it the first step that begins as an episode does, six of eight over, says when. Windows begin at
     * steps at or after {@code fromUs} and hold at least 20 steps.
     */
    long firstDriftUs(long fromUs, long lengthUs) {
        int start = firstOverWindow(fromUs, lengthUs);
        if (start < 0) {
            return -1;
        }
        for (int i = start; i < count && timeUs[i] < timeUs[start] + lengthUs; i++) {
            if (beginsOver(i)) {
                return timeUs[i];
            }
        }
        return timeUs[start];
    }

    private boolean beginsOver(int start) {
        int overs = 0;
        for (int i = start; i < Math.min(count, start + 8); i++) {
            overs += over[i] ? 1 : 0;
        }
        return over[start] && overs >= 6;
    }

    /** First step that begins such a window, or -1. */
    private int firstOverWindow(long fromUs, long lengthUs) {
        int end = 0;
        int overs = 0;
        for (int start = 0; start < count; start++) {
            while (end < count && timeUs[end] < timeUs[start] + lengthUs) {
                overs += over[end] ? 1 : 0;
                end++;
            }
            boolean whole = timeUs[count - 1] >= timeUs[start] + lengthUs - 1_000_000;
            if (timeUs[start] >= fromUs && whole && end - start >= 20 && overs * 2 >= end - start) {
                return start;
            }
            overs -= over[start] ? 1 : 0;
        }
        return -1;
    }
}
