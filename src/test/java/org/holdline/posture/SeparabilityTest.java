package org.holdline.posture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.holdline.gait.Step;
import org.holdline.sample.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeparabilityTest {
    private static final int STEPS = Separability.SETTLING_STEPS + 7 * Separability.BLOCK_STEPS;

    private final Separability separability = new Separability();
    private final Step step = new Step();
    private Random random = new Random(4);
    private double drift;

    /** One running step; the contact holds whatever differs, all else is noise. */
    private void step(double contactMs) {
        step.contactUs = 0;
        step.toeOffUs = Math.round(1000 * (contactMs + 8 * random.nextGaussian()));
        step.stanceMg = (int) (1650 + 40 * random.nextGaussian());
        step.cadenceDspm = (int) (1650 + 20 * random.nextGaussian());
        step.figures.tiltMdeg = (int) (6500 + 400 * random.nextGaussian());
        step.figures.obliquityMdeg = (int) (8500 + 400 * random.nextGaussian());
        step.figures.rotationMdeg = (int) (12_000 + 600 * random.nextGaussian());
        step.figures.riseMm = (int) (80 + 4 * random.nextGaussian());
        separability.step(step, true);
    }

    private void bout(Phase phase, double contactMs, double driftMs) {
        separability.enter(phase);
        for (int i = 0; i < STEPS; i++) {
            step(contactMs + drift);
            drift += driftMs;
        }
    }

    private void sequence(double hollowMs, double leanMs, double driftMs) {
        for (int turn = 0; turn < 2; turn++) {
            bout(Phase.HOLLOW, hollowMs, driftMs);
            bout(Phase.LEAN, leanMs, driftMs);
        }
        separability.enter(Phase.RUN);
    }

    @Test
    void shouldBeEnoughWhenTheRunnerRunsOtherwiseInEach() {
        sequence(250, 232, 0);
        assertTrue(separability.isEnough(), "lower bound " + separability.lowerPct());
        assertEquals(100, separability.accuracyPct());
        assertEquals(78, separability.lowerPct(), "14 of 14 twice");
        assertEquals(separability.lowerPct(), separability.capPct());
    }

    @Test
    void shouldSayWhichOneItIsWhenTheRunGoesOn() {
        sequence(250, 232, 0);
        for (int i = 0; i < Separability.BLOCK_STEPS; i++) {
            step(231);
        }
        assertTrue(separability.readsAsLean());
        for (int i = 0; i < Separability.BLOCK_STEPS; i++) {
            step(251);
        }
        assertFalse(separability.readsAsLean());
    }

    @Test
    void shouldNotBeEnoughWhenNothingDiffers() {
        int enough = 0;
        int seeds = 400;
        for (int seed = 0; seed < seeds; seed++) {
            SeparabilityTest one = new SeparabilityTest();
            one.random = new Random(seed);
            one.sequence(240, 240, 0);
            enough += one.separability.isEnough() ? 1 : 0;
        }
        assertEquals(0, enough, "of " + seeds + " runners whose postures run alike");
    }

    /**
     * Every bout has a way of its own, in every feature, whatever the posture: among seven features one nearly always tells the four
     * bouts as they were run. Only a bout that had no say in the choice shows that this was chance.
     */
    @Test
    void shouldSeldomBeEnoughWhenEachBoutIsRunInItsOwnWay() {
        int enough = 0;
        int seeds = 200;
        for (int seed = 0; seed < seeds; seed++) {
            SeparabilityTest one = new SeparabilityTest();
            one.random = new Random(seed);
            for (int turn = 0; turn < 2; turn++) {
                one.oddBout(Phase.HOLLOW);
                one.oddBout(Phase.LEAN);
            }
            one.separability.enter(Phase.RUN);
            enough += one.separability.isEnough() ? 1 : 0;
        }
        assertTrue(enough <= seeds / 4, enough + " of " + seeds + " runners whose bouts differ and postures do not");
    }

    private void oddBout(Phase phase) {
        separability.enter(phase);
        double[] own = random.doubles(7, -1, 1).toArray();
        for (int i = 0; i < STEPS; i++) {
            step.contactUs = 0;
            step.toeOffUs = Math.round(1000 * (240 + 20 * own[0] + random.nextGaussian()));
            step.stanceMg = (int) (1650 + 200 * own[1] + 10 * random.nextGaussian());
            step.cadenceDspm = (int) (1650 + 100 * own[2] + 5 * random.nextGaussian());
            step.figures.tiltMdeg = (int) (6500 + 2000 * own[3] + 100 * random.nextGaussian());
            step.figures.obliquityMdeg = (int) (8500 + 2000 * own[4] + 100 * random.nextGaussian());
            step.figures.rotationMdeg = (int) (12_000 + 3000 * own[5] + 150 * random.nextGaussian());
            step.figures.riseMm = (int) (800 + 200 * own[6] + 10 * random.nextGaussian());
            separability.step(step, true);
        }
    }

    /** A runner who tires, or a belt that creeps, runs otherwise from bout to bout. */
    @ParameterizedTest
    @CsvSource({"0.05", "0.1", "0.3", "-0.1", "-0.3"})
    void shouldNotBeEnoughWhenTheRunOnlyDrifts(double driftMs) {
        sequence(240, 240, driftMs);
        assertFalse(separability.isEnough(), "lower bound " + separability.lowerPct());
    }

    @Test
    void shouldSayNothingWhenEachWasRunOnce() {
        bout(Phase.HOLLOW, 260, 0);
        bout(Phase.LEAN, 220, 0);
        separability.enter(Phase.RUN);
        assertEquals(0, separability.accuracyPct());
        assertEquals(Separability.CHANCE_PCT, separability.capPct());
        assertFalse(separability.isEnough());
        assertFalse(separability.readsAsLean());
    }

    @Test
    void shouldNotCountStepsWhenTheirSignalIsPoor() {
        for (int turn = 0; turn < 2; turn++) {
            for (Phase phase : new Phase[] {Phase.HOLLOW, Phase.LEAN}) {
                separability.enter(phase);
                for (int i = 0; i < STEPS; i++) {
                    step.toeOffUs = phase == Phase.HOLLOW ? 260_000 : 220_000;
                    separability.step(step, false);
                }
            }
        }
        separability.enter(Phase.RUN);
        assertEquals(0, separability.accuracyPct());
    }

    /** Values of the closed form (k + z^2/2 - z sqrt(k (n - k)/n + z^2/4)) / (n + z^2) with z = 1.96. */
    @ParameterizedTest
    @CsvSource({"0, 10, 0", "5, 10, 23", "10, 10, 72", "14, 14, 78", "20, 20, 83", "19, 20, 76", "40, 60, 54"})
    void shouldBeWilsonsWhenABoundIsAsked(long hits, long total, int expected) {
        assertEquals(expected, Separability.wilsonLowPct(hits, total));
    }
}
