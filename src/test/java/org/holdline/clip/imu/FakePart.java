package org.holdline.clip.imu;

/**
 * Register model of an IMU, written from the data sheets' facts and sharing no constant with the drivers. It runs on an
 * oscillator of its own.
 */
abstract class FakePart {
    final int[] registers = new int[256];
    final Motion motion;
    final double rateError;
    final double[] felt = new double[6];

    /** Replies to the identity register with this instead, when not negative. */
    int identity = -1;

    double startedNs = Double.NaN;
    long lastSeen = -1;
    int resets;

    /** @param rateErrorPpm by how much this oscillator is fast */
    FakePart(Motion motion, double rateErrorPpm) {
        this.motion = motion;
        rateError = rateErrorPpm * 1e-6;
        reset();
    }

    abstract void reset();

    abstract void write(int register, int value, long nowNs);

    /** Byte i of a read from a register; the model latches what a burst must not tear at i = 0. */
    abstract int read(int register, int i, long nowNs);

    /** Nominal samples a second as set, or 0 while asleep. */
    abstract double nominalHz();

    double periodNs() {
        return 1e9 / (nominalHz() * (1 + rateError));
    }

    void start(long nowNs) {
        startedNs = nowNs + 7e6;
        lastSeen = -1;
    }

    /** Number of the newest sample, -1 before the first. */
    long newest(long nowNs) {
        if (Double.isNaN(startedNs) || nominalHz() == 0 || nowNs < startedNs) {
            return -1;
        }
        return (long) Math.floor((nowNs - startedNs) / periodNs());
    }

    double instantNs(long sample) {
        return startedNs + sample * periodNs();
    }

    /** True once for every new sample. */
    boolean takeReady(long nowNs) {
        long now = newest(nowNs);
        boolean fresh = now > lastSeen;
        lastSeen = now;
        return fresh;
    }

    static int counts(double value, double perCount) {
        return (int) Math.max(-32767, Math.min(32767, Math.rint(value / perCount)));
    }

    static void putBig(int[] to, int at, int counts) {
        to[at] = (counts >> 8) & 0xFF;
        to[at + 1] = counts & 0xFF;
    }

    static void putLittle(int[] to, int at, int counts) {
        to[at] = counts & 0xFF;
        to[at + 1] = (counts >> 8) & 0xFF;
    }
}
