package org.holdline.evaluate.runner;

/**
 * xorshift64* (Vigna, <i>An experimental exploration of Marsaglia's xorshift generators, scrambled</i>, ACM TOMS 2016): the
 * numbers of a seed must outlive a JDK. Each purpose has a stream of its own.
 */
final class Chance {
    private static final double PER_FIELD = 1.0 / 65_536;

    /** Standard deviation of the sum of four uniforms is sqrt(4/12). */
    private static final double BELL = StrictMath.sqrt(3);

    private long state;

    Chance(long seed, String purpose) {
        state = spread(spread(seed + 1) ^ purpose.hashCode());
        if (state == 0) {
            state = 1;
        }
    }

    /** Neighbouring seeds must have nothing in common; the last step of MurmurHash3 (Appleby). */
    private static long spread(long bits) {
        long z = (bits ^ bits >>> 33) * 0xFF51AFD7ED558CCDL;
        z = (z ^ z >>> 33) * 0xC4CEB9FE1A85EC53L;
        return z ^ z >>> 33;
    }

    private long next() {
        state ^= state >>> 12;
        state ^= state << 25;
        state ^= state >>> 27;
        return state * 0x2545F4914F6CDD1DL;
    }

    /** Uniform in [0, 1). */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * unit();
    }

    boolean happens(double probability) {
        return unit() < probability;
    }

    double sign() {
        return happens(0.5) ? 1 : -1;
    }

    /** Bell-shaped, mean 0, deviation 1, never beyond 3.47: the sum of four uniforms out of one draw. */
    double bell() {
        long bits = next();
        double sum = ((bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48)) * PER_FIELD;
        return (sum - 2 + 2 * PER_FIELD) * BELL;
    }
}
