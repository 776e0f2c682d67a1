package org.holdline.posture;

/**
 * Running sums of the up vector by sample number, so that the mean direction over any of the last strides costs two
 * look-ups: the within-stride wobble of 2 to 3 degrees cancels only over whole strides.
 */
final class StrideSums {
    private final int mask;
    private final long[] x;
    private final long[] y;
    private final long[] z;
    private long count;
    private long sumX;
    private long sumY;
    private long sumZ;

    StrideSums(double rateHz) {
        int length = Integer.highestOneBit((int) rateHz) << 2;
        mask = length - 1;
        x = new long[length];
        y = new long[length];
        z = new long[length];
    }

    void add(int upX, int upY, int upZ) {
        int at = (int) count & mask;
        x[at] = sumX;
        y[at] = sumY;
        z[at] = sumZ;
        sumX += upX;
        sumY += upY;
        sumZ += upZ;
        count++;
    }

    /** True when samples from number {@code from} on are still held. */
    boolean holds(long from) {
        return from >= 0 && count - from < mask;
    }

    /** Sum over samples {@code from..to-1}, um/s^2 times samples. */
    long sumX(long from, long to) {
        return at(x, to) - at(x, from);
    }

    long sumY(long from, long to) {
        return at(y, to) - at(y, from);
    }

    long sumZ(long from, long to) {
        return at(z, to) - at(z, from);
    }

    private long at(long[] sums, long number) {
        return sums[(int) number & mask];
    }
}
