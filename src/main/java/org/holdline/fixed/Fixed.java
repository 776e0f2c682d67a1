package org.holdline.fixed;

/**
 * Products, roots and limits on scaled integers. {@code Qn} means the value times 2^n.
 *
 * <p>All methods are pure, total and free of overflow inside the ranges they name.
 */
public final class Fixed {
    /** 1.0 in Q62. */
    public static final long ONE_Q62 = 1L << 62;

    private Fixed() {}

    /** {@code a} times a factor in Q62 (-2..2); keeps the scale of {@code a}, error below 4 units of it. */
    public static long mulQ62(long a, long factorQ62) {
        return Math.multiplyHigh(a, factorQ62) << 2;
    }

    /** {@code a} times a factor in Q64 (-0.5..0.5); keeps the scale of {@code a}, rounds down. */
    public static long mulQ64(long a, long factorQ64) {
        return Math.multiplyHigh(a, factorQ64);
    }

    /** Floor of the square root; 0 for negative input. */
    public static long sqrt(long value) {
        long rest = Math.max(0, value);
        long root = 0;
        long bit = 1L << 62;
        while (bit > rest) {
            bit >>= 2;
        }
        while (bit != 0) {
            if (rest >= root + bit) {
                rest -= root + bit;
                root = (root >> 1) + bit;
            } else {
                root >>= 1;
            }
            bit >>= 2;
        }
        return root;
    }

    /** {@code value} limited to {@code -limit..limit}. */
    public static long clamp(long value, long limit) {
        return Math.max(-limit, Math.min(limit, value));
    }

    /** Quotient rounded to nearest, ties away from zero; {@code divisor} must be positive. */
    public static long divideRounded(long value, long divisor) {
        long quotient = value / divisor;
        long rest = value - quotient * divisor;
        if (rest >= 0) {
            return rest >= divisor - rest ? quotient + 1 : quotient;
        }
        return -rest >= divisor + rest ? quotient - 1 : quotient;
    }
}
