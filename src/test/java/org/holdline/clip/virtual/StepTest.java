package org.holdline.clip.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.holdline.clip.virtual.VirtualScript.Activity;
import org.holdline.clip.virtual.VirtualScript.Part;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StepTest {
    /** Integrates the ground's force by itself: whatever the runner does, the body comes back to where it was. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldNeitherRiseNorSinkWhenStandingWalkingRunningAndBack(long seed) {
        VirtualScript script = new VirtualScript(List.of(
                Part.of(Activity.STAND, 3, 0),
                Part.of(Activity.WALK, 10, 5),
                Part.of(Activity.RUN, 30, 10),
                Part.of(Activity.RUN, 20, 15),
                Part.of(Activity.WALK, 10, 5),
                Part.of(Activity.STAND, 5, 0)));
        GaitTraits traits = new GaitTraits(new Randomness(seed, Randomness.Purpose.RUNNER));
        StepTrain steps =
                new StepTrain(script, new Belt(script), traits, new Randomness(seed, Randomness.Purpose.STEPS));
        double[] groundG = new double[3];
        double heightM = 0;
        double velocityMS = 0;
        double lowest = 0;
        double highest = 0;
        double atContact = 0;
        double timeS = 0;
        while (timeS < script.endS()) {
            // Step by step, for the force may jump from one to the next.
            steps.advance(timeS + 1e-9);
            double endS = steps.now().endS();
            double dtS = (endS - timeS) / 4000;
            for (int i = 0; i < 4000; i++) {
                steps.force(timeS + (i + 0.5) * dtS, groundG);
                assertTrue(groundG[2] > -0.01, "seed " + seed + ": the ground does not pull, at " + timeS);
                double accel = Step.GRAVITY_MS2 * (groundG[2] - 1);
                heightM += velocityMS * dtS + accel * dtS * dtS / 2;
                velocityMS += accel * dtS;
                lowest = Math.min(lowest, heightM);
                highest = Math.max(highest, heightM);
            }
            atContact = Math.max(atContact, Math.abs(heightM));
            timeS = endS;
        }
        assertEquals(0, atContact, 0.002, "seed " + seed + ": height at contact");
        assertEquals(0, heightM, 0.002, "seed " + seed);
        assertEquals(0, velocityMS, 0.001, "seed " + seed);
        // Vertical excursion of a runner's centre of mass is 5..12 cm; the steps between walk and run may add some.
        assertTrue(highest - lowest > 0.05 && highest - lowest < 0.17, "seed " + seed + ": " + (highest - lowest));
    }
}
