package org.holdline.report.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ResponsesTest {
    private static final double STEP_S = 0.36;

    private static Series deviation(int steps, DoubleUnaryOperator of) {
        Series.Builder builder = new Series.Builder();
        for (int i = 0; i < steps; i++) {
            builder.add(i * STEP_S, of.applyAsDouble(i));
        }
        return builder.closed();
    }

    @Test
    void shouldSayAnsweredWhenStepsComeBackByADegree() {
        Series steps = deviation(200, i -> i > 105 && i < 160 ? 1 : 5);
        Responses found = Responses.of(steps, List.of(100 * STEP_S));
        assertEquals(1, found.answered());
        assertEquals(-4, found.changeDeg());
        assertEquals(30, found.median().size());
        assertEquals(0, found.median().get(Responses.BEFORE - 1));
    }

    @Test
    void shouldNotSayAnsweredWhenNothingChanges() {
        Responses found = Responses.of(deviation(200, i -> 5), List.of(100 * STEP_S, 150 * STEP_S, 170 * STEP_S));
        assertEquals(0, found.answered());
        assertTrue(found.isEnough());
    }

    @Test
    void shouldNotKnowWhenStepsAreMissing() {
        Series.Builder pause = new Series.Builder();
        for (int i = 0; i < 60; i++) {
            pause.add(i * STEP_S + (i < 30 ? 0 : 60), 5);
        }
        Responses found = Responses.of(pause.closed(), List.of(0.0, 28 * STEP_S, 59 * STEP_S + 60));
        assertEquals(3, found.asked());
        assertEquals(0, found.known(), "at the start, across a pause, at the end");
        assertFalse(found.isEnough());
    }
}
