package org.holdline.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalCellTest {
    private static final long SEED = 20_260_731;

    @ParameterizedTest
    @CsvSource({
        "9.80665, 9806650",
        "-9.80665, -9806650",
        "+1, 1000000",
        "0, 0",
        "-0, 0",
        "-0.0000004, 0",
        "5., 5000000",
        ".5, 500000",
        "-.5, -500000",
        "1.2345675, 1234568",
        "-1.2345675, -1234568",
        "1.23456749999, 1234567",
        "1e-3, 1000",
        "1E3, 1000000000",
        "1.5e+2, 150000000",
        "-25e-1, -2500000",
        "5e-7, 1",
        "4.9e-7, 0",
        "0.00000000000000000000000001e26, 1000000",
        "100000000000000000000000000e-26, 1000000",
        "0e999999999999, 0",
        "1e-999999999999, 0",
        "000000000000000000000000001.5, 1500000",
        "1.50000000000000000000000000000000000001, 1500000"
    })
    void shouldCountMicroUnitsWhenNumberIsDecimal(String text, long expected) {
        assertEquals(expected, parse(text, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {" 1.5", "1.5 ", "\t1.5\t", "  +1.5  ", " 15e-1 "})
    void shouldPassOverBlanksWhenTheySurroundTheNumber(String text) {
        assertEquals(1_500_000, parse(text, 6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "1.2.3",
                "1,2",
                "--1",
                "+-1",
                "-",
                "+",
                ".",
                "-.",
                "1e",
                "1e+",
                "e5",
                "1e5.0",
                "1 2",
                "0x10",
                "1f",
                "1d",
                "1_000",
                "1-",
                "nano",
                "infinite",
                "١"
            })
    void shouldRefuseWhenTextIsNoNumber(String text) {
        assertEquals(DecimalCell.NOT_A_NUMBER, parse(text, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nan", "NaN", "NAN", "-nan", "inf", "-Inf", "+Infinity", "INFINITY"})
    void shouldTellNotFiniteWhenTextIsNanOrInfinity(String text) {
        assertEquals(DecimalCell.NOT_FINITE, parse(text, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t "})
    void shouldTellEmptyWhenNothingButBlanksIsThere(String text) {
        assertEquals(DecimalCell.EMPTY, parse(text, 6));
    }

    @Test
    void shouldKeepSixtyFourBitsWhenDecimalsAreNone() {
        assertEquals(Long.MAX_VALUE, parse("9223372036854775807", 0));
        assertEquals(Long.MAX_VALUE, parse("9223372036854775806.5", 0));
        assertEquals(Long.MAX_VALUE, parse("9.223372036854775807e18", 0));
        assertEquals(DecimalCell.TOO_LARGE, parse("9223372036854775807.5", 0));
        assertEquals(DecimalCell.TOO_LARGE, parse("9223372036854775808", 0));
        assertEquals(DecimalCell.TOO_LARGE, parse("99999999999999999999999", 0));
        assertEquals(DecimalCell.TOO_LARGE, parse("-99999999999999999999999", 0));
        assertEquals(DecimalCell.TOO_LARGE, parse("1e19", 0));
        assertEquals(DecimalCell.TOO_LARGE, parse("1e999999999999", 6));
        // Answers that are no numbers keep the smallest four for themselves.
        assertEquals(DecimalCell.TOO_LARGE, parse("-9223372036854775807", 0));
        assertEquals(-9_223_372_036_854_775_804L, parse("-9223372036854775804", 0));
    }

    @Test
    void shouldAgreeWithBigDecimalWhenDecimalsAreRandom() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 200_000; i++) {
            String text = randomDecimal(random);
            int decimals = random.nextInt(DecimalCell.MAX_DECIMALS + 1);
            BigDecimal exact = new BigDecimal(text).movePointRight(decimals).setScale(0, RoundingMode.HALF_UP);
            long expected = exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE - 4)) > 0
                    ? DecimalCell.TOO_LARGE
                    : exact.longValueExact();
            assertEquals(expected, parse(text, decimals), () -> text + " with " + decimals + ", seed " + SEED);
        }
    }

    private static String randomDecimal(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        text.append(new String[] {"", "", "-", "+"}[random.nextInt(4)]);
        int whole = random.nextInt(8) == 0 ? random.nextInt(25) : random.nextInt(4);
        int fraction = random.nextInt(8) == 0 ? random.nextInt(25) : random.nextInt(9);
        digits(text, random, whole);
        if (fraction > 0 || random.nextInt(10) == 0 || whole == 0) {
            text.append('.');
            digits(text, random, whole + fraction == 0 ? 1 : fraction);
        }
        if (random.nextInt(6) == 0) {
            text.append(random.nextBoolean() ? 'e' : 'E').append(random.nextInt(-12, 13));
        }
        return text.toString();
    }

    /** Many zeros, fives and nines, which is where rounding goes wrong. */
    private static void digits(StringBuilder text, SplittableRandom random, int count) {
        for (int i = 0; i < count; i++) {
            text.append(random.nextBoolean() ? "0599".charAt(random.nextInt(4)) : (char) ('0' + random.nextInt(10)));
        }
    }

    private static long parse(String text, int decimals) {
        // Digits on either side must not be looked at.
        byte[] bytes = ("7" + text + "7").getBytes(StandardCharsets.UTF_8);
        return DecimalCell.parse(bytes, 1, bytes.length - 1, decimals);
    }
}
