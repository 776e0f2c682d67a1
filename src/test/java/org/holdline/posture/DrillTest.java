package org.holdline.posture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.holdline.posture.Drill.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrillTest {
    private static final long SEED = 11;
    private static final long SAMPLE_US = 5000;

    private final Drill drill = new Drill();
    private final Random sway = new Random(SEED);
    private long nowUs;
    private double atDeg;

    DrillTest() {
        drill.begin();
    }

    private void to(double deg, double seconds) {
        double from = atDeg;
        int samples = (int) (seconds * 1e6 / SAMPLE_US);
        for (int i = 1; i <= samples; i++) {
            atDeg = from + (deg - from) * (1 - Math.cos(Math.PI * i / samples)) / 2;
            drill.add(nowUs, (int) (1000 * atDeg + 200 * sway.nextGaussian()));
            nowUs += SAMPLE_US;
        }
    }

    private void movement(double archDeg, double tuckDeg, double middleDeg, double seconds) {
        to(archDeg, seconds);
        to(tuckDeg, seconds);
        to(middleDeg, seconds);
        to(middleDeg, 2.5);
    }

    @Test
    void shouldFindEndsAndMiddleWhenThreeSlowMovementsAreMade() {
        to(0, 2);
        movement(9, -6, 1, 2);
        movement(8, -7, 1.2, 2);
        movement(8.5, -6.5, 0.8, 2);
        assertEquals(Outcome.GOOD, drill.end());
        assertEquals(3, drill.movements());
        assertEquals(15_000, drill.rangeMdeg(), 900);
        assertEquals(-6500, drill.tuckedMdeg(), 700);
        assertEquals(1000, drill.middleMdeg(), 700);
    }

    @ParameterizedTest
    @CsvSource({
        // movements, arch, tuck, seconds from end to end
        "0, 8, -6, 2, FEW",
        "2, 8, -6, 2, FEW",
        "3, 2.4, -2.4, 2, SMALL",
        "3, 1, -1, 2, FEW",
        "3, 8, -6, 0.5, FAST",
        "3, 8, -6, 1.5, GOOD",
        "5, 8, -6, 2, GOOD"
    })
    void shouldRefuseADrillByWhatItLacks(int movements, double arch, double tuck, double seconds, Outcome outcome) {
        to(0, 2);
        for (int i = 0; i < movements; i++) {
            movement(arch, tuck, 0, seconds);
        }
        assertEquals(outcome, drill.end());
    }

    @Test
    void shouldRefuseADrillWhoseEndsAreNotRepeated() {
        to(0, 2);
        movement(12, -6, 0, 2);
        movement(5, -6, 0, 2);
        movement(8, -6, 0, 2);
        assertEquals(Outcome.UNEVEN, drill.end());
    }

    @Test
    void shouldRefuseADrillWithoutARestInTheMiddle() {
        for (int i = 0; i < 4; i++) {
            to(8, 2);
            to(-6, 2);
        }
        to(-6, 2);
        to(0, 2);
        assertEquals(Outcome.NO_MIDDLE, drill.end());
    }

    @Test
    void shouldKnowNothingWhenNothingWasDrilledAndForgetTheDrillBefore() {
        assertEquals(Outcome.NONE, drill.end());
        to(0, 2);
        movement(9, -6, 1, 2);
        drill.begin();
        assertEquals(Outcome.NONE, drill.end());
    }
}
