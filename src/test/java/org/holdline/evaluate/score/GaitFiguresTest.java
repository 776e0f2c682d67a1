package org.holdline.evaluate.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.holdline.cue.CueOutput;
import org.holdline.evaluate.runner.TreadmillRunner;
import org.holdline.evaluate.runner.TrueStep;
import org.holdline.evaluate.runner.TrueSwing;
import org.holdline.gait.ContactError;
import org.holdline.gait.Figures;
import org.holdline.ring.Ring;
import org.holdline.road.Event;
import org.holdline.road.Inbox;
import org.holdline.road.Road;
import org.holdline.road.RoadParams;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Figures of each step against the bones of virtual runners, by placement and sampling rate. Prints its table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class GaitFiguresTest {
    private static final int FIRST_SEED = Integer.getInteger("holdline.figures.first", 1000);
    private static final int SEEDS = Integer.getInteger("holdline.figures.seeds", 48);
    private static final int STEPS = 400;

    enum What {
        CONTACT("foot contact, ms"),
        TOE_OFF("toe-off, ms"),
        CONTACT_TIME("contact time, ms"),
        PEAK("active peak, g"),
        TILT("tilt, deg"),
        OBLIQUITY("obliquity, deg"),
        ROTATION("axial rotation, deg"),
        TRUNK_TILT("tilt of the lower trunk, deg"),
        TRUNK_OBLIQUITY("obliquity of the lower trunk, deg"),
        TRUNK_ROTATION("rotation of the lower trunk, deg"),
        PHASE("phase of the rotations, deg"),
        RISE("vertical oscillation of the clip's place, mm"),
        BODY_RISE("the same against the body's, mm");

        private final String words;

        What(String words) {
            this.words = words;
        }

        /** With two IMUs the lower one finds what it finds alone. */
        private boolean isShown(Placement placement) {
            return switch (this) {
                case TRUNK_TILT, TRUNK_OBLIQUITY, TRUNK_ROTATION, PHASE -> true;
                default -> !placement.isDual();
            };
        }
    }

    /** Errors of one figure, and those of its medians over a runner. */
    private static final class Errors {
        private final List<Double> steps = new ArrayList<>();
        private final List<Double> runners = new ArrayList<>();
    }

    private final Map<Placement, Map<Long, Map<What, Errors>>> all = new EnumMap<>(Placement.class);

    @BeforeAll
    void run() {
        for (Placement placement : Placement.values()) {
            for (int seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
                runner(seed, placement);
            }
        }
        print();
    }

    private void runner(long seed, Placement placement) {
        TreadmillRunner runner = new TreadmillRunner(seed, placement);
        runner.watchSwings();
        Ring<Event> ring = new Ring<>(64, Event::new);
        Road road = new Road(RoadParams.defaults(), runner.info(), new Silent(), new Inbox(), List.of(ring), List.of());
        List<Event> found = new ArrayList<>();
        Sample sample = new Sample();
        while (runner.steps().size() < STEPS && runner.next(sample)) {
            road.accept(sample);
            for (Event event = ring.peek(); event != null; event = ring.peek()) {
                if (event.kind == Event.Kind.STEP && event.running) {
                    Event copy = new Event();
                    copy.copyFrom(event);
                    found.add(copy);
                }
                ring.release();
            }
        }
        Map<What, List<Double>> errors = new EnumMap<>(What.class);
        compare(runner, found, errors, placement);
        Map<What, Errors> sums = all.computeIfAbsent(placement, p -> new TreeMap<>())
                .computeIfAbsent(Math.round(runner.info().rateHz()), r -> new EnumMap<>(What.class));
        errors.forEach((what, list) -> {
            Errors sum = sums.computeIfAbsent(what, w -> new Errors());
            sum.steps.addAll(list);
            sum.runners.add(quantile(list, 0.5));
        });
    }

    private static void compare(
            TreadmillRunner runner, List<Event> found, Map<What, List<Double>> errors, Placement placement) {
        List<TrueStep> steps = runner.steps();
        Matching matching = new Matching(
                steps.stream().mapToLong(TrueStep::contactUs).toArray(),
                found.stream().mapToLong(event -> event.timeUs).toArray(),
                100_000);
        for (int i = 3; i < steps.size(); i++) {
            int said = matching.saidOf(i);
            if (said >= 0) {
                compare(steps.get(i), runner.swings().get(i), found.get(said), errors, placement);
            }
        }
    }

    private static void compare(
            TrueStep step, TrueSwing swing, Event said, Map<What, List<Double>> errors, Placement placement) {
        add(errors, What.CONTACT, (said.timeUs - step.contactUs()) / 1e3);
        add(errors, What.TOE_OFF, (said.toeOffUs - step.toeOffUs()) / 1e3);
        add(errors, What.CONTACT_TIME, said.contactMs - (step.toeOffUs() - step.contactUs()) / 1e3);
        if (said.peakMg >= 0) {
            add(errors, What.PEAK, said.peakMg / 1e3 - swing.peakG());
        }
        TrueSwing.Part lower = placement == Placement.THORACOLUMBAR ? swing.trunk() : swing.sacrum();
        degrees(errors, What.TILT, said.tiltMdeg, lower.pitchDeg());
        degrees(errors, What.OBLIQUITY, said.obliquityMdeg, lower.rollDeg());
        degrees(errors, What.ROTATION, said.rotationMdeg, lower.yawDeg());
        degrees(errors, What.TRUNK_TILT, said.trunkTiltMdeg, swing.trunk().pitchDeg());
        degrees(
                errors,
                What.TRUNK_OBLIQUITY,
                said.trunkObliquityMdeg,
                swing.trunk().rollDeg());
        degrees(
                errors,
                What.TRUNK_ROTATION,
                said.trunkRotationMdeg,
                swing.trunk().yawDeg());
        degrees(errors, What.PHASE, said.phaseMdeg, swing.phaseDeg());
        if (said.riseMm != Figures.NONE) {
            add(errors, What.RISE, said.riseMm - lower.riseMm());
            add(errors, What.BODY_RISE, said.riseMm - swing.riseMm());
        }
    }

    private static void degrees(Map<What, List<Double>> errors, What what, int saidMdeg, double truthDeg) {
        if (saidMdeg != Figures.NONE) {
            add(errors, what, Math.IEEEremainder(saidMdeg / 1e3 - truthDeg, 360));
        }
    }

    private static void add(Map<What, List<Double>> errors, What what, double error) {
        errors.computeIfAbsent(what, w -> new ArrayList<>()).add(error);
    }

    private void print() {
        System.out.println(
                "| figure | placement | rate, Hz | runners, steps | bias | sd | p95 of the error | p95 of a runner's median |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (What what : What.values()) {
            all.forEach((placement, rates) -> rates.forEach((rate, sums) -> {
                Errors e = sums.get(what);
                if (e != null && what.isShown(placement)) {
                    System.out.printf(
                            Locale.ROOT,
                            "| %s | %s | %d | %d, %,d | %+.2f | %.2f | %.2f | %.2f |%n",
                            what.words,
                            placement.word(),
                            rate,
                            e.runners.size(),
                            e.steps.size(),
                            mean(e.steps),
                            deviation(e.steps),
                            quantile(magnitudes(e.steps), 0.95),
                            quantile(magnitudes(e.runners), 0.95));
                }
            }));
        }
    }

    /** Twice what the errors were when they were first measured would be another estimator. */
    @ParameterizedTest
    @CsvSource({
        "TILT, 0.5, 3.0",
        "OBLIQUITY, 0.4, 1.2",
        "ROTATION, 0.3, 0.9",
        "TRUNK_TILT, 0.5, 3.5",
        "TRUNK_OBLIQUITY, 0.4, 1.2",
        "TRUNK_ROTATION, 0.3, 0.9",
        "PHASE, 1.5, 4.0",
        "RISE, 4.0, 13.0",
        "PEAK, 0.4, 0.8"
    })
    void shouldStayAsNearToTheBonesAsPublishedInTheTable(What what, double mostBias, double mostP95) {
        for (Placement placement : all.keySet()) {
            List<Double> errors = pooled(placement, what);
            if (!errors.isEmpty()) {
                assertEquals(0, mean(errors), mostBias, what + " " + placement);
                assertTrue(quantile(magnitudes(errors), 0.95) <= mostP95, what + " " + placement);
            }
        }
        assertTrue(all.keySet().stream().anyMatch(place -> !pooled(place, what).isEmpty()), what.words);
    }

    /** Contact and toe-off are fitted on seeds below 1000: at each rate and place they must hold on these as well. */
    @ParameterizedTest
    @CsvSource({"CONTACT, 10, 24", "TOE_OFF, 13, 34", "CONTACT_TIME, 15, 44"})
    void shouldTimeTheContactWithinFifteenMillisecondsInTheMeanAtEveryRate(What what, double mostBias, double mostP95) {
        all.forEach((placement, rates) -> {
            assertEquals(3, rates.size(), "rates seen");
            rates.forEach((rate, sums) -> {
                List<Double> errors = Objects.requireNonNull(sums.get(what)).steps;
                String where = what + " " + placement + " " + rate + " Hz";
                assertTrue(errors.size() > 2000, where);
                assertEquals(0, mean(errors), mostBias, where);
                assertTrue(quantile(magnitudes(errors), 0.95) <= mostP95, where);
            });
        });
    }

    private List<Double> pooled(Placement placement, What what) {
        return all.getOrDefault(placement, Map.of()).values().stream()
                .map(sums -> sums.get(what))
                .filter(Objects::nonNull)
                .flatMap(errors -> errors.steps.stream())
                .toList();
    }

    private static List<Double> magnitudes(List<Double> values) {
        return values.stream().map(Math::abs).toList();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double deviation(List<Double> values) {
        double mean = mean(values);
        return Math.sqrt(values.stream()
                .mapToDouble(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
    }

    private static double quantile(List<Double> values, double share) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1.0, share * sorted.length)];
    }

    /** The error told beside a contact time is that of 19 steps in 20, biased or not. */
    @ParameterizedTest
    @EnumSource(Placement.class)
    void shouldHoldTheContactTimeWithinItsErrorInNineteenOfTwenty(Placement placement) {
        List<Double> errors = pooled(placement, What.CONTACT_TIME);
        double width = quantile(magnitudes(errors), 0.95);
        System.out.printf(
                Locale.ROOT,
                "contact time, %s: 19 of 20 of %,d steps within %.1f ms; told: %d%n",
                placement.word(),
                errors.size(),
                width,
                ContactError.ofMs(placement));
        assertTrue(width <= ContactError.ofMs(placement), "no less is told than there is, " + placement.word());
        assertTrue(width >= 0.75 * ContactError.ofMs(placement), "nor much more, " + placement.word());
    }

    private static final class Silent implements CueOutput {
        @Override
        public void pulse(long timeUs, int pulseMs) {}

        @Override
        public void off() {}
    }
}
