package org.holdline.profile.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.holdline.profile.form.Filled;
import org.holdline.sample.Inertial;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;

/** Known errors of a made sensor come back; rests that do not bear a profile out are refused with the reason. */
class BenchTest {
    private static final double RATE_HZ = 200;
    private static final double[][] SIDES = {{0, 0, 1}, {0, 0, -1}, {0, 1, 0}, {0, -1, 0}, {1, 0, 0}, {-1, 0, 0}};

    /** A sensor with errors of its own: raw = response true + offset, with noise. */
    private static final class MadeSensor {
        final double[][] response = new double[3][3];
        final double[] offsetG = new double[3];
        final double[] rateDps = new double[3];
        final double[] driftDpsPerK = new double[3];
        final Random random;
        final Rests rests = new Rests(RATE_HZ);

        MadeSensor(long seed) {
            random = new Random(seed);
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    response[i][j] = i == j ? 1 + between(0.03) : between(0.015);
                }
                offsetG[i] = between(0.06);
                rateDps[i] = between(3);
                driftDpsPerK[i] = between(0.02);
            }
        }

        double between(double most) {
            return (2 * random.nextDouble() - 1) * most;
        }

        /** Lies still in one position, turned by a little, after a hand has put it there. */
        void lie(double[] up, double tiltDeg, double seconds, double celsius) {
            double[] g = {
                up[0] + Math.sin(Math.toRadians(between(tiltDeg))),
                up[1] + Math.sin(Math.toRadians(between(tiltDeg))),
                up[2] + Math.sin(Math.toRadians(between(tiltDeg)))
            };
            double norm = Linear.norm(g);
            for (int i = 0; i < 0.6 * RATE_HZ; i++) {
                read(new double[] {between(1), between(1), between(1)}, between(100), celsius);
            }
            for (int i = 0; i < seconds * RATE_HZ; i++) {
                read(new double[] {g[0] / norm, g[1] / norm, g[2] / norm}, 0, celsius);
            }
        }

        private void read(double[] trueG, double turningDps, double celsius) {
            double[] raw = Linear.times(response, trueG);
            Inertial out = new Inertial();
            out.axUms2 = (int) Math.round((raw[0] + offsetG[0] + 0.0016 * random.nextGaussian()) * 9_806_650);
            out.ayUms2 = (int) Math.round((raw[1] + offsetG[1] + 0.0016 * random.nextGaussian()) * 9_806_650);
            out.azUms2 = (int) Math.round((raw[2] + offsetG[2] + 0.0016 * random.nextGaussian()) * 9_806_650);
            out.gxUrads = rate(0, turningDps, celsius);
            out.gyUrads = rate(1, turningDps, celsius);
            out.gzUrads = rate(2, turningDps, celsius);
            rests.add(out, (int) Math.round(celsius * 1000));
        }

        private int rate(int axis, double turningDps, double celsius) {
            double dps =
                    rateDps[axis] + driftDpsPerK[axis] * (celsius - 25) + turningDps + 0.05 * random.nextGaussian();
            return (int) Math.round(Math.toRadians(dps) * 1e6);
        }
    }

    @Test
    void shouldFindKnownErrorsWhenTheClipLayOnItsSixSides() throws Exception {
        double worstOffsetMg = 0;
        double worstScale = 0;
        double worstRateDps = 0;
        for (long seed = 1; seed <= 20; seed++) {
            MadeSensor sensor = new MadeSensor(seed);
            for (double[] side : SIDES) {
                sensor.lie(side, 0, 3, 25);
            }
            sensor.rests.end();
            assertEquals(6, sensor.rests.found().size(), "seed " + seed);
            Filled profile = profile(sensor);
            double[][] matrix = matrix(profile);
            double[][] product = Linear.times(matrix, sensor.response);
            for (int i = 0; i < 3; i++) {
                worstOffsetMg = Math.max(
                        worstOffsetMg,
                        Math.abs(profile.numbers("lower.accel", "bias_mg").get(i) / 1e3 - sensor.offsetG[i] * 1e3));
                worstRateDps = Math.max(
                        worstRateDps,
                        Math.abs(profile.numbers("lower.gyro", "bias_dps").get(i) / 1e6 - sensor.rateDps[i]));
                for (int j = 0; j < 3; j++) {
                    worstScale = Math.max(worstScale, Math.abs(product[i][j] - (i == j ? 1 : 0)));
                }
            }
            assertTrue(profile.number("lower.accel", "residual_max_mg") <= 3_000, "seed " + seed);
        }
        System.out.printf(
                "20 sensors, six level sides: worst offset %.2f mg, matrix %.4f, zero rate %.4f deg/s%n",
                worstOffsetMg, worstScale, worstRateDps);
        assertTrue(worstOffsetMg < 1, worstOffsetMg + " mg");
        assertTrue(worstScale < 0.001, "matrix " + worstScale);
        assertTrue(worstRateDps <= 0.05, worstRateDps + " deg/s");
    }

    @Test
    void shouldMeasureMagnitudesWhenTheTableIsNotLevelAndMorePositionsAreGiven() throws Exception {
        double worstMg = 0;
        for (long seed = 1; seed <= 20; seed++) {
            MadeSensor sensor = new MadeSensor(seed);
            for (double[] side : SIDES) {
                sensor.lie(side, 3, 3, 25);
            }
            for (int i = 0; i < 8; i++) {
                sensor.lie(new double[] {(i & 1) - 0.5, (i >> 1 & 1) - 0.5, (i >> 2) - 0.5}, 5, 3, 25);
            }
            sensor.rests.end();
            Filled profile = profile(sensor);
            double[][] matrix = matrix(profile);
            Random directions = new Random(seed);
            for (int i = 0; i < 200; i++) {
                double[] up = {directions.nextGaussian(), directions.nextGaussian(), directions.nextGaussian()};
                double norm = Linear.norm(up);
                double[] raw = Linear.times(sensor.response, new double[] {up[0] / norm, up[1] / norm, up[2] / norm});
                for (int axis = 0; axis < 3; axis++) {
                    raw[axis] += sensor.offsetG[axis]
                            - profile.numbers("lower.accel", "bias_mg").get(axis) / 1e6;
                }
                worstMg = Math.max(worstMg, Math.abs(Linear.norm(Linear.times(matrix, raw)) - 1) * 1e3);
            }
        }
        System.out.printf(
                "20 sensors, 14 positions askew by 3 to 5 deg: | a | off by %.2f mg at worst in any direction%n",
                worstMg);
        assertTrue(worstMg <= 3, worstMg + " mg");
    }

    @Test
    void shouldFindTheDriftWhenTheTemperaturesAreFarApart() throws Exception {
        MadeSensor sensor = new MadeSensor(5);
        for (double[] side : SIDES) {
            sensor.lie(side, 0, 3, 20);
            sensor.lie(side, 0, 3, 36);
        }
        sensor.rests.end();
        Filled profile = profile(sensor);
        for (int axis = 0; axis < 3; axis++) {
            assertEquals(
                    sensor.driftDpsPerK[axis],
                    profile.numbers("lower.gyro", "slope_dps_per_k").get(axis) / 1e6,
                    0.001,
                    "axis " + axis);
        }
        assertEquals(2_000, profile.number("lower.gyro", "from_celsius"));
        assertEquals(3_600, profile.number("lower.gyro", "to_celsius"));
    }

    @Test
    void shouldLeaveTheDriftOutWhenTheTemperaturesAreNear() throws Exception {
        MadeSensor sensor = new MadeSensor(6);
        for (double[] side : SIDES) {
            sensor.lie(side, 0, 3, 25);
        }
        sensor.lie(SIDES[0], 0, 3, 34);
        sensor.rests.end();
        assertTrue(profile(sensor).find("lower.gyro", "slope_dps_per_k").isEmpty());
    }

    @Test
    void shouldNameTheSideWhenOneIsMissing() {
        for (int missing = 0; missing < SIDES.length; missing++) {
            MadeSensor sensor = new MadeSensor(7);
            for (int i = 0; i < SIDES.length; i++) {
                if (i != missing) {
                    sensor.lie(SIDES[i], 0, 3, 25);
                }
            }
            sensor.rests.end();
            String text =
                    assertThrows(BenchException.class, () -> profile(sensor)).getMessage();
            String side = List.of(
                            "as worn (+z up)",
                            "upside down",
                            "left side (+y) up",
                            "left side (+y) down",
                            "front (+x) up",
                            "front (+x) down")
                    .get(missing);
            assertTrue(text.startsWith("lower: no rest") && text.contains(side), text);
        }
    }

    @Test
    void shouldRefuseWhenAPositionWasNotWhatItSeems() {
        MadeSensor sensor = new MadeSensor(8);
        for (double[] side : SIDES) {
            sensor.lie(side, 0, 3, 25);
        }
        // A knock that came undone: the same side once more with an offset of 20 mg.
        sensor.offsetG[2] += 0.02;
        sensor.lie(SIDES[0], 0, 3, 25);
        sensor.rests.end();
        String text = assertThrows(BenchException.class, () -> profile(sensor)).getMessage();
        assertTrue(text.contains("residual"), text);
    }

    @Test
    void shouldRefuseWhenAValueIsNoHealthyParts() {
        MadeSensor sensor = new MadeSensor(9);
        sensor.rateDps[1] = 11;
        for (double[] side : SIDES) {
            sensor.lie(side, 0, 3, 25);
        }
        sensor.rests.end();
        String text = assertThrows(BenchException.class, () -> profile(sensor)).getMessage();
        assertTrue(text.contains("zero rate of the gyroscope is 11"), text);
    }

    @Test
    void shouldFindNoRestWhenTheClipIsHeldInTheHand() {
        MadeSensor sensor = new MadeSensor(10);
        for (int i = 0; i < 20; i++) {
            sensor.lie(SIDES[i % 6], 0, 1.2, 25);
        }
        sensor.rests.end();
        assertEquals(List.of(), sensor.rests.found());
        assertTrue(assertThrows(BenchException.class, () -> profile(sensor))
                .getMessage()
                .contains("never lay still"));
    }

    private static Filled profile(MadeSensor sensor) throws BenchException {
        Bench.About about = new Bench.About("HL0001", 1, 0, List.of("ICM42688P"), 1_777_890_600L, Double.NaN);
        return Bench.profile(about, List.of(sensor.rests.found()));
    }

    private static double[][] matrix(Filled profile) {
        List<Double> values = new ArrayList<>();
        profile.numbers("lower.accel", "matrix").forEach(value -> values.add(value / 1e6));
        double[][] matrix = new double[3][3];
        for (int i = 0; i < 9; i++) {
            matrix[i / 3][i % 3] = values.get(i);
        }
        return matrix;
    }

    @Test
    void shouldReadSamplesWithoutTemperatureWhenTheRoomsIsGiven() throws Exception {
        Rests rests = new Rests(RATE_HZ);
        for (double[] side : SIDES) {
            Inertial moved = new Inertial();
            moved.axUms2 = 20_000_000;
            Inertial still = new Inertial();
            still.axUms2 = (int) (side[0] * 9_806_650);
            still.ayUms2 = (int) (side[1] * 9_806_650);
            still.azUms2 = (int) (side[2] * 9_806_650);
            for (int i = 0; i < 700; i++) {
                rests.add(i < 60 ? moved : still, Sample.UNKNOWN);
            }
        }
        rests.end();
        Bench.About about = new Bench.About("HL0001", 1, 0, List.of("MPU6050"), 0, 21.5);
        assertEquals(2_150, Bench.profile(about, List.of(rests.found())).number("lower.gyro", "at_celsius"));
        Bench.About unsaid = new Bench.About("HL0001", 1, 0, List.of("MPU6050"), 0, Double.NaN);
        assertTrue(assertThrows(BenchException.class, () -> Bench.profile(unsaid, List.of(rests.found())))
                .getMessage()
                .contains("--celsius"));
    }
}
