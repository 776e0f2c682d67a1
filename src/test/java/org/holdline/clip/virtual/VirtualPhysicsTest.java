package org.holdline.clip.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.holdline.clip.virtual.VirtualScript.Activity;
import org.holdline.clip.virtual.VirtualScript.Part;
import org.holdline.sample.Inertial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What perfect sensors read must be a body under gravity, seed after seed. */
final class VirtualPhysicsTest {
    private static final double G = 9.80665;

    private static final VirtualScript SCRIPT = new VirtualScript(List.of(
            Part.of(Activity.STAND, 5, 0),
            Part.of(Activity.BEND, 12, 0),
            Part.of(Activity.WALK, 20, 5),
            Part.of(Activity.RUN, 30, 10).posture(1.5, 0, 2),
            Part.of(Activity.RUN, 30, 12).posture(8, 4, 2),
            Part.of(Activity.WALK, 10, 5),
            Part.of(Activity.STAND, 5, 0)));

    private static final double RUN_FROM_S = 44;
    private static final double RUN_TO_S = 96;

    private static Recorded ideal(long seed) {
        VirtualOptions options = VirtualOptions.defaults().withSeed(seed);
        return Recorded.of(new VirtualClip(options, SCRIPT, SensorErrors.none()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldKeepUpWithinAFifthOfADegreeWhenTheGyroIsIntegrated(long seed) {
        Recorded run = ideal(seed);
        double worstLower = worstDriftDeg(run, true);
        double worstUpper = worstDriftDeg(run, false);
        assertTrue(worstLower < 0.2, "seed " + seed + ": lower " + worstLower + " deg");
        assertTrue(worstUpper < 0.2, "seed " + seed + ": upper " + worstUpper + " deg");
    }

    private static double worstDriftDeg(Recorded run, boolean lower) {
        double worst = 0;
        double[] up = trueUp(run, 0, lower);
        double[] before = gyro(run, 0, lower);
        for (int i = 1; i < run.size(); i++) {
            double[] now = gyro(run, i, lower);
            double dtS = (run.samples.get(i).timeUs - run.samples.get(i - 1).timeUs) * 1e-6;
            up = turned(up, before, now, dtS);
            before = now;
            worst = Math.max(worst, angleDeg(up, trueUp(run, i, lower)));
        }
        return worst;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldCarryItsWeightWhenRunningOverWholeStrides(long seed) {
        Recorded run = ideal(seed);
        assertEquals(G, strideMean(run, run::lowerVertical), 0.005 * G, "seed " + seed + ", lower");
        assertEquals(G, strideMean(run, run::upperVertical), 0.005 * G, "seed " + seed + ", upper");
    }

    /** Mean from one right contact to another, samples taken as trapezoids. */
    private static double strideMean(Recorded run, IntToDoubleFunction value) {
        double sum = 0;
        double sumS = 0;
        double openSum = 0;
        double openS = 0;
        boolean inside = false;
        for (int i = run.at(RUN_FROM_S); i < run.at(RUN_TO_S); i++) {
            boolean contact =
                    run.truths.get(i).contacts != run.truths.get(i - 1).contacts && !run.truths.get(i).lastContactLeft;
            if (contact) {
                sum += openSum;
                sumS += openS;
                openSum = 0;
                openS = 0;
                inside = true;
            }
            if (inside) {
                openSum += (value.applyAsDouble(i) + value.applyAsDouble(i + 1)) / 2;
                openS++;
            }
        }
        return sum / sumS;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldFallNearlyFreelyWhenNoFootIsDown(long seed) {
        Recorded run = ideal(seed);
        double sum = 0;
        double sumSize = 0;
        int count = 0;
        for (int i = run.at(RUN_FROM_S); i < run.at(RUN_TO_S); i++) {
            if (run.truths.get(i).lastToeOffUs > run.truths.get(i).lastContactUs) {
                sum += run.lowerVertical(i);
                sumSize += Recorded.size(run.samples.get(i).lower);
                count++;
            }
        }
        double flightShare = count / ((RUN_TO_S - RUN_FROM_S) * 200);
        assertTrue(flightShare > 0.15 && flightShare < 0.5, "seed " + seed + ": in the air " + flightShare);
        assertEquals(0, sum / count, 0.25 * G, "seed " + seed);
        assertTrue(sumSize / count < 0.3 * G, "seed " + seed + ": mean size " + sumSize / count);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldReadGravityAndLittleTurningWhenAtRest(long seed) {
        Recorded run = ideal(seed);
        for (int i = 0; i < run.at(5); i++) {
            assertEquals(G, Recorded.size(run.samples.get(i).lower), 0.005 * G, "seed " + seed);
            assertEquals(G, Recorded.size(run.samples.get(i).upper), 0.005 * G, "seed " + seed);
            assertTrue(length(gyro(run, i, true)) < Math.toRadians(2), "seed " + seed);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldBendForwardTwiceWhenBending(long seed) {
        Recorded run = ideal(seed);
        int bends = 0;
        boolean down = false;
        double deepest = 0;
        for (int i = run.at(5); i < run.at(17); i++) {
            double pitch = run.truths.get(i).sacralPitchDeg;
            deepest = Math.max(deepest, pitch);
            if (!down && pitch > 15) {
                bends++;
                down = true;
            } else if (down && pitch < 5) {
                down = false;
            }
        }
        assertEquals(2, bends, "seed " + seed);
        assertTrue(deepest > 25 && deepest < 42, "seed " + seed + ": " + deepest + " deg");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldStepInHumanRhythmWhenWalkingAndRunning(long seed) {
        Recorded run = ideal(seed);
        assertBetween("walking, steps/min, seed " + seed, 104, 126, cadence(run, 20, 36));
        assertBetween("running, steps/min, seed " + seed, 154, 186, cadence(run, RUN_FROM_S, RUN_TO_S));
        double sumMs = 0;
        int count = 0;
        boolean left = run.truths.get(run.at(RUN_FROM_S)).lastContactLeft;
        for (int i = run.at(RUN_FROM_S) + 1; i < run.at(RUN_TO_S); i++) {
            VirtualTruth now = run.truths.get(i);
            VirtualTruth before = run.truths.get(i - 1);
            if (now.lastToeOffUs != before.lastToeOffUs && now.lastToeOffUs > now.lastContactUs) {
                double contactMs = (now.lastToeOffUs - now.lastContactUs) * 1e-3;
                assertBetween("contact, ms, seed " + seed, 199.9, 290.1, contactMs);
                sumMs += contactMs;
                count++;
            }
            if (now.contacts != before.contacts) {
                assertTrue(now.lastContactLeft != left, "seed " + seed + ": sides alternate");
                left = now.lastContactLeft;
            }
        }
        assertBetween("mean contact, ms, seed " + seed, 200, 275, sumMs / count);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldPeakAsASacrumDoesWhenLanding(long seed) {
        Recorded run = ideal(seed);
        double walkPeak = 0;
        double runPeak = 0;
        for (int i = run.at(20); i < run.at(36); i++) {
            walkPeak = Math.max(walkPeak, Recorded.size(run.samples.get(i).lower) / G);
        }
        for (int i = run.at(RUN_FROM_S); i < run.at(RUN_TO_S); i++) {
            runPeak = Math.max(runPeak, Recorded.size(run.samples.get(i).lower) / G);
        }
        assertBetween("walking, g, seed " + seed, 1.1, 1.6, walkPeak);
        assertBetween("running, g, seed " + seed, 2.3, 5, runPeak);
    }

    @Test
    void shouldBeLightForSomeAndHeavyForOthersWhenSeedsDiffer() {
        double lightest = Double.POSITIVE_INFINITY;
        double heaviest = 0;
        for (long seed = 1; seed <= 30; seed++) {
            double impact = new GaitTraits(new Randomness(seed, Randomness.Purpose.RUNNER)).impactG;
            lightest = Math.min(lightest, impact);
            heaviest = Math.max(heaviest, impact);
        }
        assertTrue(lightest < 0.35 && heaviest > 1.0, lightest + ".." + heaviest + " g");
    }

    private static double cadence(Recorded run, double fromS, double toS) {
        VirtualTruth first = run.truths.get(run.at(fromS));
        VirtualTruth last = run.truths.get(run.at(toS));
        return 60e6 * (last.contacts - first.contacts) / (last.lastContactUs - first.lastContactUs);
    }

    private static void assertBetween(String what, double low, double high, double value) {
        assertTrue(value >= low && value <= high, what + ": " + value + ", expected " + low + ".." + high);
    }

    private static double[] trueUp(Recorded run, int i, boolean lower) {
        VirtualTruth t = run.truths.get(i);
        return lower
                ? new double[] {t.lowerUpX, t.lowerUpY, t.lowerUpZ}
                : new double[] {t.upperUpX, t.upperUpY, t.upperUpZ};
    }

    private static double[] gyro(Recorded run, int i, boolean lower) {
        Inertial read = lower ? run.samples.get(i).lower : run.samples.get(i).upper;
        return new double[] {read.gxUrads * 1e-6, read.gyUrads * 1e-6, read.gzUrads * 1e-6};
    }

    /** A fixed direction seen from a body that turned: mean rate, with the second-order term for a turning axis. */
    private static double[] turned(double[] v, double[] before, double[] now, double dtS) {
        double[] cone = cross(before, now);
        double[] turn = new double[3];
        for (int i = 0; i < 3; i++) {
            turn[i] = -((before[i] + now[i]) / 2 * dtS + cone[i] * dtS * dtS / 12);
        }
        double angle = length(turn);
        if (angle == 0) {
            return v;
        }
        double[] side = cross(turn, v);
        double along = (turn[0] * v[0] + turn[1] * v[1] + turn[2] * v[2]) / (angle * angle);
        double[] out = new double[3];
        for (int i = 0; i < 3; i++) {
            out[i] = v[i] * Math.cos(angle)
                    + side[i] * Math.sin(angle) / angle
                    + turn[i] * along * (1 - Math.cos(angle));
        }
        return out;
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double length(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }

    private static double angleDeg(double[] a, double[] b) {
        return Math.toDegrees(Math.atan2(length(cross(a, b)), a[0] * b[0] + a[1] * b[1] + a[2] * b[2]));
    }
}
