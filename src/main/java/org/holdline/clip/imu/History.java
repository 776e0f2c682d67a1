package org.holdline.clip.imu;

import org.holdline.sample.Inertial;
import org.holdline.sample.Sample;

/** Stamped samples of one IMU between bus and stream, oldest first. When full, the oldest is overwritten. */
final class History {
    /** Twice what an IMU's own queue holds: a host that was away finds room for all of it. */
    private static final int SLOTS = 256;

    private static final int MASK = SLOTS - 1;

    private final Inertial[] values = new Inertial[SLOTS];
    private final long[] timesNs = new long[SLOTS];
    private final int[] temperaturesMilliC = new int[SLOTS];
    private long written;
    private long read;

    History() {
        for (int i = 0; i < SLOTS; i++) {
            values[i] = new Inertial();
            temperaturesMilliC[i] = Sample.UNKNOWN;
        }
    }

    /** The slot that {@link #push} will publish. */
    Inertial next() {
        return values[(int) written & MASK];
    }

    void push(long timeNs, int temperatureMilliC) {
        timesNs[(int) written & MASK] = timeNs;
        temperaturesMilliC[(int) written & MASK] = temperatureMilliC;
        written++;
        if (written - read >= SLOTS) {
            read = written - SLOTS + 1;
        }
    }

    int size() {
        return (int) (written - read);
    }

    /** Instant of the i-th oldest, ns. */
    long timeNs(int i) {
        return timesNs[(int) (read + i) & MASK];
    }

    Inertial value(int i) {
        return values[(int) (read + i) & MASK];
    }

    int temperatureMilliC(int i) {
        return temperaturesMilliC[(int) (read + i) & MASK];
    }

    void pop() {
        read++;
    }

    void clear() {
        read = written;
    }
}
