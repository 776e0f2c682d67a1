package org.holdline.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class TimerJitterTest {
    /** Late by 300 us after each wait of a millisecond; ends its thread after some of them. */
    private static final class LateClock implements Clock {
        private static final int ROUNDS = 20;
        private long nowNs;
        private final AtomicInteger waits = new AtomicInteger();

        @Override
        public long nanoTime() {
            return nowNs;
        }

        @Override
        public void park(long nanos) {
            nowNs += nanos + 300_000;
            if (waits.incrementAndGet() == 2 * ROUNDS) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void shouldMeasureHowLateTheMachineWakesWhenRun() throws InterruptedException {
        TimerJitter jitter = new TimerJitter(new LateClock());
        CountDownLatch ended = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            jitter.run();
            ended.countDown();
        });
        thread.start();
        assertTrue(ended.await(30, TimeUnit.SECONDS), "ends when interrupted");
        Histogram late = jitter.histogram();
        assertEquals(LateClock.ROUNDS, late.getTotalCount());
        // The histogram keeps three digits.
        assertTrue(Math.abs(late.getMaxValue() - 300_000) <= 300, late.getMaxValue() + " ns");
        assertTrue(Math.abs(late.getValueAtPercentile(50) - 300_000) <= 300, late.getValueAtPercentile(50) + " ns");
    }
}
