package org.holdline.clip.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.holdline.sample.Inertial;
import org.junit.jupiter.api.Test;

final class SensorModelTest {
    private final Vector accel = new Vector();
    private final Vector gyro = new Vector();
    private final Inertial read = new Inertial();

    private static SensorModel sensor(SensorErrors errors, long seed) {
        return new SensorModel(errors, 200, new Randomness(seed, Randomness.Purpose.LOWER_SENSOR));
    }

    @Test
    void shouldClampToSixteenBitsWhenShakenBeyondItsRange() {
        SensorModel sensor = sensor(new SensorErrors(0, 0, 0, 0, 0, true), 1);
        accel.set(200, -200, 9.80665);
        gyro.set(50, -50, 0);
        sensor.read(accel, gyro, 0, read);
        assertEquals(32767 / 2048.0 * 9.80665e6, read.axUms2, 1);
        assertEquals(-16 * 9.80665e6, read.ayUms2, 1);
        assertEquals(9_806_650, read.azUms2);
        assertEquals(Math.toRadians(32767 / 16.4) * 1e6, read.gxUrads, 1);
        assertEquals(Math.toRadians(-32768 / 16.4) * 1e6, read.gyUrads, 1);
        assertEquals(0, read.gzUrads);
    }

    @Test
    void shouldReadTheTruthToTheMicroUnitWhenItHasNoErrors() {
        accel.set(1.2345678, -300, 0);
        gyro.set(-0.7654321, 60, 0);
        sensor(SensorErrors.none(), 1).read(accel, gyro, 7, read);
        assertEquals(1_234_568, read.axUms2);
        assertEquals(-300_000_000, read.ayUms2);
        assertEquals(-765_432, read.gxUrads);
        assertEquals(60_000_000, read.gyUrads);
    }

    @Test
    void shouldHaveTheNoiseOfTheDataSheetWhenStill() {
        SensorModel sensor = sensor(new SensorErrors(0, 0, 0, 2.8, 70, false), 3);
        double accelSquares = 0;
        double gyroSquares = 0;
        int n = 20_000;
        for (int i = 0; i < n; i++) {
            sensor.read(accel, gyro, 0, read);
            accelSquares += (double) read.axUms2 * read.axUms2;
            gyroSquares += (double) read.gzUrads * read.gzUrads;
        }
        // 70 ug and 2.8 mdeg/s per root Hz over 100 Hz.
        assertEquals(700e-6 * 9.80665e6, Math.sqrt(accelSquares / n), 150);
        assertEquals(Math.toRadians(0.028) * 1e6, Math.sqrt(gyroSquares / n), 12);
    }

    @Test
    void shouldKeepOffsetsWithinTheirLimitsWhenSeedsDiffer() {
        double largestTypical = 0;
        double largestWide = 0;
        for (long seed = 1; seed <= 200; seed++) {
            largestTypical = Math.max(largestTypical, gyroOffsetDps(SensorErrors.typical(), seed));
            largestWide = Math.max(largestWide, gyroOffsetDps(SensorErrors.wideGyroOffset(), seed));
        }
        assertTrue(largestTypical > 1 && largestTypical < 2.2, "typical " + largestTypical);
        assertTrue(largestWide > 4 && largestWide < 6.2, "wide " + largestWide);
    }

    private double gyroOffsetDps(SensorErrors errors, long seed) {
        sensor(errors, seed).read(accel, gyro, 0, read);
        return Math.abs(Math.toDegrees(read.gyUrads * 1e-6));
    }
}
