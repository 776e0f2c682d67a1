package org.holdline.evaluate.runner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rigid body against what can be worked out by hand. */
class SegmentTest {
    private static final double STEP_S = 1 / 1600.0;
    private static final double G = 9.80665;
    private static final double[] STILL = {0, 0, 0};
    private static final double[] NO_LEVER = {0, 0, 0};

    @ParameterizedTest
    @ValueSource(doubles = {-20, 0, 12.5, 80})
    void shouldFeelGravityAlongUpWhenPitchedAndStill(double pitchDeg) {
        Segment segment = new Segment(STEP_S, new double[] {-0.1, 0.02, 0.15});
        Rotation attitude = new Rotation();
        attitude.set(33, pitchDeg, 0);
        for (int i = 0; i < 5; i++) {
            segment.advance(attitude, STILL);
        }
        double pitch = Math.toRadians(pitchDeg);
        assertArrayEquals(new double[] {-G * Math.sin(pitch), 0, G * Math.cos(pitch)}, segment.forceMS2, 1e-9);
        assertArrayEquals(STILL, segment.rateRadS, 1e-12);
    }

    @Test
    void shouldFeelTheLeftSideRiseWhenRolled() {
        Segment segment = new Segment(STEP_S, NO_LEVER);
        Rotation attitude = new Rotation();
        attitude.set(0, 0, 10);
        segment.advance(attitude, STILL);
        segment.advance(attitude, STILL);
        assertEquals(G * Math.sin(Math.toRadians(10)), segment.forceMS2[1], 1e-9, "left side up: up leans to +y");
    }

    @Test
    void shouldPullInwardsWhenSpinningOnALever() {
        double spinRadS = 4;
        double leverM = 0.2;
        Segment segment = new Segment(STEP_S, new double[] {leverM, 0, 0});
        for (int i = 0; i < 100; i++) {
            segment.advance(turned(Math.toDegrees(spinRadS * i * STEP_S), 0, 0), STILL);
        }
        assertArrayEquals(new double[] {0, 0, spinRadS}, segment.rateRadS, 1e-9);
        assertArrayEquals(new double[] {-spinRadS * spinRadS * leverM, 0, G}, segment.forceMS2, 1e-5);
    }

    @Test
    void shouldFeelTheTangentWhenTheSpinGrows() {
        double growth = 30;
        double leverM = 0.2;
        Segment segment = new Segment(STEP_S, new double[] {leverM, 0, 0});
        double timeS = 0;
        for (int i = 0; i < 50; i++) {
            timeS = i * STEP_S;
            segment.advance(turned(Math.toDegrees(growth * timeS * timeS / 2), 0, 0), STILL);
        }
        assertEquals(growth * leverM, segment.forceMS2[1], 1e-4, "forward lever, turning left: pushed to the left");
    }

    @Test
    void shouldFeelTheTangentOnEveryAxisWhenANodGrows() {
        double growth = 20;
        double[] lever = {0.1, 0.05, 0.2};
        Segment segment = new Segment(STEP_S, lever);
        for (int i = 0; i < 5; i++) {
            double timeS = i * STEP_S;
            segment.advance(turned(0, Math.toDegrees(growth * timeS * timeS / 2), 0), STILL);
        }
        // Nodding forward about +y carries what is above forward and what is ahead down.
        assertEquals(growth * lever[2], segment.forceMS2[0], 0.01);
        assertEquals(0, segment.forceMS2[1], 1e-6);
        assertEquals(G - growth * lever[0], segment.forceMS2[2], 0.01);
    }

    @Test
    void shouldFeelTheTangentOnEveryAxisWhenARollGrows() {
        double growth = 20;
        double[] lever = {0.1, 0.05, 0.2};
        Segment segment = new Segment(STEP_S, lever);
        for (int i = 0; i < 5; i++) {
            double timeS = i * STEP_S;
            segment.advance(turned(0, 0, Math.toDegrees(growth * timeS * timeS / 2)), STILL);
        }
        assertEquals(-growth * lever[2], segment.forceMS2[1], 0.01);
        assertEquals(G + growth * lever[1], segment.forceMS2[2], 0.01);
    }

    @Test
    void shouldAddTheBodysOwnAccelerationWhenItIsPushed() {
        Segment segment = new Segment(STEP_S, NO_LEVER);
        double[] push = {1, -2, 3};
        for (int i = 0; i < 3; i++) {
            segment.advance(new Rotation(), push);
        }
        assertArrayEquals(new double[] {1, -2, G + 3}, segment.forceMS2, 1e-9);
    }

    @Test
    void shouldAddUpToTheSameAttitudeWhenTheRateIsIntegrated() {
        Segment segment = new Segment(STEP_S, NO_LEVER);
        Rotation summed = wobble(0);
        Rotation truth = new Rotation();
        double[] before = new double[3];
        int steps = 16_000;
        for (int i = 0; i <= steps; i++) {
            segment.advance(wobble(i), STILL);
            // The answer is for the instant before: the mean of two neighbours leads from one to the next.
            if (i >= 2) {
                Rotation part = new Rotation();
                double x = (before[0] + segment.rateRadS[0]) / 2 * STEP_S / 2;
                double y = (before[1] + segment.rateRadS[1]) / 2 * STEP_S / 2;
                double z = (before[2] + segment.rateRadS[2]) / 2 * STEP_S / 2;
                part.x = x;
                part.y = y;
                part.z = z;
                part.w = Math.sqrt(1 - x * x - y * y - z * z);
                summed.then(part);
            }
            System.arraycopy(segment.rateRadS, 0, before, 0, 3);
            truth = wobble(i - 1);
        }
        double[] up = new double[3];
        double[] trueUp = new double[3];
        summed.toBody(0, 0, 1, up);
        truth.toBody(0, 0, 1, trueUp);
        double dot = up[0] * trueUp[0] + up[1] * trueUp[1] + up[2] * trueUp[2];
        double offDeg = Math.toDegrees(Math.acos(Math.min(1, dot)));
        assertEquals(0, offDeg, 0.02, "after ten seconds of wobble");
    }

    private static Rotation wobble(int i) {
        double t = i * STEP_S;
        return turned(8 * Math.sin(9 * t), 4 * Math.sin(17 * t) + 3, 5 * Math.cos(9 * t));
    }

    private static Rotation turned(double yaw, double pitch, double roll) {
        Rotation rotation = new Rotation();
        rotation.set(yaw, pitch, roll);
        return rotation;
    }
}
