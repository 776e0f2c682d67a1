package org.holdline.ring;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RingTest {
    /** Two numbers that belong together: torn or stale slots show as a pair that does not fit. */
    private static final class Slot {
        long number;
        long check;
    }

    private final Ring<Slot> ring = new Ring<>(4, Slot::new);

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 2", "3, 4", "4, 4", "5, 8", "1000, 1024", "1024, 1024", "1025, 2048"})
    void shouldRoundCapacityUpWhenItIsNoPowerOfTwo(int asked, int got) {
        assertEquals(got, new Ring<>(asked, Slot::new).capacity());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, (1 << 24) + 1})
    void shouldRefuseWhenCapacityIsOutOfRange(int asked) {
        String said = assertThrows(IllegalArgumentException.class, () -> new Ring<>(asked, Slot::new))
                .getMessage();
        assertEquals("minCapacity=" + asked + ", expected 1..16777216", said);
    }

    @Test
    void shouldAnswerNothingWhenEmpty() {
        assertNull(ring.peek());
        assertEquals(0, ring.size());
        write(1);
        assertEquals(1, read());
        assertNull(ring.peek());
        assertEquals(0, ring.size());
    }

    @Test
    void shouldShowNothingWhenClaimedButNotPublished() {
        assertNotNull(ring.claim());
        assertNull(ring.peek());
        assertEquals(0, ring.size());
    }

    @Test
    void shouldHandOutTheSameSlotWhenClaimedTwice() {
        Slot first = ring.claim();
        assertSame(first, ring.claim());
        ring.publish();
        assertEquals(1, ring.size());
    }

    @Test
    void shouldShowTheSameSlotUntilReleased() {
        write(1);
        write(2);
        assertSame(ring.peek(), ring.peek());
        assertEquals(1, ring.peek().number);
        ring.release();
        assertEquals(2, ring.peek().number);
    }

    @Test
    void shouldRefuseAndCountWhenFull() {
        for (int i = 0; i < 4; i++) {
            write(i);
        }
        assertNull(ring.claim());
        assertNull(ring.claim());
        assertEquals(2, ring.lostTotal());
        assertEquals(4, ring.size());
        assertEquals(0, read());
        write(4);
        assertEquals(2, ring.lostTotal());
        assertNull(ring.claim());
        assertEquals(3, ring.lostTotal());
    }

    @Test
    void shouldTellTheLossBeforeTheFirstSlotAfterIt() {
        for (int i = 0; i < 4; i++) {
            write(i);
        }
        ring.claim();
        ring.claim();
        for (int i = 0; i < 4; i++) {
            assertNotNull(ring.peek());
            assertEquals(0, ring.lost(), "before slot " + i);
            ring.release();
        }
        write(6);
        write(7);
        assertNotNull(ring.peek());
        assertEquals(2, ring.lost());
        assertEquals(6, read());
        assertNotNull(ring.peek());
        assertEquals(0, ring.lost());
        assertEquals(7, read());
    }

    @Test
    void shouldForgetOldLossesWhenSlotsAreReused() {
        for (int round = 0; round < 20; round++) {
            int loss = round % 3;
            for (int i = 0; i < 4; i++) {
                write(i);
            }
            for (int i = 0; i < loss; i++) {
                assertNull(ring.claim());
            }
            for (int i = 0; i < 4; i++) {
                assertNotNull(ring.peek());
                assertEquals(i == 0 && round > 0 ? (round - 1) % 3 : 0, ring.lost(), "round " + round + " slot " + i);
                ring.release();
            }
        }
    }

    @Test
    @Timeout(30)
    void shouldLoseNothingWhenTheReaderKeepsUp() throws Exception {
        Ring<Slot> shared = new Ring<>(64, Slot::new);
        long count = 500_000;
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> writing = threads.submit(() -> {
                for (long i = 0; i < count; i++) {
                    while (shared.size() == shared.capacity()) {
                        stepAside();
                    }
                    fill(shared.claim(), i);
                    shared.publish();
                }
            });
            for (long i = 0; i < count; i++) {
                Slot slot = awaitSlot(shared, writing);
                check(slot, i);
                assertEquals(0, shared.lost());
                shared.release();
            }
            writing.get(1, TimeUnit.SECONDS);
        }
        assertNull(shared.peek());
        assertEquals(0, shared.lostTotal());
    }

    @Test
    @Timeout(30)
    void shouldAccountForEveryLossInOrderWhenTheReaderIsSlow() throws Exception {
        Ring<Slot> shared = new Ring<>(16, Slot::new);
        long count = 500_000;
        long expected = 0;
        long lost = 0;
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> writing = threads.submit(() -> {
                for (long i = 0; i < count; i++) {
                    Slot slot = shared.claim();
                    if (slot != null) {
                        fill(slot, i);
                        shared.publish();
                    }
                }
            });
            while (true) {
                boolean done = writing.isDone();
                Slot slot = shared.peek();
                if (slot == null) {
                    if (done) {
                        break;
                    }
                    stepAside();
                    continue;
                }
                lost += shared.lost();
                expected += shared.lost();
                check(slot, expected);
                expected++;
                if ((expected & 7) == 0) {
                    dawdle(expected);
                }
                shared.release();
            }
            writing.get(1, TimeUnit.SECONDS);
        }
        // What was lost after the last slot is in no slot, but in the total.
        long told = lost;
        long carried = expected;
        assertAll(
                () -> assertEquals(count - carried, shared.lostTotal() - told, "lost at the end"),
                () -> assertTrue(shared.lostTotal() > 0, "the reader was not slow enough to lose anything"));
    }

    private static Slot awaitSlot(Ring<Slot> shared, Future<?> writing) throws Exception {
        Slot slot = shared.peek();
        while (slot == null) {
            if (writing.isDone()) {
                writing.get();
                slot = shared.peek();
                assertNotNull(slot, "the writer is done and slots are missing");
                return slot;
            }
            stepAside();
            slot = shared.peek();
        }
        return slot;
    }

    @SuppressWarnings("ThreadPriorityCheck") // on a busy machine a spinning thread would hold up the one it waits for
    private static void stepAside() {
        Thread.yield();
    }

    private static void dawdle(long number) {
        for (int i = 0; i < (number & 0xff); i++) {
            Thread.onSpinWait();
        }
    }

    private static void fill(Slot slot, long number) {
        slot.number = number;
        slot.check = ~number;
    }

    private static void check(Slot slot, long expected) {
        if (slot.number != expected || slot.check != ~expected) {
            assertEquals(expected, slot.number, "slot in order");
            assertEquals(~expected, slot.check, "second half of slot " + expected);
        }
    }

    private void write(long number) {
        Slot slot = ring.claim();
        assertNotNull(slot, "no slot for " + number);
        fill(slot, number);
        ring.publish();
    }

    private long read() {
        Slot slot = ring.peek();
        assertNotNull(slot, "nothing to read");
        check(slot, slot.number);
        long number = slot.number;
        ring.release();
        return number;
    }
}
