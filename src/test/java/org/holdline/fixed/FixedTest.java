package org.holdline.fixed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against BigInteger, over extreme values and over random ones of every size. */
class FixedTest {
    private static final long SEED = 20_260_107;
    private static final int RANDOM_CASES = 200_000;

    private static final long[] EXTREMES = {
        Long.MIN_VALUE,
        Long.MIN_VALUE + 1,
        -(1L << 62) - 1,
        -(1L << 62),
        -(1L << 32),
        -2,
        -1,
        0,
        1,
        2,
        3,
        (1L << 31) - 1,
        1L << 32,
        (1L << 62) - 1,
        1L << 62,
        Long.MAX_VALUE - 1,
        Long.MAX_VALUE
    };

    @Test
    void shouldLoseLessThanFourUnitsWhenMultiplyingByQ62() {
        forPairs((a, factor) -> {
            BigInteger exactQ62 = BigInteger.valueOf(a).multiply(BigInteger.valueOf(factor));
            BigInteger exact = exactQ62.shiftRight(62);
            if (exact.bitLength() > 63) {
                return; // past the range the method names
            }
            BigInteger lost = exact.subtract(BigInteger.valueOf(Fixed.mulQ62(a, factor)));
            assertTrue(
                    lost.signum() >= 0 && lost.compareTo(BigInteger.valueOf(4)) < 0,
                    () -> a + " x " + factor + " Q62 lost " + lost + ", seed " + SEED);
        });
    }

    @Test
    void shouldRoundDownWhenMultiplyingByQ64() {
        forPairs((a, factor) -> assertEquals(
                BigInteger.valueOf(a)
                        .multiply(BigInteger.valueOf(factor))
                        .shiftRight(64)
                        .longValueExact(),
                Fixed.mulQ64(a, factor),
                () -> a + " x " + factor + " Q64, seed " + SEED));
    }

    @Test
    void shouldFloorTheRootWhenValueIsNotASquare() {
        forPairs((a, _) -> {
            BigInteger expected = BigInteger.valueOf(Math.max(0, a)).sqrt();
            assertEquals(expected.longValueExact(), Fixed.sqrt(a), () -> "sqrt " + a + ", seed " + SEED);
        });
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < RANDOM_CASES; i++) {
            long root = random.nextLong(1, 3_037_000_500L);
            long square = root * root;
            assertEquals(root, Fixed.sqrt(square), () -> "sqrt of " + root + " squared, seed " + SEED);
            assertEquals(root - 1, Fixed.sqrt(square - 1), () -> "one below " + root + " squared, seed " + SEED);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void shouldAnswerZeroWhenThereIsNoRoot(long value) {
        assertEquals(0, Fixed.sqrt(value));
    }

    @Test
    void shouldRoundQuotientToNearestWhenDividing() {
        forPairs((value, divisor) -> {
            if (divisor <= 0) {
                return;
            }
            assertEquals(
                    roundedQuotient(value, divisor).longValueExact(),
                    Fixed.divideRounded(value, divisor),
                    () -> value + " / " + divisor + ", seed " + SEED);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "5, 2, 3",
        "-5, 2, -3",
        "4, 3, 1",
        "5, 3, 2",
        "-4, 3, -1",
        "-5, 3, -2",
        "0, 7, 0",
        "9223372036854775807, 2, 4611686018427387904",
        "-9223372036854775808, 1, -9223372036854775808"
    })
    void shouldRoundTiesAwayFromZeroWhenDividing(long value, long divisor, long expected) {
        assertEquals(expected, Fixed.divideRounded(value, divisor));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 3, 3",
        "-5, 3, -3",
        "3, 3, 3",
        "-3, 3, -3",
        "2, 3, 2",
        "-2, 3, -2",
        "1, 0, 0",
        "-9223372036854775808, 9223372036854775807, -9223372036854775807"
    })
    void shouldStayInsideTheLimitWhenClamping(long value, long limit, long expected) {
        assertEquals(expected, Fixed.clamp(value, limit));
    }

    private static BigInteger roundedQuotient(long value, long divisor) {
        BigInteger twice = BigInteger.valueOf(value).abs().shiftLeft(1);
        BigInteger magnitude = twice.add(BigInteger.valueOf(divisor))
                .divide(BigInteger.valueOf(divisor).shiftLeft(1));
        return value < 0 ? magnitude.negate() : magnitude;
    }

    private interface PairCheck {
        void check(long a, long b);
    }

    private static void forPairs(PairCheck check) {
        for (long a : EXTREMES) {
            for (long b : EXTREMES) {
                check.check(a, b);
            }
        }
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < RANDOM_CASES; i++) {
            // Of every size: an even choice of 64-bit numbers would hardly ever be small.
            check.check(random.nextLong() >> random.nextInt(64), random.nextLong() >> random.nextInt(64));
        }
    }
}
