package org.holdline.evaluate.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MatchingTest {
    @Test
    void shouldPairTheNearestWhenCloseEnough() {
        Matching matching = new Matching(new long[] {100, 200, 300}, new long[] {95, 260, 310}, 20);
        assertEquals(2, matching.pairs());
        assertEquals(0, matching.saidOf(0));
        assertEquals(-1, matching.saidOf(1));
        assertEquals(2, matching.saidOf(2));
        assertEquals(-1, matching.trueOf(1));
    }

    @Test
    void shouldKeepTheNearerWhenTwoClaimTheSame() {
        Matching matching = new Matching(new long[] {100}, new long[] {90, 103}, 20);
        assertEquals(1, matching.pairs());
        assertEquals(1, matching.saidOf(0));
        assertEquals(-1, matching.trueOf(0));
        assertEquals(0, matching.trueOf(1));
    }

    @Test
    void shouldPairNothingWhenOneSideIsEmpty() {
        assertEquals(0, new Matching(new long[0], new long[] {1}, 20).pairs());
        assertEquals(0, new Matching(new long[] {1}, new long[0], 20).pairs());
    }
}
