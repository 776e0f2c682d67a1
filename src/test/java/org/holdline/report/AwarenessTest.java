package org.holdline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AwarenessTest {
    @Test
    void shouldTellAgreementBeyondChance() {
        // Cohen's own way on a table worked out by hand: share 0.75, by chance (12*10 + 5*7 + 3*3) / 400 = 0.41.
        Awareness found = Awareness.of(new int[][] {{9, 2, 1}, {1, 4, 0}, {0, 1, 2}});
        assertEquals(20, found.answers());
        assertEquals(15, found.agreed());
        assertEquals((0.75 - 0.41) / 0.59, found.kappa(), 1e-9);
        assertEquals(1.96 * Math.sqrt(17.0 / 24 * 7 / 24 / 24) / 0.59, found.halfWidth(), 1e-9);
        assertEquals(
                0, Awareness.of(new int[][] {{2, 2, 0}, {2, 2, 0}, {0, 0, 0}}).kappa(), 1e-9);
        assertTrue(
                Awareness.of(new int[][] {{5, 0, 0}, {0, 5, 0}, {0, 0, 0}}).halfWidth() > 0.3, "ten are not certainty");
        assertFalse(Awareness.of(new int[][] {{2, 0, 0}, {0, 2, 0}, {0, 0, 0}}).isKnown(), "four are too few");
        assertFalse(
                Awareness.of(new int[][] {{0, 0, 0}, {0, 9, 0}, {0, 0, 0}}).isKnown(), "one word both: all by chance");
    }
}
