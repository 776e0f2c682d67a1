package org.holdline.clip.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.holdline.clip.virtual.VirtualScript.Activity;
import org.holdline.clip.virtual.VirtualScript.Part;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arch and lean as the script orders them, in the posture itself and in the direction of up at the clips. */
final class PostureTest {
    private static Recorded neutralThen(long seed, double archDeg, double leanDeg) {
        VirtualScript script = new VirtualScript(List.of(
                Part.of(Activity.RUN, 30, 10), Part.of(Activity.RUN, 30, 10).posture(archDeg, leanDeg, 2)));
        return Recorded.of(new VirtualClip(VirtualOptions.defaults().withSeed(seed), script));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldChangeTheDifferenceByTheScriptedArchWhenOverarched(long seed) {
        Recorded run = neutralThen(seed, 7, 0);
        Means change = change(run);
        // Wander of up to 1.5 deg and the steps' own deviation remain.
        assertEquals(7, change.sacral - change.junction, 1.6, "seed " + seed);
        assertEquals(change.arch, change.sacral - change.junction, 1e-9, "seed " + seed);
        assertTrue(change.sacral > 3 && change.junction < 1.5, "seed " + seed + ": " + change);
        assertEquals(change.arch, change.lowerUp - change.upperUp, 0.6, "seed " + seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldLeaveTheDifferenceAloneWhenOnlyLeaning(long seed) {
        Recorded run = neutralThen(seed, 0, 6);
        Means change = change(run);
        assertEquals(0, change.sacral - change.junction, 1.6, "seed " + seed);
        assertEquals(6, change.lean, 1.8, "seed " + seed);
        assertTrue(change.sacral > 3.5 && change.junction > 3.5, "seed " + seed + ": " + change);
        assertEquals(change.arch, change.lowerUp - change.upperUp, 0.6, "seed " + seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldVaryFromStepToStepWithMemoryWhenRunning(long seed) {
        VirtualScript script = new VirtualScript(List.of(Part.of(Activity.RUN, 600, 10)));
        VirtualRunner runner = new VirtualRunner(seed, script, new Belt(script));
        double[] perStep = new double[2000];
        int[] count = new int[2000];
        int steps = 0;
        for (double timeS = 5; timeS < 590; timeS += 0.01) {
            runner.evaluate(timeS, runner.sacral(), null);
            VirtualTruth truth = new VirtualTruth();
            runner.tell(0, runner.sacral(), null, truth);
            steps = (int) truth.contacts - 10;
            perStep[steps] += truth.archDeg;
            count[steps]++;
        }
        double[] arch = new double[steps - 20];
        for (int i = 0; i < arch.length; i++) {
            arch[i] = perStep[i + 15] / count[i + 15];
        }
        double variance = 0;
        double product = 0;
        int used = 0;
        for (int i = 20; i < arch.length - 21; i++) {
            double here = arch[i] - localMean(arch, i);
            double next = arch[i + 1] - localMean(arch, i + 1);
            variance += here * here;
            product += here * next;
            used++;
        }
        double deviation = Math.sqrt(variance / used);
        assertTrue(deviation > 0.45 && deviation < 1.3, "seed " + seed + ": sd " + deviation);
        assertTrue(product / variance > 0.25 && product / variance < 0.9, "seed " + seed + ": " + product / variance);
    }

    /** Mean over 41 steps around, which takes out the slow wander. */
    private static double localMean(double[] values, int i) {
        double sum = 0;
        for (int k = Math.max(0, i - 20); k <= Math.min(values.length - 1, i + 20); k++) {
            sum += values[k];
        }
        return sum / 41;
    }

    private record Means(double arch, double lean, double sacral, double junction, double lowerUp, double upperUp) {}

    private static Means change(Recorded run) {
        Means before = means(run, 4, 30);
        Means after = means(run, 33, 59);
        return new Means(
                after.arch - before.arch,
                after.lean - before.lean,
                after.sacral - before.sacral,
                after.junction - before.junction,
                after.lowerUp - before.lowerUp,
                after.upperUp - before.upperUp);
    }

    private static Means means(Recorded run, double fromS, double toS) {
        double[] sum = new double[6];
        int count = 0;
        for (int i = run.at(fromS); i < run.at(toS); i++) {
            VirtualTruth truth = run.truths.get(i);
            sum[0] += truth.archDeg;
            sum[1] += truth.leanDeg;
            sum[2] += truth.sacralPitchDeg;
            sum[3] += truth.thoracolumbarPitchDeg;
            sum[4] += Math.toDegrees(Math.asin(-truth.lowerUpX));
            sum[5] += Math.toDegrees(Math.asin(-truth.upperUpX));
            count++;
        }
        return new Means(
                sum[0] / count, sum[1] / count, sum[2] / count, sum[3] / count, sum[4] / count, sum[5] / count);
    }
}
