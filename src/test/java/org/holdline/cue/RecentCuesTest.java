package org.holdline.cue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecentCuesTest {
    private static final long HALF_HOUR_US = 1_800_000_000;

    @Test
    void shouldBeFullFromTheTwelfthOnAndUntilTheFirstIsHalfAnHourOld() {
        RecentCues recent = new RecentCues(12, HALF_HOUR_US);
        for (int i = 0; i < 12; i++) {
            assertFalse(recent.isFull(i * 60_000_000L), "cue " + i);
            recent.add(i * 60_000_000L);
        }
        assertTrue(recent.isFull(12 * 60_000_000L));
        assertTrue(recent.isFull(HALF_HOUR_US - 1));
        assertFalse(recent.isFull(HALF_HOUR_US));
    }

    @Test
    void shouldNeverLetAnySpanHoldMoreThanItMay() {
        Random random = new Random(11);
        RecentCues recent = new RecentCues(12, HALF_HOUR_US);
        Deque<Long> given = new ArrayDeque<>();
        for (long us = 0; us < 40_000_000_000L; us += random.nextInt(120_000_000)) {
            while (!given.isEmpty() && us - given.getFirst() >= HALF_HOUR_US) {
                given.removeFirst();
            }
            assertEquals(given.size() == 12, recent.isFull(us), "seed 11, at " + us);
            if (!recent.isFull(us)) {
                recent.add(us);
                given.addLast(us);
            }
        }
    }
}
