package org.holdline.evaluate.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** What happens to a clip, seen from outside: how far, and how fast. */
class MovedClipTest {
    private static final double DT_S = 0.00125;

    private static Slip after(Slip slip, double seconds) {
        for (double s = 0; s < seconds; s += DT_S) {
            slip.advance(s, DT_S, s / seconds);
        }
        slip.advance(seconds, DT_S, 1);
        return slip;
    }

    @Test
    void shouldCreepTheWholeWayEvenlyAndRollByItsShare() {
        Slip slip = after(new Slip(-3, 0.5), 10);
        assertEquals(-3, slip.pitch, 1e-9);
        assertEquals(-1.5, slip.roll, 1e-9);
        Slip half = new Slip(-3, 0.5);
        half.advance(5, DT_S, 0.5);
        assertEquals(-1.5, half.pitch, 1e-9);
    }

    @Test
    void shouldTurnInABlinkWhenKnockedAndInHalfASecondWhenTugged() {
        Slip knocked = new Slip(0, 0);
        knocked.knock(1, 4);
        Slip tugged = new Slip(0, 0);
        tugged.tug(1, 4);
        assertEquals(0, pitch(knocked, 1.0), 1e-9);
        assertEquals(4, pitch(knocked, 1.06), 1e-9);
        assertTrue(pitch(tugged, 1.06) < 0.2);
        assertEquals(4, pitch(tugged, 1.7), 1e-9);
        assertTrue(knocked.blowG(1.025) > 5, "a blow is felt");
        assertEquals(0, tugged.blowG(1.025), "a tug is not");
    }

    private static double pitch(Slip slip, double timeS) {
        slip.advance(timeS, DT_S, 0);
        return slip.pitch;
    }

    @Test
    void shouldStandDifferentlyEachTimeAndFlatterOnTheRails() {
        Stance stance = new Stance(new Chance(3, "stance"));
        double stand = mean(s -> taken(stance, Activity.STAND), stance);
        double rails = mean(s -> taken(stance, Activity.RAILS), stance);
        assertEquals(0, stand, 0.15);
        assertEquals(-1, rails, 0.2);
        stance.take(Activity.STAND, Activity.RUN, 0);
        assertEquals(0, stance.sacrum - stance.trunk, "nobody runs as he stands");
    }

    private static double taken(Stance stance, Activity now) {
        stance.take(Activity.RUN, now, 0);
        return stance.sacrum - stance.trunk;
    }

    private static double mean(DoubleUnaryOperator value, Stance stance) {
        double sum = 0;
        for (int i = 0; i < 400; i++) {
            sum += value.applyAsDouble(i) / 400;
        }
        assertTrue(Math.abs(stance.roll) < 4);
        return sum;
    }

    @Test
    void shouldArchTuckAndRestInTheMiddleThriceWhenDrilled() {
        Stance stance = new Stance(new Chance(5, "stance"));
        for (int movement = 0; movement < 3; movement++) {
            double fromS = movement * Stance.DRILL_S;
            assertTrue(stance.drillDeg(fromS + 2.5) > 0.9, "arched");
            assertTrue(stance.drillDeg(fromS + 5) < -0.9, "tucked");
            assertEquals(0, stance.drillDeg(fromS + 8), 1e-9);
        }
    }
}
