package org.holdline.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body whose angles are known in closed form, as its clip would read them. */
class SwayTest {
    private static final double GRAVITY = 9_806_650;
    private static final double STRIDE_S = 0.7;

    private static final double TILT = 3.2;
    private static final double DROP = 4.3;
    private static final double TURN = 6.5;

    private record Body(double rateHz, double leanDeg, double offsetDps, double shiftDeg, double length) {
        double tilt(double s) {
            return Math.toRadians(leanDeg + TILT * Math.sin(2 * beat(s)));
        }

        double drop(double s) {
            return Math.toRadians(DROP * Math.cos(beat(s)));
        }

        double turn(double s) {
            return Math.toRadians(TURN * Math.cos(beat(s) - Math.toRadians(shiftDeg)) + offsetDps * s);
        }

        private static double beat(double s) {
            return 2 * Math.PI * s / STRIDE_S;
        }

        private double turnRate(double s) {
            double h = 1e-5;
            return (turn(s + h) - turn(s - h)) / (2 * h);
        }

        /** The stride from sample 100 on. */
        Sway stride() {
            Sway sway = new Sway(rateHz);
            for (int i = 0; i < 100 + STRIDE_S * rateHz + 1; i++) {
                double s = i / rateHz;
                double middle = (i + 0.5) / rateHz;
                double cos = Math.cos(tilt(middle));
                sway.add(
                        (int) (-length * GRAVITY * Math.sin(tilt(s))),
                        (int) (length * GRAVITY * Math.cos(tilt(s)) * Math.sin(drop(s))),
                        (int) (1e6 * length * turnRate(middle) * cos * cos));
            }
            sway.measure(100, 100 + Math.round(STRIDE_S * rateHz), (long) (length * GRAVITY));
            return sway;
        }
    }

    @ParameterizedTest
    @CsvSource({"100, 0, 0, 1", "200, 8, 0, 1", "100, 12, 2, 1.04", "1000, -5, -3, 0.97", "62.5, 4, 1, 1"})
    void shouldReadTheRangesWhenTheBodySwings(double rateHz, double leanDeg, double offsetDps, double length) {
        Sway sway = new Body(rateHz, leanDeg, offsetDps, 30, length).stride();
        assertEquals(2 * TILT * 1000, sway.tiltMdeg(), 120);
        assertEquals(2 * DROP * 1000, sway.obliquityMdeg(), 150);
        assertEquals(2 * TURN * 1000, sway.rotationMdeg(), 200);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-170, -90, -10, 0, 45, 90, 179})
    void shouldTellByHowMuchOneIsAheadWhenTwoTurn(double aheadDeg) {
        // Height earlier by so much: the one that leads.
        int ahead = new Body(200, 5, 1, 40 - aheadDeg, 1).stride().phaseBam();
        int behind = new Body(200, 5, 1, 40, 1).stride().phaseBam();
        double told = (behind - ahead) * 360.0 / (1L << 32);
        assertEquals(0, Math.IEEEremainder(told - aheadDeg, 360), 1.0);
    }

    @Test
    void shouldReadNothingWhenTheBodyStandsStill() {
        Sway sway = new Sway(100);
        for (int i = 0; i < 200; i++) {
            sway.add(1_000_000, -300_000, 5_000);
        }
        sway.measure(100, 170, 9_806_650);
        assertEquals(0, sway.tiltMdeg());
        assertEquals(0, sway.obliquityMdeg());
        assertEquals(0, sway.rotationMdeg(), 1);
    }

    @Test
    void shouldHoldTwoSecondsWhenAskedForAnOldStride() {
        Sway sway = new Sway(100);
        for (int i = 0; i < 1000; i++) {
            sway.add(0, 0, 0);
        }
        assertTrue(sway.holds(800));
        assertFalse(sway.holds(700));
        assertFalse(sway.holds(-1));
    }

    @Test
    void shouldGoOnWhenTheTurningOverflows() {
        Sway sway = new Sway(200);
        Body body = new Body(200, 0, 0, 0, 1);
        int spin = 80_000_000;
        for (int i = 0; i < 2000; i++) {
            sway.add(0, 0, i < 1800 ? spin : (int) (1e6 * body.turnRate((i + 0.5) / 200)));
        }
        sway.measure(1850, 1990, 9_806_650);
        assertEquals(2 * TURN * 1000, sway.rotationMdeg(), 200);
    }
}
