package org.holdline.bus;

import java.util.Arrays;
import org.holdline.clock.Clock;

/**
 * How fast a bus really is: on a Pi often not what config.txt asks for.
 *
 * @param clockHz estimate of the clock on the wire, 0 when the time per byte is lost in the overhead
 * @param shortNs median time of one burst of the shorter kind, with everything around it
 * @param burstNs the same of the longer kind
 * @param burstBytes bytes read by a longer burst
 * @param failures bursts that failed and do not count
 */
public record BusSpeed(long clockHz, long shortNs, long burstNs, int burstBytes, int failures) {
    /** Eight bits and the acknowledge. */
    private static final int CLOCKS_PER_BYTE = 9;

    /**
     * Times bursts of two lengths in turn: what differs is the bytes, and neither the call into the kernel nor the
     * addresses.
     *
     * @param register where reading does no harm
     * @param shortBytes length of the shorter burst, 1 or more
     * @param longBytes length of the longer one, best what the run will read
     * @param rounds how many of each
     */
    public static BusSpeed measure(
            I2cDevice device, int register, int shortBytes, int longBytes, int rounds, Clock clock) {
        if (shortBytes < 1 || longBytes <= shortBytes || rounds < 1) {
            throw new IllegalArgumentException("shortBytes=" + shortBytes + ", longBytes=" + longBytes + ", rounds="
                    + rounds + ", expected 1 <= shortBytes < longBytes and rounds >= 1");
        }
        byte[] into = new byte[longBytes];
        long[] shortNs = new long[rounds];
        long[] longNs = new long[rounds];
        int done = 0;
        int failures = 0;
        for (int i = 0; i < rounds; i++) {
            long start = clock.nanoTime();
            int first = device.burst(register, into, shortBytes);
            long middle = clock.nanoTime();
            int second = device.burst(register, into, longBytes);
            long end = clock.nanoTime();
            if (first == 0 && second == 0) {
                shortNs[done] = middle - start;
                longNs[done] = end - middle;
                done++;
            } else {
                failures++;
            }
        }
        if (done == 0) {
            return new BusSpeed(0, 0, 0, longBytes, failures);
        }
        long burstNs = median(longNs, done);
        long briefNs = median(shortNs, done);
        long differenceNs = burstNs - briefNs;
        long clocks = (long) CLOCKS_PER_BYTE * (longBytes - shortBytes);
        return new BusSpeed(
                differenceNs <= 0 ? 0 : clocks * 1_000_000_000 / differenceNs, briefNs, burstNs, longBytes, failures);
    }

    private static long median(long[] values, int count) {
        Arrays.sort(values, 0, count);
        return values[count / 2];
    }
}
