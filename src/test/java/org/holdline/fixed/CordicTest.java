package org.holdline.fixed;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against atan2 in double precision, which knows the angle of any two longs to 1e-13 degree. */
class CordicTest {
    private static final long SEED = 20_260_108;
    private static final double DEGREES_PER_BAM = 360 / Math.scalb(1.0, 32);

    /** The figure in the Javadoc of Cordic: half the last step, 2^-23 rad, and half a binary angle. */
    private static final double MAX_ERROR_DEG = 7e-6;

    @Test
    void shouldStayInsideTheDocumentedErrorWhenVectorsAreLong() {
        SplittableRandom random = new SplittableRandom(SEED);
        double worst = 0;
        for (int i = 0; i < 2_000_000; i++) {
            double angle = random.nextDouble(-Math.PI, Math.PI);
            double length = Math.scalb(random.nextDouble(1, 2), random.nextInt(34, 62));
            long x = Math.round(length * Math.cos(angle));
            long y = Math.round(length * Math.sin(angle));
            worst = Math.max(worst, errorDeg(y, x));
        }
        System.out.printf("CORDIC: largest error %.3g degree of 2,000,000 random vectors, seed %d%n", worst, SEED);
        double found = worst;
        assertTrue(found <= MAX_ERROR_DEG, () -> "worst " + found + " degree, seed " + SEED);
        assertTrue(found > 0.8 * MAX_ERROR_DEG, () -> "the Javadoc is too modest: worst " + found + ", seed " + SEED);
    }

    @Test
    void shouldStayInsideTheDocumentedErrorWhenVectorsAreShort() {
        for (long x = -60; x <= 60; x++) {
            for (long y = -60; y <= 60; y++) {
                double error = x == 0 && y == 0 ? 0 : errorDeg(y, x);
                String what = "atan2(" + y + ", " + x + ")";
                assertTrue(error <= MAX_ERROR_DEG, () -> what + " is off by " + error);
            }
        }
    }

    @Test
    void shouldStayInsideTheDocumentedErrorWhenComponentsAreExtreme() {
        long[] values = {
            Long.MIN_VALUE, Long.MIN_VALUE + 1, -(1L << 58), -1, 0, 1, (1L << 58) - 1, 1L << 58, Long.MAX_VALUE
        };
        for (long x : values) {
            for (long y : values) {
                double error = x == 0 && y == 0 ? 0 : errorDeg(y, x);
                String what = "atan2(" + y + ", " + x + ")";
                assertTrue(error <= MAX_ERROR_DEG, () -> what + " is off by " + error);
            }
        }
    }

    @Test
    void shouldAnswerZeroWhenThereIsNoDirection() {
        assertEquals(0, Cordic.atan2Bam(0, 0));
    }

    @Test
    void shouldTurnWithTheVectorWhenAxesArePassed() {
        assertAll(
                () -> assertEquals(0, Cordic.bamToMdeg(Cordic.atan2Bam(0, 5))),
                () -> assertEquals(45_000, Cordic.bamToMdeg(Cordic.atan2Bam(7, 7))),
                () -> assertEquals(90_000, Cordic.bamToMdeg(Cordic.atan2Bam(5, 0))),
                () -> assertEquals(135_000, Cordic.bamToMdeg(Cordic.atan2Bam(7, -7))),
                () -> assertEquals(180_000, Math.abs(Cordic.bamToMdeg(Cordic.atan2Bam(0, -5)))),
                () -> assertEquals(-90_000, Cordic.bamToMdeg(Cordic.atan2Bam(-5, 0))),
                () -> assertEquals(-30_000, Cordic.bamToMdeg(Cordic.atan2Bam(-1_000_000, 1_732_051))));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1073741824, 90000",
        "-1073741824, -90000",
        "-2147483648, -180000",
        "2147483647, 180000",
        "5965, 0",
        "5966, 1",
        "-5965, 0",
        "-5966, -1"
    })
    void shouldRoundToNearestWhenTurningBinaryAnglesIntoMillidegrees(int bam, int mdeg) {
        assertEquals(mdeg, Cordic.bamToMdeg(bam));
    }

    private static double errorDeg(long y, long x) {
        double expected = Math.toDegrees(Math.atan2((double) y, (double) x));
        double off = Cordic.atan2Bam(y, x) * DEGREES_PER_BAM - expected;
        return Math.abs(off - 360 * Math.rint(off / 360));
    }
}
