package org.holdline.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.holdline.correction.CorrectionParams.BeltParams;
import org.holdline.profile.DeviceForm;
import org.holdline.sample.Inertial;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;

/** Against the same sums in floating point, written from what the form says of its numbers. */
class CorrectionTest {
    private static final long SEED = Long.getLong("holdline.seed", 6);
    private static final double UMS2_PER_UG = 9.80665;
    private static final double URADS_PER_UDPS = Math.toRadians(1);

    private final Random random = new Random(SEED);

    /** A profile's numbers, whole as the form holds them. */
    private record Numbers(
            String axes,
            List<Long> bias,
            List<Long> matrix,
            List<Long> gyro,
            List<Long> slope,
            long at,
            long from,
            long to) {
        InertialCoefficients coefficients() {
            return new InertialCoefficients(
                    axes,
                    new InertialCoefficients.Accel(bias, matrix),
                    new InertialCoefficients.Gyro(gyro, slope, at, from, to));
        }
    }

    private Numbers drawn() {
        List<Long> matrix = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            matrix.add(i % 4 == 0 ? between(900_000, 1_100_000) : between(-50_000, 50_000));
        }
        List<Long> slope = random.nextInt(3) == 0 ? List.of() : three(500_000);
        List<String> axes = DeviceForm.AXES.words();
        return new Numbers(
                axes.get(random.nextInt(axes.size())),
                three(150_000),
                matrix,
                three(10_000_000),
                slope,
                2500,
                1500,
                3600);
    }

    private List<Long> three(int bound) {
        return List.of(between(-bound, bound), between(-bound, bound), between(-bound, bound));
    }

    private long between(int low, int high) {
        return (long) low + random.nextInt(high - low + 1);
    }

    private static double turned(Numbers n, int to, int x, int y, int z) {
        String axis = n.axes.substring(2 * to, 2 * to + 2);
        double reading = axis.endsWith("x") ? x : axis.endsWith("y") ? y : z;
        return axis.startsWith("-") ? -reading : reading;
    }

    private static double force(Numbers n, int row, Inertial raw) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double off = turned(n, i, raw.axUms2, raw.ayUms2, raw.azUms2) - n.bias.get(i) * UMS2_PER_UG;
            sum += n.matrix.get(3 * row + i) * 1e-6 * off;
        }
        return Math.clamp(sum, -400e6, 400e6);
    }

    private static double rate(Numbers n, int axis, Inertial raw, int milliC) {
        double beyondK = n.slope.isEmpty() ? 0 : (Math.clamp(milliC, n.from * 10, n.to * 10) - n.at * 10) * 1e-3;
        double offset = n.gyro.get(axis) + (n.slope.isEmpty() ? 0 : n.slope.get(axis) * beyondK);
        double sum = turned(n, axis, raw.gxUrads, raw.gyUrads, raw.gzUrads) - offset * URADS_PER_UDPS;
        return Math.clamp(sum, -90e6, 90e6);
    }

    private Sample reading() {
        Sample sample = new Sample();
        // Every eighth beyond what a part delivers: the bounds of a slot.
        int accel = random.nextInt(8) == 0 ? Inertial.MAX_ACCEL_UMS2 : 160_000_000;
        int gyro = random.nextInt(8) == 0 ? Inertial.MAX_GYRO_URADS : 35_000_000;
        sample.lower.axUms2 = (int) between(-accel, accel);
        sample.lower.ayUms2 = (int) between(-accel, accel);
        sample.lower.azUms2 = (int) between(-accel, accel);
        sample.lower.gxUrads = (int) between(-gyro, gyro);
        sample.lower.gyUrads = (int) between(-gyro, gyro);
        sample.lower.gzUrads = (int) between(-gyro, gyro);
        sample.temperatureMilliC = (int) between(-10_000, 60_000);
        return sample;
    }

    @Test
    void shouldComeWithinAUnitOfTheFormWhenAnyProfileIsApplied() {
        for (int profile = 0; profile < 300; profile++) {
            Numbers numbers = drawn();
            Correction correction =
                    new Correction(new CorrectionParams(numbers.coefficients(), null, BeltParams.AS_SHOWN));
            for (int i = 0; i < 30; i++) {
                Sample raw = reading();
                Sample out = new Sample();
                correction.apply(raw, out);
                String where = "seed " + SEED + ", profile " + profile + ": " + numbers.axes;
                // Half a unit each of the row's three rounded offsets, and half a unit at the end.
                assertEquals(force(numbers, 0, raw.lower), out.lower.axUms2, 1.2, where);
                assertEquals(force(numbers, 1, raw.lower), out.lower.ayUms2, 1.2, where);
                assertEquals(force(numbers, 2, raw.lower), out.lower.azUms2, 1.2, where);
                int milliC = raw.temperatureMilliC;
                // Half a nrad/s for each K, over 30 of them, and half a unit.
                assertEquals(rate(numbers, 0, raw.lower, milliC), out.lower.gxUrads, 0.53, where);
                assertEquals(rate(numbers, 1, raw.lower, milliC), out.lower.gyUrads, 0.53, where);
                assertEquals(rate(numbers, 2, raw.lower, milliC), out.lower.gzUrads, 0.53, where);
            }
        }
    }

    /** By hand, from "true = matrix (raw - bias)". */
    @Test
    void shouldTakeTheOffsetAwayAndTurnByRowsWhenTheNumbersAreRound() {
        Numbers numbers = new Numbers(
                "+x+y+z",
                List.of(100_000L, 0L, 0L),
                List.of(1_000_000L, 20_000L, 0L, 0L, 1_000_000L, 0L, 0L, 0L, 1_000_000L),
                List.of(1_000_000L, 0L, 0L),
                List.of(),
                2500,
                2500,
                2500);
        Sample raw = new Sample();
        raw.lower.axUms2 = 980_665;
        raw.lower.ayUms2 = 1_000_000;
        raw.lower.gxUrads = 17_453;
        Sample out = new Sample();
        new Correction(new CorrectionParams(numbers.coefficients(), null, BeltParams.AS_SHOWN)).apply(raw, out);
        assertEquals(20_000, out.lower.axUms2, "0.1 g of offset gone, 2 % of y beside it");
        assertEquals(1_000_000, out.lower.ayUms2, "nothing of x in y");
        assertEquals(0, out.lower.gxUrads, "1 deg/s gone");
    }

    @Test
    void shouldRoundAwayFromZeroWhenHalfAUnitIsLeft() {
        Numbers numbers = new Numbers(
                "+x+y+z",
                List.of(0L, 0L, 0L),
                List.of(1_100_000L, 0L, 0L, 0L, 900_000L, 0L, 0L, 0L, 1_000_000L),
                List.of(0L, 0L, 0L),
                List.of(),
                2500,
                2500,
                2500);
        Sample raw = new Sample();
        raw.lower.axUms2 = 5;
        raw.lower.ayUms2 = -5;
        Sample out = new Sample();
        new Correction(new CorrectionParams(numbers.coefficients(), null, BeltParams.AS_SHOWN)).apply(raw, out);
        assertEquals(6, out.lower.axUms2, "5.5");
        assertEquals(-5, out.lower.ayUms2, "-4.5");
        Correction plain = new Correction(CorrectionParams.none());
        plain.apply(raw, out);
        assertTrue(raw.lower.sameAs(out.lower), "nothing to correct");
    }

    @Test
    void shouldLeaveTheReadingAloneWhenItIsCorrected() {
        Sample raw = reading();
        Sample before = new Sample();
        before.copyFrom(raw);
        new Correction(new CorrectionParams(drawn().coefficients(), null, new BeltParams(9_870, 400, true)))
                .apply(raw, new Sample());
        assertTrue(before.lower.sameAs(raw.lower));
        assertEquals(before.speedMPerH, raw.speedMPerH);
    }

    @Test
    void shouldCountAndGoOnWithTheLastTemperatureWhenNoneComes() {
        Numbers numbers = new Numbers(
                "+x+y+z",
                List.of(0L, 0L, 0L),
                List.of(1_000_000L, 0L, 0L, 0L, 1_000_000L, 0L, 0L, 0L, 1_000_000L),
                List.of(0L, 0L, 0L),
                List.of(57_296L, 0L, 0L),
                2500,
                1500,
                3600);
        Correction correction = new Correction(new CorrectionParams(numbers.coefficients(), null, BeltParams.AS_SHOWN));
        Sample raw = new Sample();
        Sample out = new Sample();
        correction.apply(raw, out);
        assertEquals(0, out.lower.gxUrads, "as at 25 deg C");
        assertEquals(1, correction.withoutTemperature());
        raw.temperatureMilliC = 35_000;
        correction.apply(raw, out);
        assertEquals(-10_000, out.lower.gxUrads, "1 mrad/s a kelvin, 10 K");
        raw.temperatureMilliC = Sample.UNKNOWN;
        correction.apply(raw, out);
        assertEquals(-10_000, out.lower.gxUrads, "the last one known");
        assertEquals(2, correction.withoutTemperature());
        raw.temperatureMilliC = 80_000;
        correction.apply(raw, out);
        assertEquals(-11_000, out.lower.gxUrads, "no drift is claimed beyond 36 deg C");
    }

    @Test
    void shouldSayWhatTheBeltDoesWhenATreadmillShowsSomethingElse() {
        Sample raw = new Sample();
        Sample out = new Sample();
        Correction correction = new Correction(CorrectionParams.none().with(new BeltParams(9_870, 400, true)));
        correction.apply(raw, out);
        assertEquals(Sample.UNKNOWN, out.speedMPerH);
        assertEquals(Sample.UNKNOWN, out.inclineMilliPct);
        raw.speedMPerH = 10_000;
        raw.inclineMilliPct = 1_000;
        correction.apply(raw, out);
        assertEquals(9_870, out.speedMPerH);
        assertEquals(1_400, out.inclineMilliPct);
        new Correction(CorrectionParams.none().with(new BeltParams(10_000, 400, false))).apply(raw, out);
        assertEquals(Sample.UNKNOWN, out.inclineMilliPct, "its report is not the belt's");
    }
}
