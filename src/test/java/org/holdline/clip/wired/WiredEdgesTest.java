package org.holdline.clip.wired;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import org.holdline.clock.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WiredEdgesTest {
    private final FakeDevice clock = new FakeDevice(400_000);
    private final WiredEdges edges = new WiredEdges(clock);

    @Test
    void shouldHandOverEdgesInOrderWhenSeveralWait() {
        edges.edge(1_000, true, 7);
        edges.edge(6_000, true, 8);
        edges.edge(16_000, true, 10);
        assertTrue(edges.await(0));
        assertEquals(1_000, edges.edgeNs());
        long first = edges.edgeNumber();
        assertTrue(edges.await(0));
        assertEquals(first + 1, edges.edgeNumber());
        assertTrue(edges.await(5_000_000));
        assertEquals(first + 3, edges.edgeNumber(), "the edge that the kernel counted and nobody took");
        assertEquals(16_000, edges.edgeNs());
        assertFalse(edges.await(0));
    }

    @Test
    void shouldGiveUpWhenNoEdgeCome() {
        long before = clock.nanoTime();
        assertFalse(edges.await(5_000_000));
        assertEquals(5_000_000, clock.nanoTime() - before);
        assertFalse(edges.await(0));
        assertEquals(5_000_000, clock.nanoTime() - before, "a mere look takes no time");
    }

    @Test
    void shouldShowTheLossInTheNumbersWhenNobodyTakesThem() {
        for (int i = 1; i <= 100; i++) {
            edges.edge(i * 1_000L, true, i);
        }
        int taken = 0;
        while (edges.await(0)) {
            taken++;
        }
        assertEquals(64, taken);
        long before = edges.edgeNumber();
        edges.edge(101_000, true, 101);
        assertTrue(edges.await(0));
        assertEquals(before + 37, edges.edgeNumber());
    }

    @Test
    void shouldGoOnCountingWhenTheKernelsNumberWraps() {
        edges.edge(1_000, true, Integer.MAX_VALUE);
        edges.edge(2_000, true, Integer.MIN_VALUE);
        edges.await(0);
        long before = edges.edgeNumber();
        edges.await(0);
        assertEquals(before + 1, edges.edgeNumber());
    }

    @Test
    void shouldWakeTheWaitingThreadWhenAnEdgeComes() throws InterruptedException {
        WiredEdges real = new WiredEdges(Clock.system());
        CountDownLatch started = new CountDownLatch(1);
        boolean[] found = new boolean[1];
        Thread waiting = new Thread(() -> {
            started.countDown();
            found[0] = real.await(Long.MAX_VALUE / 4);
        });
        waiting.start();
        started.await();
        real.edge(5, true, 1);
        waiting.join();
        assertTrue(found[0]);
        assertEquals(5, real.edgeNs());
    }
}
