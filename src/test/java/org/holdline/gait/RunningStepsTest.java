package org.holdline.gait;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.holdline.gait.MadeGait.Footfall;
import org.holdline.gait.MadeGait.Shape;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every running gait the product claims, at every rate: 140 to 220 steps/min, 160 to 350 ms on the ground. */
class RunningStepsTest {
    private static final long SEED = 20_260_111;
    private static final double[] RATES_HZ = {50, 100, 200, 285.714, 400, 1000};
    private static final int[] CADENCES = {140, 155, 170, 185, 200, 220};
    private static final int[] CONTACTS_MS = {160, 200, 240, 280, 320, 350};
    private static final double RUN_S = 20;

    /** Less flight than this is no running that the detector promises to see. */
    private static final int LEAST_FLIGHT_MS = 60;

    private static final double MAX_BIAS_MS = 15;

    /** A long contact may never fall to the edge: such a step ends where it was seen to, without the lag of the others. */
    private static final double MAX_TOE_OFF_SD_MS = 3.5;

    private static final List<Result> RESULTS = new ArrayList<>();

    private record Result(
            double rateHz,
            Shape shape,
            int cadence,
            int contactMs,
            long footfalls,
            int found,
            int strangers,
            double contactBiasMs,
            double contactSdMs,
            double toeOffBiasMs,
            double toeOffSdMs,
            double cadenceOff) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.3f Hz %s %d steps/min %d ms: %d footfalls, %d found, %d of them none, contact %+.1f +- %.1f ms,"
                            + " toe-off %+.1f +- %.1f ms, cadence %+.2f %%, seed %d",
                    rateHz,
                    shape,
                    cadence,
                    contactMs,
                    footfalls,
                    found,
                    strangers,
                    contactBiasMs,
                    contactSdMs,
                    toeOffBiasMs,
                    toeOffSdMs,
                    100 * cadenceOff,
                    SEED);
        }
    }

    @BeforeAll
    static void runEverything() {
        for (double rateHz : RATES_HZ) {
            for (Shape shape : Shape.values()) {
                for (int cadence : CADENCES) {
                    for (int contactMs : CONTACTS_MS) {
                        if (60_000 / cadence - contactMs >= LEAST_FLIGHT_MS) {
                            RESULTS.add(run(rateHz, shape, cadence, contactMs));
                        }
                    }
                }
            }
        }
        System.out.println("running: rate, shape       gaits   contact error ms: mean  worst bias  sd"
                + "   toe-off error ms: mean  worst bias  sd");
        for (double rateHz : RATES_HZ) {
            for (Shape shape : Shape.values()) {
                List<Result> some = RESULTS.stream()
                        .filter(r -> r.rateHz == rateHz && r.shape == shape)
                        .toList();
                System.out.printf(
                        "%8.3f Hz %-8s %12d   %22.1f  %10.1f %4.1f   %22.1f  %10.1f %4.1f%n",
                        rateHz,
                        shape,
                        some.size(),
                        some.stream()
                                .mapToDouble(Result::contactBiasMs)
                                .average()
                                .orElse(0),
                        worst(some.stream().map(Result::contactBiasMs).toList()),
                        some.stream().mapToDouble(Result::contactSdMs).average().orElse(0),
                        some.stream()
                                .mapToDouble(Result::toeOffBiasMs)
                                .average()
                                .orElse(0),
                        worst(some.stream().map(Result::toeOffBiasMs).toList()),
                        some.stream().mapToDouble(Result::toeOffSdMs).average().orElse(0));
            }
        }
    }

    @AfterAll
    static void forget() {
        RESULTS.clear();
    }

    @Test
    void shouldFindEveryStepAfterTheFirstWhenRunning() {
        assertAll(RESULTS.stream()
                .map(r -> () -> assertTrue(
                        r.strangers == 0 && (r.found == r.footfalls || r.found == r.footfalls - 1), r::toString)));
    }

    @Test
    void shouldTimeContactAndToeOffWhenRunning() {
        assertAll(RESULTS.stream()
                .filter(r -> r.rateHz >= 100)
                .map(r -> () -> assertTrue(
                        Math.abs(r.contactBiasMs) <= MAX_BIAS_MS
                                && Math.abs(r.toeOffBiasMs) <= MAX_BIAS_MS
                                && r.contactSdMs <= 3
                                && r.toeOffSdMs <= MAX_TOE_OFF_SD_MS,
                        r::toString)));
    }

    @Test
    void shouldTellTheCadenceWithinOnePerCentWhenRunning() {
        assertAll(RESULTS.stream().map(r -> () -> assertEquals(0, r.cadenceOff, 0.01, r::toString)));
    }

    private static double worst(List<Double> values) {
        return values.stream()
                .max((a, b) -> Double.compare(Math.abs(a), Math.abs(b)))
                .orElse(0.0);
    }

    private static Result run(double rateHz, Shape shape, int cadence, int contactMs) {
        MadeGait gait = new MadeGait(SEED)
                .stand(3)
                .run(RUN_S, cadence, contactMs, shape)
                .stand(3);
        Strides strides = new Strides(StridesParams.defaults(), rateHz);
        Moments contact = new Moments();
        Moments toeOff = new Moments();
        Moments cadences = new Moments();
        int[] counts = new int[2];
        gait.sample(rateHz, (timeUs, forceUg, rollUrads) -> {
            if (!strides.update(timeUs, forceUg, rollUrads)) {
                return;
            }
            Step step = strides.step();
            double at = step.contactUs * 1e-6;
            Footfall nearest = gait.footfalls().stream()
                    .min((a, b) -> Double.compare(Math.abs(a.contactS() - at), Math.abs(b.contactS() - at)))
                    .orElseThrow();
            counts[0]++;
            if (!step.running || Math.abs(nearest.contactS() - at) > 0.1) {
                counts[1]++;
                return;
            }
            contact.add((at - nearest.contactS()) * 1e3);
            toeOff.add((step.toeOffUs * 1e-6 - nearest.toeOffS()) * 1e3);
            if (counts[0] > 10) {
                cadences.add(step.cadenceDspm / 10.0);
            }
        });
        return new Result(
                rateHz,
                shape,
                cadence,
                contactMs,
                gait.runningFootfalls(),
                counts[0],
                counts[1],
                contact.mean(),
                contact.sd(),
                toeOff.mean(),
                toeOff.sd(),
                cadences.mean() / cadence - 1);
    }

    private static final class Moments {
        private int count;
        private double sum;
        private double squares;

        void add(double value) {
            count++;
            sum += value;
            squares += value * value;
        }

        double mean() {
            return sum / count;
        }

        double sd() {
            return Math.sqrt(Math.max(0, squares / count - mean() * mean()));
        }
    }
}
