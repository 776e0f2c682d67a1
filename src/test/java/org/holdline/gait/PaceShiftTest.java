package org.holdline.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceShiftTest {
    private final PaceShift shift = new PaceShift();
    private final Step step = new Step();
    private int changes;

    private int run(int steps, int contactMs, int cadenceDspm, int stanceMg) {
        int first = -1;
        for (int i = 0; i < steps; i++) {
            step.runningStepsBefore++;
            step.contactUs = 0;
            step.toeOffUs = contactMs * 1000L;
            step.cadenceDspm = cadenceDspm;
            step.stanceMg = stanceMg;
            if (shift.step(step)) {
                changes++;
                first = first < 0 ? i : first;
            }
        }
        return first;
    }

    /** Before: 250 ms, 165 a minute, 1.65 g. */
    @ParameterizedTest
    @CsvSource({
        "230, 1700, 1720, 1",
        "270, 1600, 1560, 1",
        "230, 1650, 1720, 0",
        "250, 1720, 1720, 0",
        "230, 1700, 1600, 0",
        "270, 1700, 1720, 0",
        "244, 1662, 1660, 0"
    })
    void shouldNoticeOnlyWhatChangesTogether(int contactMs, int cadenceDspm, int stanceMg, int expected) {
        run(100, 250, 1650, 1650);
        assertEquals(0, changes);
        run(150, contactMs, cadenceDspm, stanceMg);
        assertEquals(expected, changes);
    }

    @Test
    void shouldAnswerWithinHalfAMinuteOfSteps() {
        run(100, 250, 1650, 1650);
        int after = run(100, 225, 1720, 1740);
        assertTrue(after > 8 && after < 80, "after " + after + " steps");
    }

    @Test
    void shouldBeginAnewWhenABoutBegins() {
        run(80, 250, 1650, 1650);
        step.runningStepsBefore = -1;
        run(87, 225, 1720, 1740);
        assertEquals(0, changes, "a walk lies between");
    }

    @Test
    void shouldKeepTheLastLoadWhenTheMotorShookAStep() {
        run(100, 250, 1650, 1650);
        run(100, 250, 1650, Step.NONE);
        run(100, 230, 1700, Step.NONE);
        assertEquals(0, changes, "a load that was not measured did not change");
    }
}
