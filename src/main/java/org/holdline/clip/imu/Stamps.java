package org.holdline.clip.imu;

/**
 * Instants that never jump: the line of a {@link SampleClock} is fitted anew every third of a second, and what it moved is
 * worked off over the samples that follow, by at most a five-hundredth of a period each; faster while the line is new.
 */
final class Stamps {
    private static final int FRACTION_BITS = 16;
    private static final int FOLLOW_BITS = 5;
    private static final int LIMIT_BITS = 9;
    private static final int NEW_FOLLOW_BITS = 2;
    private static final int NEW_LIMIT_BITS = 5;

    private boolean begun;
    private long lastNumber;
    private long lastQ16;
    private long baseNs;

    /** The next stamp is the clock's own instant. */
    void restart() {
        begun = false;
    }

    /** Instant of a sample, ns on the host's clock; numbers rise; one that does not gets the stamp before. */
    long stamp(long number, SampleClock clock) {
        long exactNs = clock.timeNs(number);
        if (!begun) {
            return begin(number, exactNs);
        }
        long numbers = number - lastNumber;
        if (numbers <= 0) {
            return baseNs;
        }
        long expectedQ16 = lastQ16 + numbers * clock.periodQ16();
        long errorQ16 = ((exactNs - baseNs) << FRACTION_BITS) - expectedQ16;
        if (Math.abs(errorQ16) > clock.periodQ16()) {
            return begin(number, exactNs);
        }
        boolean settled = clock.isSettled();
        long limitQ16 = (clock.periodQ16() >> (settled ? LIMIT_BITS : NEW_LIMIT_BITS)) * numbers;
        long followQ16 = errorQ16 >> (settled ? FOLLOW_BITS : NEW_FOLLOW_BITS);
        lastQ16 = expectedQ16 + Math.max(-limitQ16, Math.min(limitQ16, followQ16));
        lastNumber = number;
        long ns = lastQ16 >> FRACTION_BITS;
        // Keeps the fraction's 16 bits from running out of the long after a day.
        baseNs += ns;
        lastQ16 -= ns << FRACTION_BITS;
        return baseNs;
    }

    private long begin(long number, long exactNs) {
        begun = true;
        lastNumber = number;
        baseNs = exactNs;
        lastQ16 = 0;
        return exactNs;
    }
}
