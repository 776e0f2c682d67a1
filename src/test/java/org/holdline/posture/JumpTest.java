package org.holdline.posture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps of a runner whose pelvis drops to either side by 4 degrees, with noise of half a degree a step. */
class JumpTest {
    private static final long SEED = 7;
    private final Jump jump = new Jump(SlipParams.defaults(), true);
    private final Random random = new Random(SEED);
    private int steps;
    private int foundAt = -1;

    private void step(double lower, double lowerRoll, double upper, double upperRoll, double lowerG) {
        double drop = steps % 2 == 0 ? 4 : -4;
        jump.lower(mdeg(lower), mdeg(lowerRoll + drop), (int) (1000 * lowerG));
        jump.upper(mdeg(upper), mdeg(upperRoll + drop), 2500);
        if (jump.step() && foundAt < 0) {
            foundAt = steps;
        }
        steps++;
    }

    private int mdeg(double deg) {
        return (int) (1000 * deg + 500 * random.nextGaussian());
    }

    private void run(int count, double lower, double lowerRoll, double upper, double upperRoll) {
        for (int i = 0; i < count; i++) {
            step(lower, lowerRoll, upper, upperRoll, 2.5);
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 2, 0, 0", "-4, 2, 0, 0", "0, 0, 4, -2", "3.2, -1.8, 0, 0"})
    void shouldSeeOneClipTurnWithARollThatStays(double lower, double lowerRoll, double upper, double upperRoll) {
        run(60, 0, 0, 0, 0);
        run(20, lower, lowerRoll, upper, upperRoll);
        assertTrue(foundAt >= 60 && foundAt <= 75, "at step " + foundAt);
        run(30, lower, lowerRoll, upper, upperRoll);
        assertTrue(jump.isMeasured());
        assertEquals(1000 * (lower - upper), jump.takeTurnMdeg(), 500);
        assertFalse(jump.isMeasured());
    }

    @Test
    void shouldSeeATurnInTheRunnersPlaneWhenABlowCameWithIt() {
        run(60, 0, 0, 0, 0);
        step(4, 0, 0, 0, 7);
        run(20, 4, 0, 0, 0);
        assertTrue(foundAt >= 60, "at step " + foundAt);
    }

    @ParameterizedTest
    @ValueSource(doubles = {6, 12, -6})
    void shouldNotTakeAnArchForATurnHoweverQuicklyItCame(double archDeg) {
        run(60, 0, 0, 0, 0);
        run(60, archDeg, 0, 0, 0);
        run(60, 0, 0, 0, 0);
        run(60, archDeg, 0, -archDeg / 3, 0);
        assertEquals(-1, foundAt);
    }

    @Test
    void shouldNotTakeALeanATurnOfTheHeadOrABlowAloneForATurn() {
        run(60, 0, 0, 0, 0);
        run(60, 8, 0, 8, 0);
        run(7, 8, 0.5, 6, 3);
        run(60, 8, 0, 8, 0);
        step(8, 0, 8, 0, 9);
        run(60, 8, 0, 8, 0);
        run(60, 8, 2, 8, 2);
        assertEquals(-1, foundAt);
    }

    @Test
    void shouldNotCompareAcrossAPause() {
        run(60, 0, 0, 0, 0);
        jump.forget();
        run(60, 5, 3, 0, 0);
        assertEquals(-1, foundAt);
    }

    @Test
    void shouldNeedARollWhenThereIsOneClip() {
        Jump one = new Jump(SlipParams.defaults(), false);
        boolean found = false;
        for (int i = 0; i < 120; i++) {
            one.lower(i < 60 ? 0 : 5000, 0, 2500);
            found |= one.step();
        }
        assertFalse(found);
    }
}
