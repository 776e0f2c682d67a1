package org.holdline.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of a walking step one by one, on forces drawn by formula. */
class WalkDetectorTest {
    private static final double RATE_HZ = 100;

    private final WalkDetector detector = new WalkDetector(StridesParams.defaults(), RATE_HZ);
    private double nowS;
    private double lastContactS;

    WalkDetectorTest() {
        detector.restart(1_000_000);
    }

    private int steps(double seconds, DoubleUnaryOperator forceG) {
        int steps = 0;
        double begin = nowS;
        for (; nowS < begin + seconds; nowS += 1 / RATE_HZ) {
            if (detector.update(Math.round(nowS * 1e6), (int) Math.round(1e6 * forceG.applyAsDouble(nowS - begin)))) {
                steps++;
                lastContactS = detector.contactUs() * 1e-6 - begin;
            }
        }
        return steps;
    }

    private static double wave(double hertz, double t) {
        return Math.sin(2 * Math.PI * hertz * t);
    }

    @ParameterizedTest
    @CsvSource({"1.5, 0.3, 30", "1.8, 0.1, 36", "2.1, 0.06, 42", "1.8, 0.03, 0", "1.8, 0.02, 0"})
    void shouldFollowTheWalkerDownToAFloorWhenSwingIsSmall(double hertz, double swingG, int steps) {
        assertEquals(steps, steps(20, t -> 1 - swingG * wave(hertz, t)), steps > 0 ? 1 : 0);
    }

    @Test
    void shouldCountALandingOnceWhenItHasASecondBump() {
        // Between the two a dip deeper than the floor, but not a fifth of the swing; 1.2 s a step.
        assertEquals(
                17,
                steps(20, t -> {
                    double phase = t % 1.2;
                    double landing = 0.35 * bump((phase - 0.15) / 0.15) - 0.02 * bump((phase - 0.42) / 0.15);
                    return 1 + landing + 0.12 * bump((phase - 0.68) / 0.15) - 0.35 * bump((phase - 0.98) / 0.18);
                }),
                1);
    }

    private static double bump(double x) {
        return Math.abs(x) < 1 ? Math.pow(Math.cos(Math.PI / 2 * x), 2) : 0;
    }

    @Test
    void shouldFindASoftWalkSoonWhenItFollowsAHardOne() {
        steps(10, t -> 1 - 0.5 * wave(2, t));
        assertEquals(20, steps(10, t -> 1 - 0.08 * wave(2, t)), 3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.93, 1.06})
    void shouldFindSmallStepsWhenTheAccelerometerIsOff(double restG) {
        steps(8, t -> restG);
        assertEquals(20, steps(10, t -> restG - 0.07 * wave(2, t)), 1);
    }

    @Test
    void shouldStayWithOneStepWhenTwoRisesAreCloserThanFeetCanBe() {
        // 4 Hz: a shaking, not a walk.
        assertEquals(40, steps(20, t -> 1 - 0.6 * wave(4, t)), 2);
    }

    @Test
    void shouldTakeNoStepWhenTheBodyOnlySinksAndRisesSlowly() {
        assertEquals(0, steps(20, t -> 1 - 0.05 * wave(0.25, t)));
    }

    @Test
    void shouldTakeNoStepWhenTheForceFallsButDoesNotOvershoot() {
        assertEquals(0, steps(20, t -> 1 - 0.1 * Math.pow(Math.max(0, wave(0.35, t)), 8)));
    }

    /** After a stand, and after shifting about by less than a step. */
    @ParameterizedTest
    @CsvSource({"0, 0.15, 1", "0, 0.06, 0", "0.028, 0.15, 0"})
    void shouldTakeARiseForAStepOnlyOutOfAStandAndAsHighAsAWholeSwing(double swayG, double riseG, int steps) {
        steps(10, t -> 1 + swayG * wave(1, t));
        assertEquals(steps, steps(1, t -> 1 + riseG * bump((t - 0.3) / 0.25)));
        if (steps > 0) {
            assertTrue(detector.isFirst());
            assertEquals(0.3, lastContactS, 0.1);
        }
    }

    @Test
    void shouldTakeOnlyTheFirstStepOutOfAStand() {
        steps(5, t -> 1);
        assertEquals(20, steps(10, t -> 1 + 0.2 * wave(2, t)), 1);
        assertFalse(detector.isFirst());
    }

    @Test
    void shouldTimeTheContactAfterTheRise() {
        steps(10, t -> 1 - 0.2 * wave(2, t));
        // The rise through the mean at every half of a second plus a quarter, the foot 40 ms later.
        double rise = Math.floor((lastContactS - 0.25) * 2) / 2 + 0.25;
        assertEquals(0.040, lastContactS - rise, 0.025);
    }

    @Test
    void shouldForgetTheSwingWhenRestarted() {
        steps(3.4, t -> 1 - 0.5 * wave(2, t));
        detector.restart(1_000_000);
        assertTrue(steps(1.5, t -> 1 - 0.055 * wave(2, t)) >= 2);
    }

    /** Broken off after the fall, and between the rise through the mean and its peak. */
    @ParameterizedTest
    @CsvSource({"0.5, 3.15", "0.05, 3.35"})
    void shouldNotCarryAHalfSwingAcrossARestart(double swingG, double seconds) {
        steps(seconds, t -> 1 - swingG * wave(2, t));
        detector.restart(1_000_000);
        assertEquals(0, steps(0.5, t -> 1 + 0.2 * wave(1, t)));
    }
}
