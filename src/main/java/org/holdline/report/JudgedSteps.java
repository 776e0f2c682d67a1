package org.holdline.report;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.holdline.sample.Sample;

/** Every step that carried a judgement, in columns: a run of ten hours holds about 100,000 of them in 2 MB. */
final class JudgedSteps {
    /** Trunk of a step that one IMU judged: not known. */
    static final int NO_TRUNK = Integer.MIN_VALUE;

    private static final int FIRST_LENGTH = 4096;
    private static final Load UNKNOWN_LOAD = new Load(Sample.UNKNOWN, false);

    private long[] timeUs = new long[FIRST_LENGTH];
    private int[] deviationMdeg = new int[FIRST_LENGTH];
    private boolean[] over = new boolean[FIRST_LENGTH];
    private int[] trunkMdeg = new int[FIRST_LENGTH];
    private int[] speedMPerH = new int[FIRST_LENGTH];
    private boolean[] hard = new boolean[FIRST_LENGTH];
    private int count;

    /**
     * How hard a step was.
     *
     * @param speedMPerH belt speed, or {@link Sample#UNKNOWN}
     * @param hard in an interval that was marked hard
     */
    record Load(int speedMPerH, boolean hard) {}

    void add(long stepTimeUs, int stepDeviationMdeg, boolean stepOver) {
        add(stepTimeUs, stepDeviationMdeg, stepOver, NO_TRUNK, UNKNOWN_LOAD);
    }

    void add(long stepTimeUs, int stepDeviationMdeg, boolean stepOver, int stepTrunkMdeg, Load load) {
        if (count == timeUs.length) {
            timeUs = Arrays.copyOf(timeUs, count * 2);
            deviationMdeg = Arrays.copyOf(deviationMdeg, count * 2);
            over = Arrays.copyOf(over, count * 2);
            trunkMdeg = Arrays.copyOf(trunkMdeg, count * 2);
            speedMPerH = Arrays.copyOf(speedMPerH, count * 2);
            hard = Arrays.copyOf(hard, count * 2);
        }
        timeUs[count] = stepTimeUs;
        deviationMdeg[count] = stepDeviationMdeg;
        over[count] = stepOver;
        trunkMdeg[count] = stepTrunkMdeg;
        speedMPerH[count] = load.speedMPerH;
        hard[count] = load.hard;
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

    /** Against neutral, forward positive, or {@link #NO_TRUNK}. */
    int trunkMdeg(int i) {
        return trunkMdeg[i];
    }

    int speedMPerH(int i) {
        return speedMPerH[i];
    }

    boolean hard(int i) {
        return hard[i];
    }

    /**
     * What the run would have been without its cues, as far as they tell: between two cues no farther apart than this every
     * step counts as over, since the second says that the first only interrupted what it was given for.
     *
     * @param cuesUs instants of the cues, rising
     */
    JudgedSteps withoutCues(long[] cuesUs, long apartUs) {
        JudgedSteps all = new JudgedSteps();
        int next = 0;
        for (int i = 0; i < count; i++) {
            while (next < cuesUs.length && cuesUs[next] <= timeUs[i]) {
                next++;
            }
            boolean interrupted = next > 0 && next < cuesUs.length && cuesUs[next] - cuesUs[next - 1] <= apartUs;
            all.add(timeUs[i], deviationMdeg[i], over[i] || interrupted, trunkMdeg[i], UNKNOWN_LOAD);
        }
        return all;
    }

    /** Median deviation within {@code fromUs..toUs}, 1/1000 degree; NaN when no step lies there. */
    double medianMdeg(long fromUs, long toUs) {
        int[] there = IntStream.range(0, count)
                .filter(i -> timeUs[i] >= fromUs && timeUs[i] <= toUs)
                .map(i -> deviationMdeg[i])
                .sorted()
                .toArray();
        int n = there.length;
        return n == 0 ? Double.NaN : (there[(n - 1) / 2] + there[n / 2]) / 2.0;
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
