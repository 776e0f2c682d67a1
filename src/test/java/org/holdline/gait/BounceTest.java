package org.holdline.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BounceTest {
    private static final double GRAVITY = 9.80665;
    private static final double STEP_S = 0.35;

    /** A body that rises and falls by a sine of known size, with an accelerometer that is off. */
    @ParameterizedTest
    @CsvSource({"100, 80, 0", "200, 45, 0.05", "400, 120, -0.05", "62.5, 80, 0.02", "1000, 80, 0.02"})
    void shouldMeasureTheRiseWhenTheBodyBounces(double rateHz, double riseMm, double offsetG) {
        Bounce bounce = new Bounce(rateHz);
        double beat = 2 * Math.PI / STEP_S;
        int samples = (int) (20 * rateHz);
        for (int i = 0; i < samples; i++) {
            double accel = riseMm / 2000 * beat * beat * Math.cos(beat * i / rateHz + 1);
            bounce.add(Math.round(1e6 * (1 + offsetG + accel / GRAVITY)));
        }
        long from = samples - Math.round(2 * STEP_S * rateHz) - 3;
        assertEquals(riseMm, bounce.riseMm(from, samples - 3), 0.04 * riseMm + 1);
    }

    /** A falling apple knows no stride; what comes out must be a number all the same. */
    @Test
    void shouldAnswerNoughtWhenNothingMoves() {
        Bounce bounce = new Bounce(100);
        for (int i = 0; i < 300; i++) {
            bounce.add(980_000);
        }
        assertEquals(0, bounce.riseMm(200, 270));
    }

    @Test
    void shouldMeasureAsBeforeWhenItsSumsHaveOverflowed() {
        Bounce late = new Bounce(100);
        Bounce early = new Bounce(100);
        for (int i = 0; i < 7_000_000; i++) {
            long force = 1_000_000 + Math.round(1e6 * Math.cos(2 * Math.PI * i / 35.0));
            late.add(i < 6_999_000 ? 16_000_000 : force);
            if (i >= 6_999_000) {
                early.add(force);
            }
        }
        assertEquals(early.riseMm(900, 970), late.riseMm(6_999_900, 6_999_970));
    }
}
