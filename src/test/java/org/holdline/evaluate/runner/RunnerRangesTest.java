package org.holdline.evaluate.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the sensors of forty runners read in a minute of running, against published ranges. Prints what it measured. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunnerRangesTest {
    private static final int SEEDS = 40;
    private static final double UMS2_PER_G = 9_806_650;

    private final List<Minute> minutes = new ArrayList<>();

    /**
     * One runner's minute.
     *
     * @param peakG median over steps of the largest specific force
     * @param topG largest of all
     * @param riseCm median over steps of how far the body rises from its lowest point
     * @param meanG mean vertical force, by the truth's own up, over whole strides
     * @param rateDps 99th percentile of the angular rate, largest axis, gyro offset taken off
     * @param slowShare share of the power of the forward rate below 10 Hz
     * @param strongestHz strongest line of the vertical force
     */
    private record Minute(
            long seed,
            boolean loose,
            double rateHz,
            double cadence,
            double contactMs,
            double peakG,
            double topG,
            double riseCm,
            double meanG,
            double rateDps,
            double slowShare,
            double strongestHz) {}

    @BeforeAll
    void run() {
        for (long seed = 0; seed < SEEDS; seed++) {
            minutes.add(minute(seed));
        }
        print(
                "cadence, steps/min",
                minutes.stream().mapToDouble(Minute::cadence).toArray());
        print(
                "contact time, ms",
                minutes.stream().mapToDouble(Minute::contactMs).toArray());
        print("sacral peak of a step, g, firm clip", peaks(false));
        print("sacral peak of a step, g, loose clip", peaks(true));
        print(
                "rise of the body in a step, cm",
                minutes.stream().mapToDouble(Minute::riseCm).toArray());
        print(
                "angular rate, 99th percentile, deg/s",
                minutes.stream().mapToDouble(Minute::rateDps).toArray());
        print(
                "share of pitch rate below 10 Hz",
                minutes.stream().mapToDouble(Minute::slowShare).toArray());
    }

    private double[] peaks(boolean loose) {
        return minutes.stream()
                .filter(minute -> minute.loose == loose)
                .mapToDouble(loose ? Minute::topG : Minute::peakG)
                .toArray();
    }

    private static void print(String what, double[] values) {
        Arrays.sort(values);
        System.out.printf(
                Locale.ROOT,
                "simulated, %d runners: %s: %.2f .. %.2f, median %.2f%n",
                values.length,
                what,
                values[0],
                values[values.length - 1],
                values[values.length / 2]);
    }

    @Test
    void shouldStepAsFastAsRunnersDo() {
        for (Minute minute : minutes) {
            assertTrue(minute.cadence > 138 && minute.cadence < 222, minute::toString);
            assertTrue(minute.contactMs > 145 && minute.contactMs < 360, minute::toString);
        }
    }

    @Test
    void shouldPeakAsPublishedWhenTheClipIsFirm() {
        for (Minute minute : minutes) {
            if (!minute.loose) {
                assertTrue(minute.peakG > 2 && minute.peakG < 5.5, minute::toString);
            }
        }
    }

    @Test
    void shouldSpikeWhenTheClipIsLoose() {
        assertTrue(minutes.stream().filter(Minute::loose).count() >= 2, "no loose clip among " + SEEDS);
        for (Minute minute : minutes) {
            if (minute.loose && minute.rateHz >= 200) {
                assertTrue(minute.topG > 5 && minute.topG < 11, minute::toString);
            }
        }
    }

    @Test
    void shouldCarryTheBodysWeightWhenAveragedOverStrides() {
        for (Minute minute : minutes) {
            // Offsets of 50 mg and scales of half a per cent are in it.
            assertEquals(1, minute.meanG, 0.065, minute::toString);
        }
    }

    /** Runners at easy speeds are reported to rise by 6 to 10 cm; a slow cadence more, a fast one less. */
    @Test
    void shouldRiseAsFarAsRunnersDoWhenFlying() {
        for (Minute minute : minutes) {
            assertTrue(minute.riseCm > 3.5 && minute.riseCm < 13, minute::toString);
        }
    }

    @Test
    void shouldBeStrongestAtTheStepRateWhenRunning() {
        for (Minute minute : minutes) {
            assertEquals(minute.cadence / 60, minute.strongestHz, 0.1, minute::toString);
        }
    }

    @Test
    void shouldMoveSlowlyEnoughWhenPitching() {
        for (Minute minute : minutes) {
            assertTrue(minute.rateDps > 40 && minute.rateDps < 500, minute::toString);
            assertTrue(minute.slowShare > 0.5, minute::toString);
        }
    }

    private static Minute minute(long seed) {
        Script script = new Script(
                List.of(Block.of(Activity.STAND, 5, 0), Block.of(Activity.RUN, 70, 10), Block.of(Activity.STAND, 1, 0)),
                10);
        TreadmillRunner runner = new TreadmillRunner(seed, Placement.SACRAL, script);
        WornTraits worn = runner.sacral().traits();
        Sample sample = new Sample();
        List<Double> vertical = new ArrayList<>();
        List<Double> pitchRate = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        List<Double> peaks = new ArrayList<>();
        List<Double> rises = new ArrayList<>();
        double heightM = 0;
        double lowestM = 0;
        double riseM = 0;
        double[] up = new double[3];
        int steps = 0;
        double peak = 0;
        while (runner.next(sample)) {
            double timeS = sample.timeUs * 1e-6;
            if (timeS < 12 || timeS > 72) {
                continue;
            }
            double[] f = {sample.lower.axUms2, sample.lower.ayUms2, sample.lower.azUms2};
            runner.sacral().attitude().toBody(0, 0, 1, up);
            vertical.add((f[0] * up[0] + f[1] * up[1] + f[2] * up[2]) / UMS2_PER_G);
            peak = Math.max(peak, Math.sqrt(f[0] * f[0] + f[1] * f[1] + f[2] * f[2]) / UMS2_PER_G);
            double gx = dps(sample.lower.gxUrads) - worn.gyroOffsetDps[0];
            double gy = dps(sample.lower.gyUrads) - worn.gyroOffsetDps[1];
            double gz = dps(sample.lower.gzUrads) - worn.gyroOffsetDps[2];
            rates.add(Math.max(Math.abs(gx), Math.max(Math.abs(gy), Math.abs(gz))));
            pitchRate.add(gy);
            heightM += runner.velocityMS() / runner.info().rateHz();
            lowestM = Math.min(lowestM, heightM);
            riseM = Math.max(riseM, heightM - lowestM);
            if (runner.steps().size() != steps) {
                rises.add(100 * riseM);
                heightM = 0;
                lowestM = 0;
                riseM = 0;
                steps = runner.steps().size();
                peaks.add(peak);
                peak = 0;
            }
        }
        peaks.removeFirst();
        return of(seed, runner, vertical, pitchRate, rates, peaks, quantile(rises, 0.5));
    }

    private static Minute of(
            long seed,
            TreadmillRunner runner,
            List<Double> vertical,
            List<Double> pitchRate,
            List<Double> rates,
            List<Double> peaks,
            double riseCm) {
        List<TrueStep> steps = runner.steps();
        double rateHz = runner.info().rateHz();
        double spanUs = steps.getLast().contactUs() - steps.getFirst().contactUs();
        double contactUs = steps.stream()
                .mapToDouble(step -> step.toeOffUs() - step.contactUs())
                .average()
                .orElseThrow();
        double strongest = 0;
        double strongestHz = 0;
        for (double hz = 1; hz < 8; hz += 0.02) {
            double power = power(vertical, hz, rateHz);
            if (power > strongest) {
                strongest = power;
                strongestHz = hz;
            }
        }
        double slow = 0;
        double all = 0;
        for (double hz = 0.25; hz < rateHz / 2; hz += 0.05) {
            double power = power(pitchRate.subList(0, (int) (20 * rateHz)), hz, rateHz);
            all += power;
            slow += hz < 10 ? power : 0;
        }
        return new Minute(
                seed,
                runner.sacral().traits().loose,
                rateHz,
                60e6 * (steps.size() - 1) / spanUs,
                contactUs / 1e3,
                quantile(peaks, 0.5),
                quantile(peaks, 1),
                riseCm,
                vertical.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
                quantile(rates, 0.99),
                slow / all,
                strongestHz);
    }

    /** Goertzel's: power of one line. */
    private static double power(List<Double> values, double hz, double rateHz) {
        double c = 2 * Math.cos(2 * Math.PI * hz / rateHz);
        double s1 = 0;
        double s2 = 0;
        for (double value : values) {
            double s = value + c * s1 - s2;
            s2 = s1;
            s1 = s;
        }
        return s1 * s1 + s2 * s2 - c * s1 * s2;
    }

    private static double quantile(List<Double> values, double share) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1.0, share * sorted.length)];
    }

    private static double dps(int urads) {
        return Math.toDegrees(urads * 1e-6);
    }
}
