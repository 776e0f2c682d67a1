package org.holdline.clip.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class AnglesTest {
    @Test
    void shouldAgreeWithTheLibraryWhenAnglesAreSmallOrManyTurns() {
        Random random = new Random(4);
        for (double span : new double[] {1e-9, 0.1, 1, 10, 1e3, 1e6}) {
            for (int i = 0; i < 20_000; i++) {
                double rad = (2 * random.nextDouble() - 1) * span;
                assertEquals(StrictMath.sin(rad), Angles.sin(rad), 5e-16, "sin " + rad);
                assertEquals(StrictMath.cos(rad), Angles.cos(rad), 5e-16, "cos " + rad);
            }
        }
        for (int quarter = -20; quarter <= 20; quarter++) {
            double rad = quarter * Math.PI / 4;
            assertEquals(StrictMath.sin(rad), Angles.sin(rad), 5e-16);
            assertEquals(StrictMath.cos(rad), Angles.cos(rad), 5e-16);
        }
    }
}
