package org.holdline.clip.virtual;

/**
 * SplitMix64 (Steele, Lea and Flood 2014), spelled out because the numbers a seed yields must outlive a JDK.
 *
 * <p>Every purpose draws from a stream of its own, so that more draws for one leave the others as they were.
 */
final class Randomness {
    /** What the numbers are for. */
    enum Purpose {
        RUNNER,
        SCRIPT,
        STEPS,
        LOWER_SENSOR,
        UPPER_SENSOR,
        RESPONSE,
        MOTOR,
        REACTION
    }

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;
    private double spareGaussian;
    private boolean hasSpare;

    Randomness(long seed, Purpose purpose) {
        state = mix(mix(seed) + GOLDEN_GAMMA * (purpose.ordinal() + 1));
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Uniform in [0, 1). */
    double unit() {
        state += GOLDEN_GAMMA;
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * unit();
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** Normal with mean 0 and variance 1, by Marsaglia's polar method. */
    double gaussian() {
        if (hasSpare) {
            hasSpare = false;
            return spareGaussian;
        }
        double u;
        double v;
        double square;
        do {
            u = 2 * unit() - 1;
            v = 2 * unit() - 1;
            square = u * u + v * v;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
        spareGaussian = v * factor;
        hasSpare = true;
        return u * factor;
    }

    /** Normal with the given standard deviation, held within +-limit. */
    double gaussian(double deviation, double limit) {
        return Math.clamp(deviation * gaussian(), -limit, limit);
    }
}
