package org.holdline.clip.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class CourseTest {
    private final Jet jet = new Jet();

    @Test
    void shouldReachEveryTargetWhenMovesFollowOneAnother() {
        Course course = new Course(1);
        course.moveTo(5, 10, 2);
        course.moveTo(-1, 20, 4);
        assertEquals(-1, course.target());
        course.evaluate(9.99, jet);
        assertEquals(1, jet.value);
        course.evaluate(11, jet);
        assertEquals(3, jet.value, 1e-12);
        course.evaluate(15, jet);
        assertEquals(5, jet.value);
        course.evaluate(30, jet);
        assertEquals(-1, jet.value);
        assertEquals(0, jet.rate);
    }

    @Test
    void shouldStaySmoothWhenOneMoveInterruptsAnother() {
        Course course = new Course(0);
        course.moveTo(8, 1, 3);
        course.moveTo(0, 2.2, 2);
        double h = 1e-4;
        course.evaluate(0.5, jet);
        double value = jet.value;
        double rate = jet.rate;
        double accel = jet.accel;
        for (double t = 0.5 + h; t < 6; t += h) {
            course.evaluate(t, jet);
            assertEquals(value + h * rate + h * h / 2 * accel, jet.value, 1e-8, "at " + t);
            assertEquals(rate + h * accel, jet.rate, 1e-5, "at " + t);
            assertEquals(accel, jet.accel, 0.02, "at " + t);
            assertTrue(jet.value < 8.01 && jet.value > -0.5, "at " + t + ": " + jet.value);
            value = jet.value;
            rate = jet.rate;
            accel = jet.accel;
        }
        assertEquals(0, value);
    }

    @Test
    void shouldKeepTheOrderOfTimeWhenMovesAreOrderedOutOfTurn() {
        Course course = new Course(0);
        for (int i = 9; i >= 0; i--) {
            course.moveTo(i + 1, 10 * i, 5);
        }
        assertEquals(10, course.target());
        for (int i = 0; i < 10; i++) {
            course.evaluate(10 * i + 7, jet);
            assertEquals(i + 1, jet.value);
        }
    }
}
