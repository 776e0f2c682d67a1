package org.holdline.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.holdline.clock.Clock;
import org.junit.jupiter.api.Test;

/** Threads over pipes that hang, vanish or cannot be opened. */
class LinkThreadsTest {
    /** No test waits longer; far above what any should need. */
    private static final long PATIENCE_NS = 20_000_000_000L;

    private final Clock clock = Clock.system();
    private final Link link = new Link(new LinkParams(null, 0, 0, 4711), new CheckedStream(), 1);

    /** Says nothing; takes bytes, or hangs until it is closed. */
    private static final class FakePipe implements BytePipe {
        private final CountDownLatch closed = new CountDownLatch(1);
        private final boolean takesBytes;
        private volatile int answer;

        FakePipe(boolean takesBytes) {
            this.takesBytes = takesBytes;
        }

        @Override
        public int read(byte[] into) {
            await(50);
            return answer;
        }

        @Override
        public boolean write(byte[] bytes, int length) {
            if (!takesBytes) {
                await(60_000);
            }
            return takesBytes;
        }

        private void await(long ms) {
            try {
                boolean _ = closed.await(ms, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private void await(BooleanSupplier holds) {
        long endNs = clock.nanoTime() + PATIENCE_NS;
        while (!holds.getAsBoolean()) {
            assertTrue(clock.nanoTime() < endNs, () -> link.state() + " " + link.why());
            clock.park(2_000_000);
        }
    }

    @Test
    void shouldCloseThePortWhenTheOtherEndDoesNotRead() throws InterruptedException {
        FakePipe pipe = new FakePipe(false);
        AtomicInteger opens = new AtomicInteger();
        try (LinkThreads threads = new LinkThreads(
                link, () -> opens.incrementAndGet() == 1 ? pipe : new FakePipe(true), clock, () -> {})) {
            threads.start();
            assertTrue(pipe.closed.await(20, TimeUnit.SECONDS));
            await(() -> opens.get() == 2);
            assertEquals(1, threads.figures().course().hangUps());
        }
    }

    @Test
    void shouldOpenAgainWhenThePortGoes() {
        AtomicInteger opens = new AtomicInteger();
        try (LinkThreads threads = new LinkThreads(
                link,
                () -> {
                    FakePipe pipe = new FakePipe(true);
                    pipe.answer = opens.incrementAndGet() < 3 ? BytePipe.GONE : 0;
                    return pipe;
                },
                clock,
                () -> {})) {
            threads.start();
            await(() -> opens.get() == 3);
            assertEquals(2, threads.figures().course().hangUps());
        }
    }

    @Test
    void shouldSayWhyAndTryAgainWhenThePortCannotBeOpened() {
        AtomicInteger opens = new AtomicInteger();
        try (LinkThreads threads = new LinkThreads(
                link,
                () -> {
                    opens.incrementAndGet();
                    throw new PortException(PortException.Kind.BUSY, "busy, another program holds it");
                },
                clock,
                () -> {})) {
            threads.start();
            await(() -> opens.get() >= 3);
            assertEquals(PortException.Kind.BUSY, threads.lastFault());
            assertEquals("busy, another program holds it", threads.figures().why());
        }
    }

    @Test
    void shouldCloseThePipeWhenItEnds() throws InterruptedException {
        FakePipe pipe = new FakePipe(true);
        LinkThreads threads = new LinkThreads(link, () -> pipe, clock, () -> {});
        threads.start();
        await(() -> link.state() == LinkState.GREETING);
        threads.close();
        assertTrue(pipe.closed.await(20, TimeUnit.SECONDS));
        assertEquals(LinkState.CLOSED, link.state());
        threads.close();
    }
}
