package org.holdline.evaluate.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.holdline.sample.Phase;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TreadmillRunnerTest {
    private static final int SEEDS = 12;
    private static final double UMS2_PER_COUNT = 9_806_650.0 / 2048;

    @Test
    void shouldReadGravityWhenStanding() {
        for (long seed = 0; seed < SEEDS; seed++) {
            TreadmillRunner runner =
                    new TreadmillRunner(seed, Placement.DUAL, new Script(List.of(Block.of(Activity.STAND, 10, 0)), 10));
            Sample sample = new Sample();
            double[] sum = new double[3];
            long count = 0;
            while (runner.next(sample)) {
                sum[0] += sample.lower.axUms2;
                sum[1] += sample.lower.ayUms2;
                sum[2] += sample.lower.azUms2;
                count++;
            }
            double length = Math.sqrt(sum[0] * sum[0] + sum[1] * sum[1] + sum[2] * sum[2]) / count / 9_806_650;
            assertEquals(1, length, 0.06, "seed " + seed);
            assertTrue(sum[2] / count > 0.8 * 9_806_650, "seed " + seed + ": z is up");
        }
    }

    /** The table of the design: what an arch, a lean and an upright trunk do to sacrum and trunk. */
    @Test
    void shouldMoveSacrumAndTrunkAsTheTableSaysWhenPostureChanges() {
        for (long seed = 0; seed < SEEDS; seed++) {
            double[] plain = pitches(seed, run());
            double[] arched = pitches(seed, run().arched(8));
            double[] leaning = pitches(seed, run().leaning(5));
            double[] upright = pitches(seed, run().upright(5));
            String who = "seed " + seed;
            assertEquals(8, (arched[0] - plain[0]) - (arched[1] - plain[1]), 0.05, who + ": arch is their difference");
            assertTrue(arched[0] - plain[0] >= 5, who + ": sacrum forward");
            assertTrue(arched[1] - plain[1] <= 0.05 && arched[1] - plain[1] >= -3.05, who + ": trunk 0 to 3 back");
            assertEquals(5, leaning[0] - plain[0], 0.05, who);
            assertEquals(5, leaning[1] - plain[1], 0.05, who);
            assertEquals(-5, upright[1] - plain[1], 0.05, who);
            assertTrue(upright[0] - plain[0] <= -3.9 && upright[0] - plain[0] >= -5.05, who);
        }
    }

    /** The same seen by the accelerometers: over many strides the mean force stands for up. */
    @Test
    void shouldTiltTheMeanForceWhenArched() {
        for (long seed = 0; seed < SEEDS; seed++) {
            for (Placement placement : List.of(Placement.SACRAL, Placement.THORACOLUMBAR)) {
                double plain = forcePitch(seed, placement, run());
                double arched = forcePitch(seed, placement, run().arched(10));
                double leaning = forcePitch(seed, placement, run().leaning(6));
                String who = "seed " + seed + ", " + placement;
                // The mounting may be turned by 15 degrees, which takes 3 % of a pitch.
                assertEquals(6, leaning - plain, 0.7, who + " leaning");
                if (placement == Placement.SACRAL) {
                    assertTrue(arched - plain > 5.5 && arched - plain < 10.7, who + ": " + (arched - plain));
                } else {
                    assertTrue(arched - plain < 0.6 && arched - plain > -4.4, who + ": " + (arched - plain));
                }
            }
        }
    }

    @Test
    void shouldBeTheSameWhenDrawnAgain() {
        for (Placement placement : Placement.values()) {
            assertEquals(fingerprint(5, placement), fingerprint(5, placement));
            assertNotEquals(fingerprint(5, placement), fingerprint(6, placement));
        }
    }

    @Test
    void shouldBeTheSameBodyWhenWornElsewhere() {
        TreadmillRunner dual = ran(3, Placement.DUAL, 120);
        TreadmillRunner single = ran(3, Placement.THORACOLUMBAR, 120);
        assertEquals(dual.steps().size(), single.steps().size());
        for (int i = 0; i < dual.steps().size(); i++) {
            TrueStep here = dual.steps().get(i);
            TrueStep there = single.steps().get(i);
            assertEquals(here.contactUs(), there.contactUs(), "step " + i);
            assertEquals(here.toeOffUs(), there.toeOffUs(), "step " + i);
            assertEquals(here.sacrumDeg(), there.sacrumDeg(), "step " + i);
            assertEquals(here.trunkDeg(), there.trunkDeg(), "step " + i);
        }
        assertTrue(dual.steps().size() > 50, dual.steps().size() + " steps");
    }

    @ParameterizedTest
    @EnumSource(Placement.class)
    void shouldReadWholeCountsWhenSampled(Placement placement) {
        TreadmillRunner runner = new TreadmillRunner(2, placement);
        Sample sample = new Sample();
        for (int i = 0; i < 30_000 && runner.next(sample); i++) {
            double counts = sample.lower.azUms2 / UMS2_PER_COUNT;
            assertEquals(Math.rint(counts), counts, 2e-4);
            assertTrue(Math.abs(counts) < 32_768);
            double dps = Math.toDegrees(sample.lower.gxUrads * 1e-6) * 16.4;
            assertEquals(Math.rint(dps), dps, 1e-3);
        }
    }

    @Test
    void shouldStampEverySampleAtItsRateWhenRead() {
        TreadmillRunner runner = new TreadmillRunner(4, Placement.SACRAL);
        Sample sample = new Sample();
        for (int i = 0; i < 1000; i++) {
            assertTrue(runner.next(sample));
            assertEquals(Math.round(i * 1e6 / runner.info().rateHz()), sample.timeUs);
        }
    }

    @Test
    void shouldMarkEveryPhaseOnceWhenASessionIsRun() {
        for (Scenario scenario : Scenario.values()) {
            Script script = new Script(scenario, new Chance(17, "script"));
            List<Phase> phases = new ArrayList<>();
            for (int i = 0; i < script.count(); i++) {
                if (script.block(i).marker() != null) {
                    phases.add(script.block(i).marker());
                }
            }
            List<Phase> expected = new ArrayList<>(List.of(Phase.values()));
            // The sequence of one sacral IMU is asked for by its runner; no session of these holds it.
            expected.removeAll(List.of(Phase.HOLLOW, Phase.LEAN));
            if (!phases.contains(Phase.DRILL)) {
                expected.remove(Phase.DRILL);
            }
            if (phases.get(phases.size() - 2) == Phase.STAND) {
                expected.add(expected.size() - 1, Phase.STAND);
            }
            assertEquals(expected, phases, scenario.name() + ", with or without a drill and a closing stand");
        }
    }

    @Test
    void shouldStopWithinAStepWhenPausedOnTheRails() {
        Script script = new Script(
                List.of(
                        Block.of(Activity.RUN, 20, 10),
                        Block.of(Activity.RAILS, 20, 10),
                        Block.of(Activity.RUN, 20, 10)),
                10);
        for (long seed = 0; seed < SEEDS; seed++) {
            TreadmillRunner runner = new TreadmillRunner(seed, Placement.SACRAL, script);
            Sample sample = new Sample();
            while (runner.next(sample)) {
                if (sample.timeUs > 25_000_000 && sample.timeUs < 39_000_000) {
                    assertEquals(0, runner.velocityMS(), 0.01, "seed " + seed + " at " + sample.timeUs);
                }
            }
            long within = runner.steps().stream()
                    .filter(step -> step.contactUs() > 20_600_000 && step.contactUs() < 39_900_000)
                    .count();
            assertEquals(0, within, "seed " + seed);
            assertTrue(runner.steps().stream().anyMatch(step -> step.inBout() == 0 && step.contactUs() > 39_900_000));
        }
    }

    @Test
    void shouldAnswerACueAsItsTraitsSayWhenArched() {
        int deaf = 0;
        int tucked = 0;
        int softened = 0;
        for (long seed = 0; seed < 40; seed++) {
            Script script = new Script(List.of(run().arched(8)), 10);
            TreadmillRunner runner = new TreadmillRunner(seed, Placement.SACRAL, script);
            Sample sample = new Sample();
            boolean told = false;
            while (runner.next(sample) && sample.timeUs < 42_000_000) {
                if (!told && sample.timeUs > 30_000_000) {
                    runner.feelCue(sample.timeUs, 300);
                    told = true;
                }
            }
            double arch = runner.steps().getLast().archDeg();
            deaf += arch > 7.9 ? 1 : 0;
            tucked += arch < -1.5 ? 1 : 0;
            softened += arch > -0.5 && arch < 4 ? 1 : 0;
        }
        assertTrue(deaf >= 2 && tucked >= 2 && softened >= 15, deaf + " deaf, " + tucked + " tucked, " + softened);
        assertEquals(40, deaf + tucked + softened, "everybody is one of them");
    }

    @Test
    void shouldShakeTheClipWhileItBuzzes() {
        TreadmillRunner runner =
                new TreadmillRunner(8, Placement.SACRAL, new Script(List.of(Block.of(Activity.STAND, 10, 0)), 10));
        Sample sample = new Sample();
        double still = 0;
        double shaken = 0;
        while (runner.next(sample)) {
            if (sample.timeUs == 5_000_000) {
                runner.feelCue(sample.timeUs, 300);
            }
            double off = Math.abs(sample.lower.azUms2 / 9_806_650.0 - 1);
            if (sample.cueActive && sample.timeUs > 5_050_000) {
                shaken = Math.max(shaken, off);
            } else if (sample.timeUs < 5_000_000) {
                still = Math.max(still, off);
            }
        }
        assertTrue(shaken > still + 0.05, "still " + still + " g, shaken " + shaken + " g");
    }

    @Test
    void shouldCreepOnlyWhenTheScenarioSaysSo() {
        for (long seed = 9; seed < 60; seed += 12) {
            TreadmillRunner runner = ran(seed, Placement.SACRAL, 10_000);
            assertEquals(Scenario.CREEP, runner.scenario());
            double slid = runner.sacral().slid;
            assertTrue(Math.abs(slid) > 0.9 && Math.abs(slid) < 4.1, "seed " + seed + ": " + slid);
            double lastS = runner.steps().getLast().contactUs() * 1e-6;
            assertTrue(Math.abs(slid) / lastS < 0.5 / 16.4, "slower than half a count of the gyro");
        }
        TreadmillRunner still = ran(11, Placement.SACRAL, 10_000);
        assertEquals(0, still.sacral().slid);
    }

    @Test
    void shouldReadMinusOneGWhenWornUpsideDown() {
        WornTraits worn = new WornTraits(new Chance(1, "worn"), true, Worn.UPSIDE_DOWN);
        BackSensor sensor = new BackSensor(worn, 200, 4, new Chance(1, "noise"));
        double[] force = {0, 0, Legs.GRAVITY_MS2};
        for (int i = 0; i < 400; i++) {
            sensor.advance(0, 0, 0, force, Double.POSITIVE_INFINITY, Double.NaN);
        }
        Sample sample = new Sample();
        sensor.read(0, sample.lower);
        assertTrue(sample.lower.azUms2 < -0.85 * 9_806_650, sample.lower.azUms2 + " um/s^2");
    }

    private static Block run() {
        return Block.of(Activity.RUN, 60, 10);
    }

    /** Mean pitch of sacrum and trunk over the second half of a minute, degrees. */
    private static double[] pitches(long seed, Block block) {
        TreadmillRunner runner = new TreadmillRunner(seed, Placement.SACRAL, new Script(List.of(block), 10));
        Sample sample = new Sample();
        while (runner.next(sample)) {
            assertTrue(sample.timeUs >= 0);
        }
        double[] mean = new double[2];
        List<TrueStep> late = runner.steps().subList(40, runner.steps().size());
        for (TrueStep step : late) {
            mean[0] += step.sacrumDeg() / late.size();
            mean[1] += step.trunkDeg() / late.size();
        }
        return mean;
    }

    /** Forward pitch of the mean force in the sensor frame, degrees. */
    private static double forcePitch(long seed, Placement placement, Block block) {
        TreadmillRunner runner = new TreadmillRunner(seed, placement, new Script(List.of(block), 10));
        Sample sample = new Sample();
        double forward = 0;
        double up = 0;
        while (runner.next(sample)) {
            if (sample.timeUs > 15_000_000) {
                forward += sample.lower.axUms2;
                up += sample.lower.azUms2;
            }
        }
        return Math.toDegrees(Math.atan2(-forward, up));
    }

    private static TreadmillRunner ran(long seed, Placement placement, double untilS) {
        TreadmillRunner runner = new TreadmillRunner(seed, placement);
        Sample sample = new Sample();
        boolean more = true;
        while (more && sample.timeUs < untilS * 1e6) {
            more = runner.next(sample);
        }
        return runner;
    }

    private static long fingerprint(long seed, Placement placement) {
        TreadmillRunner runner = new TreadmillRunner(seed, placement);
        Sample sample = new Sample();
        long hash = 0;
        for (int i = 0; i < 20_000 && runner.next(sample); i++) {
            hash = 31 * hash + sample.lower.axUms2;
            hash = 31 * hash + sample.lower.gyUrads;
            hash = 31 * hash + sample.upper.azUms2;
        }
        return hash;
    }
}
