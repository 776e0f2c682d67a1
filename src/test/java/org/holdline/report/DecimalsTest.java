package org.holdline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {
    private static final long SEED = 71_001;

    @ParameterizedTest
    @CsvSource({
        "0, 0.000",
        "1, 0.001",
        "-1, -0.001",
        "-999, -0.999",
        "1000, 1.000",
        "-1234, -1.234",
        "2147483647, 2147483.647",
        "-2147483648, -2147483.648"
    })
    void shouldKeepThreePlacesWhenThousandthsAreGiven(long value, String text) {
        assertEquals(text, Decimals.milli(value));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0", "9, 0.9", "10, 1.0", "1674, 167.4", "-5, -0.5"})
    void shouldKeepOnePlaceWhenTenthsAreGiven(long value, String text) {
        assertEquals(text, Decimals.tenths(value));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.000000", "12, 0.000012", "899995000, 899.995000", "-1, -0.000001"})
    void shouldKeepSixPlacesWhenMillionthsAreGiven(long value, String text) {
        assertEquals(text, Decimals.micro(value));
    }

    @Test
    void shouldAgreeWithExactArithmeticWhenValuesAreRandom() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 5_000; i++) {
            long value = random.nextLong() >> random.nextInt(1, 63);
            String where = value + ", seed " + SEED;
            assertEquals(BigDecimal.valueOf(value, 3).toPlainString(), Decimals.milli(value), where);
            assertEquals(BigDecimal.valueOf(value, 1).toPlainString(), Decimals.tenths(value), where);
            assertEquals(BigDecimal.valueOf(value, 6).toPlainString(), Decimals.micro(value), where);
        }
    }
}
