package org.holdline.attitude;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.holdline.sample.Inertial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InclinationTest {
    private static final long SEED = 20_260_109;
    private static final int GRAVITY_UMS2 = 9_806_650;
    private static final InclinationParams PARAMS = InclinationParams.defaults();

    // --- against double precision -----------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"50, false", "100, false", "285.714, false", "400, false", "1000, false", "50, true", "1000, true"})
    void shouldAgreeWithDoublePrecisionWhenMotionIsRandom(double rateHz, boolean ahead) {
        Inclination fixed = new Inclination(PARAMS, rateHz);
        InclinationOracle oracle = new InclinationOracle(PARAMS, rateHz);
        ShakenBody body = new ShakenBody(SEED, rateHz, 3);
        double squares = 0;
        double worst = 0;
        int samples = (int) (120 * rateHz);
        for (int i = 0; i < samples; i++) {
            body.step();
            fixed.setFacingAhead(ahead && i > samples / 4);
            oracle.setFacingAhead(ahead && i > samples / 4);
            body.feed(fixed);
            oracle.update(body.force(), body.gyro());
            if (i == samples / 2) {
                fixed.restart();
                oracle.restart();
            }
            double off = Angles.betweenDeg(Angles.up(fixed), oracle.up());
            squares += off * off;
            worst = Math.max(worst, off);
        }
        double rms = Math.sqrt(squares / samples);
        double max = worst;
        assertTrue(rms <= 5e-4 && max <= 5e-3, () -> "rms " + rms + ", max " + max + " deg, seed " + SEED);
        double[] bias = oracle.bias();
        assertAll(
                () -> assertEquals(bias[0] * 1e6, fixed.biasXUrads(), 20, "bias x, urad/s, seed " + SEED),
                () -> assertEquals(bias[1] * 1e6, fixed.biasYUrads(), 20, "bias y, urad/s, seed " + SEED),
                () -> assertEquals(bias[2] * 1e6, fixed.biasZUrads(), 20, "bias z, urad/s, seed " + SEED));
    }

    // --- abuse ------------------------------------------------------------------------------------------------------

    enum Abuse {
        RANDOM,
        SIGN_FLIPS,
        STUCK_AT_FULL_SCALE,
        SATURATED_SQUARES,
        SPIN;

        void fill(Inertial in, SplittableRandom random, int i) {
            int a = Inertial.MAX_ACCEL_UMS2;
            int g = Inertial.MAX_GYRO_URADS;
            switch (this) {
                case RANDOM ->
                    set(
                            in,
                            any(random, a),
                            any(random, a),
                            any(random, a),
                            any(random, g),
                            any(random, g),
                            any(random, g));
                case SIGN_FLIPS -> {
                    int s = (i & 1) == 0 ? 1 : -1;
                    set(in, s * a, -s * a, s * a, s * g, s * g, -s * g);
                }
                case STUCK_AT_FULL_SCALE -> set(in, a, a, a, g, -g, g);
                case SATURATED_SQUARES -> {
                    int long1 = (i / 300 & 1) == 0 ? 1 : -1;
                    int long2 = (i / 777 & 1) == 0 ? 1 : -1;
                    set(in, long1 * a, long2 * a, -long1 * a, long2 * g / 50, -long1 * g / 80, long1 * g / 100);
                }
                case SPIN -> {
                    // A constant force in space, seen from a sensor that turns at full rate: y grows to its largest.
                    set(in, (int) (a * Math.cos(i * 0.9)), (int) (a * Math.sin(i * 0.9)), a, 0, 0, -g);
                }
            }
        }

        private static int any(SplittableRandom random, int limit) {
            return random.nextInt(-limit, limit + 1);
        }

        private static void set(Inertial in, int ax, int ay, int az, int gx, int gy, int gz) {
            in.axUms2 = ax;
            in.ayUms2 = ay;
            in.azUms2 = az;
            in.gxUrads = gx;
            in.gyUrads = gy;
            in.gzUrads = gz;
        }
    }

    @ParameterizedTest
    @EnumSource(Abuse.class)
    void shouldStayBoundedAndRecoverWhenInputIsAbsurd(Abuse abuse) {
        for (double rateHz : new double[] {50, 100, 285.714, 400, 1000}) {
            Inclination inclination = new Inclination(PARAMS, rateHz);
            SplittableRandom random = new SplittableRandom(SEED);
            Inertial in = new Inertial();
            double largest = 0;
            int largestBias = 0;
            for (int i = 0; i < 1_000_000; i++) {
                abuse.fill(in, random, i);
                inclination.update(in);
                largest = Math.max(largest, lengthMs2(inclination));
                largestBias = Math.max(largestBias, Math.abs(inclination.biasXUrads()));
                largestBias = Math.max(largestBias, Math.abs(inclination.biasYUrads()));
                largestBias = Math.max(largestBias, Math.abs(inclination.biasZUrads()));
            }
            String where = abuse + " at " + rateHz + " Hz, seed " + SEED;
            assertTrue(largest <= 700, "|up| reached " + largest + " m/s^2, " + where);
            assertTrue(
                    largestBias <= Math.toRadians(PARAMS.biasClipDps()) * 1e6 + 1,
                    "bias " + largestBias + ", " + where);
            double error = errorAfterGoodSamples(inclination, rateHz);
            assertTrue(error <= 3, "off by " + error + " deg after 15 s of good samples, " + where);
        }
    }

    /** 5 s of standing still at a tilt, then 10 s of moving about. */
    private static double errorAfterGoodSamples(Inclination inclination, double rateHz) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 5 * rateHz; i++) {
            rest(inclination, random, 2000, 1000, -3000);
        }
        ShakenBody body = new ShakenBody(SEED, rateHz, 0.2, 0.002, 0.001, -0.003);
        for (int i = 0; i < 10 * rateHz; i++) {
            body.step();
            body.feed(inclination);
        }
        return Angles.betweenDeg(Angles.up(inclination), body.up());
    }

    private static double lengthMs2(Inclination inclination) {
        double[] up = Angles.up(inclination);
        return Math.sqrt(up[0] * up[0] + up[1] * up[1] + up[2] * up[2]) * 1e-6;
    }

    // --- gyro offset ------------------------------------------------------------------------------------------------

    @Test
    void shouldLearnTheGyroOffsetWhenAtRest() {
        double rateHz = 100;
        Inclination inclination = new Inclination(PARAMS, rateHz);
        SplittableRandom random = new SplittableRandom(SEED);
        assertFalse(inclination.isBiasKnown(3000), "before the first sample");
        for (int i = 0; i < 1000; i++) {
            rest(inclination, random, 60_000, -45_000, 30_000);
        }
        assertAll(
                () -> assertTrue(inclination.isAtRest()),
                () -> assertTrue(inclination.isBiasKnown(Long.MAX_VALUE)),
                () -> assertEquals(60_000, inclination.biasXUrads(), 500, "urad/s, seed " + SEED),
                () -> assertEquals(-45_000, inclination.biasYUrads(), 500, "urad/s, seed " + SEED),
                () -> assertEquals(30_000, inclination.biasZUrads(), 500, "urad/s, seed " + SEED),
                () -> assertEquals(0, inclination.pitchMdeg(), 100, "mdeg, seed " + SEED));
    }

    @Test
    void shouldBeAtRestAfterItsTimeWhenTheOffsetWasThereFromTheStart() {
        Inclination inclination = new Inclination(PARAMS, 100);
        for (int i = 0; i <= 149; i++) {
            inclination.update(0, 0, GRAVITY_UMS2, 90_000, -90_000, 90_000);
            assertFalse(inclination.isAtRest(), "after sample " + i);
        }
        inclination.update(0, 0, GRAVITY_UMS2, 90_000, -90_000, 90_000);
        assertTrue(inclination.isAtRest());
        assertEquals(90_000, inclination.biasXUrads(), 1);
    }

    @ParameterizedTest
    @CsvSource({"200000, 0, 0", "-200000, 0, 0", "0, 200000, 0", "0, -200000, 0", "0, 0, 200000", "0, 0, -200000"})
    void shouldLearnNoOffsetWhenItIsLargerThanBelievable(int gx, int gy, int gz) {
        Inclination inclination = new Inclination(PARAMS, 100);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 1000; i++) {
            rest(inclination, random, gx, gy, gz);
        }
        double limit = Math.toRadians(PARAMS.biasClipDps()) * 1e6 + 1;
        assertAll(
                () -> assertFalse(inclination.isAtRest(), "11.5 deg/s is a turn, not an offset"),
                () -> assertEquals(0, inclination.biasXUrads(), limit),
                () -> assertEquals(0, inclination.biasYUrads(), limit),
                () -> assertEquals(0, inclination.biasZUrads(), limit));
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 100, 285.714, 1000})
    void shouldLearnTheGyroOffsetAboutLevelAxesWhenNeverAtRest(double rateHz) {
        Inclination inclination = new Inclination(PARAMS, rateHz);
        // Of an offset about the vertical the accelerometer sees nothing, and up does not care.
        ShakenBody body = new ShakenBody(SEED, rateHz, 2, 0.08, -0.06, 0.05);
        double squares = 0;
        int late = 0;
        for (int i = 0; i < 180 * rateHz; i++) {
            body.step();
            body.feed(inclination);
            assertFalse(inclination.isAtRest());
            if (i >= 120 * rateHz) {
                squares += Math.pow(Angles.betweenDeg(Angles.up(inclination), body.up()), 2);
                late++;
            }
        }
        double rms = Math.sqrt(squares / late);
        assertAll(
                () -> assertEquals(80_000, inclination.biasXUrads(), 6000, "urad/s, seed " + SEED),
                () -> assertEquals(-60_000, inclination.biasYUrads(), 6000, "urad/s, seed " + SEED),
                () -> assertTrue(rms < 1, () -> "up is off by " + rms + " deg rms, seed " + SEED));
    }

    /** About the vertical gravity tells nothing; who faces ahead turns by nothing in the mean. */
    @ParameterizedTest
    @CsvSource({"50, true", "200, true", "1000, true", "200, false"})
    void shouldLearnTheOffsetAboutUpWhenFacingAhead(double rateHz, boolean ahead) {
        Inclination inclination = new Inclination(PARAMS, rateHz);
        inclination.setFacingAhead(ahead);
        double offsetRads = 0.1;
        for (int i = 0; i < 120 * rateHz; i++) {
            // Swings of the pelvis to both sides, 1.4 strides a second, upright.
            double swing = Math.cos(2 * Math.PI * 1.4 * i / rateHz);
            inclination.update(0, 0, GRAVITY_UMS2, 0, 0, (int) Math.round(1e6 * (swing + offsetRads)));
        }
        assertEquals(ahead ? 100_000 : 0, inclination.biasZUrads(), 4000, "urad/s");
        assertEquals(0, inclination.biasXUrads(), 100);
        assertEquals(0, inclination.biasYUrads(), 100);
    }

    @Test
    void shouldKnowTheOffsetOfAMovingSensorWhenItHasMovedLongEnough() {
        Inclination inclination = new Inclination(PARAMS, 100);
        ShakenBody body = new ShakenBody(SEED, 100, 2);
        // The first 300 samples are the running mean of the start; they teach nothing.
        for (int i = 0; i < 300 + 999; i++) {
            body.step();
            body.feed(inclination);
        }
        assertFalse(inclination.isBiasKnown(1000));
        body.step();
        body.feed(inclination);
        assertTrue(inclination.isBiasKnown(1000));
    }

    // --- restart ----------------------------------------------------------------------------------------------------

    @Test
    void shouldForgetUpButKeepTheOffsetWhenRestarted() {
        Inclination inclination = new Inclination(PARAMS, 100);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 1000; i++) {
            rest(inclination, random, 60_000, 0, 0);
        }
        int bias = inclination.biasXUrads();
        inclination.restart();
        assertAll(
                () -> assertEquals(0, inclination.age()),
                () -> assertFalse(inclination.isSettled()),
                () -> assertFalse(inclination.isAtRest()),
                () -> assertTrue(inclination.isBiasKnown(Long.MAX_VALUE)),
                () -> assertEquals(bias, inclination.biasXUrads()));
        inclination.update(GRAVITY_UMS2, 0, 0, 60_000, 0, 0);
        assertAll(
                () -> assertEquals(1, inclination.age()),
                () -> assertEquals(GRAVITY_UMS2, inclination.upX()),
                () -> assertEquals(0, inclination.upY()),
                () -> assertEquals(0, inclination.upZ()));
    }

    @Test
    void shouldHoldUpButLeaveItSoonWhenInDoubt() {
        Inclination inclination = new Inclination(PARAMS, 100);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 1000; i++) {
            rest(inclination, random, 60_000, 0, 0);
        }
        int bias = inclination.biasXUrads();
        inclination.doubt();
        assertAll(
                () -> assertEquals(33, inclination.age(), "a third of a second"),
                () -> assertFalse(inclination.isSettled()),
                () -> assertFalse(inclination.isAtRest()),
                () -> assertEquals(bias, inclination.biasXUrads()),
                () -> assertEquals(0, inclination.pitchMdeg(), 100, "held"));
        // It had turned by 40 degrees meanwhile: a second later three quarters of the mean are of now.
        for (int i = 0; i < 100; i++) {
            inclination.update(-6_303_650, 0, 7_512_330, bias, 0, 0);
        }
        assertEquals(31_500, inclination.pitchMdeg(), 1500);
        assertFalse(inclination.isSettled());
        for (int i = 0; i < 168; i++) {
            inclination.update(-6_303_650, 0, 7_512_330, bias, 0, 0);
        }
        assertTrue(inclination.isSettled(), "three seconds in all");
    }

    @Test
    void shouldStayYoungWhenInDoubtAtTheStart() {
        Inclination inclination = new Inclination(PARAMS, 100);
        for (int i = 0; i < 5; i++) {
            inclination.update(0, 0, GRAVITY_UMS2, 0, 0, 0);
        }
        inclination.doubt();
        assertEquals(5, inclination.age());
    }

    @Test
    void shouldNotSwingOnWhenInDoubtWhileItMoved() {
        double rateHz = 100;
        Inclination inclination = new Inclination(PARAMS, rateHz);
        ShakenBody body = new ShakenBody(SEED, rateHz, 3);
        for (int i = 0; i < 1000; i++) {
            body.step();
            body.feed(inclination);
        }
        double[] before = Angles.up(inclination);
        inclination.doubt();
        double off = Angles.betweenDeg(before, Angles.up(inclination));
        assertEquals(0, off, 1e-6, "holds");
        // At rest again where the running mean stands: no speed is left over that would carry it on.
        for (int i = 0; i < 280; i++) {
            inclination.update(
                    (int) before[0],
                    (int) before[1],
                    (int) before[2],
                    inclination.biasXUrads(),
                    inclination.biasYUrads(),
                    inclination.biasZUrads());
        }
        assertEquals(0, Angles.betweenDeg(before, Angles.up(inclination)), 0.02, "seed " + SEED);
    }

    @Test
    void shouldSettleAfterItsTimeConstantWhenStarted() {
        Inclination inclination = new Inclination(PARAMS, 100);
        for (int i = 0; i < 300; i++) {
            inclination.update(0, 0, GRAVITY_UMS2, 0, 0, 0);
            assertFalse(inclination.isSettled(), "after sample " + i);
        }
        inclination.update(0, 0, GRAVITY_UMS2, 0, 0, 0);
        assertTrue(inclination.isSettled());
        assertEquals(301, inclination.age());
    }

    // --- signs ------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(ints = {-170, -90, -45, -3, 0, 7, 30, 90, 120, 179})
    void shouldCallForwardTiltPositiveWhenStandingStill(int pitchDeg) {
        double pitch = Math.toRadians(pitchDeg);
        Inclination inclination = new Inclination(PARAMS, 100);
        for (int i = 0; i < 500; i++) {
            inclination.update(
                    (int) Math.round(-Math.sin(pitch) * GRAVITY_UMS2),
                    0,
                    (int) Math.round(Math.cos(pitch) * GRAVITY_UMS2),
                    0,
                    0,
                    0);
        }
        assertEquals(1000 * pitchDeg, inclination.pitchMdeg(), 1);
    }

    /** Turned by the gyro alone, in free fall, so that the accelerometer cannot put a wrong sign right. */
    @ParameterizedTest
    @CsvSource({
        // turn about    up before    up after 40 degrees: sin 40 = 0.643, cos 40 = 0.766
        "0, 1, 0,        0, 0, 1,     -0.643, 0, 0.766",
        "0, -1, 0,       0, 0, 1,     0.643, 0, 0.766",
        "1, 0, 0,        0, 0, 1,     0, 0.643, 0.766",
        "-1, 0, 0,       0, 0, 1,     0, -0.643, 0.766",
        "0, 0, 1,        1, 0, 0,     0.766, -0.643, 0",
        "0, 0, -1,       1, 0, 0,     0.766, 0.643, 0",
        "0, 0, 1,        0, 0, 1,     0, 0, 1"
    })
    void shouldTurnUpAgainstTheSensorWhenItTurns(
            int aboutX, int aboutY, int aboutZ, int x, int y, int z, double endX, double endY, double endZ) {
        Inclination inclination = new Inclination(PARAMS, 100);
        for (int i = 0; i < 400; i++) {
            inclination.update(x * GRAVITY_UMS2, y * GRAVITY_UMS2, z * GRAVITY_UMS2, 0, 0, 0);
        }
        int rate = (int) Math.round(Math.toRadians(40) * 1e6 / 0.2);
        for (int i = 0; i < 20; i++) {
            inclination.update(0, 0, 0, aboutX * rate, aboutY * rate, aboutZ * rate);
        }
        double off = Angles.betweenDeg(Angles.up(inclination), new double[] {endX, endY, endZ});
        assertTrue(off < 0.3, () -> "off by " + off + " deg");
    }

    @Test
    void shouldPitchForwardWhenTurnedAboutLeft() {
        Inclination inclination = new Inclination(PARAMS, 100);
        for (int i = 0; i < 400; i++) {
            inclination.update(0, 0, GRAVITY_UMS2, 0, 0, 0);
        }
        for (int i = 0; i < 10; i++) {
            inclination.update(0, 0, 0, 0, 1_000_000, 0);
        }
        assertEquals(Math.toDegrees(0.1) * 1000, inclination.pitchMdeg(), 100);
    }

    // --- parameters -------------------------------------------------------------------------------------------------

    @Test
    void shouldRefuseParamsWhenOutOfRange() {
        assertEquals(
                "biasClipDps=40.0, expected 0.0..30.0",
                assertThrows(IllegalArgumentException.class, () -> with(3, 40)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> with(Double.NaN, 10));
        assertThrows(IllegalArgumentException.class, () -> with(0, 10));
    }

    /** The shortest time constant at the lowest rate makes the largest steps: the pull times the gain must still fit. */
    @ParameterizedTest
    @CsvSource({
        "50, MIN, false",
        "1000, MIN, false",
        "50, MAX, false",
        "1000, MAX, false",
        "50, MIN, true",
        "1000, MAX, true"
    })
    void shouldAgreeWithDoublePrecisionWhenParamsAreAtTheirLimits(double rateHz, String end, boolean ahead) {
        InclinationParams params = end.equals("MIN")
                ? new InclinationParams(0.5, 0.05, 0.01, 0.01, 0.1, 0.1, 1, 0, 1, 30)
                : new InclinationParams(60, 10, 50, 20, 60, 600, 1, 120, 1, 30);
        Inclination fixed = new Inclination(params, rateHz);
        InclinationOracle oracle = new InclinationOracle(params, rateHz);
        SplittableRandom random = new SplittableRandom(SEED);
        double worst = 0;
        for (int i = 0; i < 100_000; i++) {
            int[] in = new int[6];
            double[] force = new double[3];
            double[] gyro = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                // Long pushes at full scale, so that the low-pass moves as far and as fast as it can.
                in[axis] = (i / 40 + axis & 1) == 0 ? Inertial.MAX_ACCEL_UMS2 : -Inertial.MAX_ACCEL_UMS2;
                in[3 + axis] = random.nextInt(-3_000_000, 3_000_001);
                force[axis] = in[axis] * 1e-6;
                gyro[axis] = in[3 + axis] * 1e-6;
            }
            fixed.update(in[0], in[1], in[2], in[3], in[4], in[5]);
            oracle.update(force, gyro);
            fixed.setFacingAhead(ahead);
            oracle.setFacingAhead(ahead);
            double[] up = Angles.up(fixed);
            for (int axis = 0; axis < 3; axis++) {
                worst = Math.max(worst, Math.abs(up[axis] * 1e-6 - oracle.up()[axis]));
            }
        }
        double max = worst;
        assertTrue(max < 0.01, () -> "off by " + max + " m/s^2, seed " + SEED);
    }

    private static InclinationParams with(double tauS, double biasClipDps) {
        return new InclinationParams(tauS, 0.5, 2, 0.5, 1.5, 20, 0.125, 20, 0.01, biasClipDps);
    }

    private static void rest(Inclination inclination, SplittableRandom random, int gx, int gy, int gz) {
        inclination.update(
                noise(random, 20_000),
                noise(random, 20_000),
                GRAVITY_UMS2 + noise(random, 20_000),
                gx + noise(random, 1500),
                gy + noise(random, 1500),
                gz + noise(random, 1500));
    }

    private static int noise(SplittableRandom random, int sd) {
        return (int) Math.round(random.nextGaussian() * sd);
    }
}
