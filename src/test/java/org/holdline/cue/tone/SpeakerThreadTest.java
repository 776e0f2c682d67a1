package org.holdline.cue.tone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdline.clock.Clock;
import org.holdline.cue.FakeClock;
import org.junit.jupiter.api.Test;

/** With its own thread. */
class SpeakerThreadTest {
    private static final int CALLS = 200_000;
    private static final int WINDOWS = 5;

    /** An output whose opening is up to the test. */
    private static final class Opened implements SoundPort {
        final CountDownLatch asked = new CountDownLatch(1);
        final CountDownLatch mayOpen = new CountDownLatch(1);
        final CountDownLatch closed = new CountDownLatch(1);
        final AtomicInteger writes = new AtomicInteger();
        volatile boolean broken;

        @Override
        public String device() {
            return "opened";
        }

        @Override
        public int open(int startFrames) {
            asked.countDown();
            try {
                assertTrue(mayOpen.await(20, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            if (broken) {
                throw new IllegalStateException("planted");
            }
            return 0;
        }

        @Override
        public int bufferFrames() {
            return 1920;
        }

        @Override
        public int periodFrames() {
            return 480;
        }

        @Override
        public int write(short[] samples, int from, int count) {
            writes.incrementAndGet();
            return count;
        }

        @Override
        public int queuedFrames() {
            return 0;
        }

        @Override
        public int reset() {
            return 0;
        }

        @Override
        public void close() {
            closed.countDown();
        }

        @Override
        public String reason(int answer) {
            return "";
        }

        @Override
        public String outputs() {
            return "";
        }
    }

    private static boolean comes(CountDownLatch what) throws InterruptedException {
        return what.await(20, TimeUnit.SECONDS);
    }

    @Test
    void shouldHoldUpNobodyWhenOpeningHangs() throws Exception {
        Opened output = new Opened();
        Speaker speaker = new Speaker(output, ToneParams.defaults(), Clock.system());
        speaker.start();
        assertTrue(comes(output.asked));
        speaker.pulse(0, 400);
        speaker.off();
        assertEquals(SpeakerState.OPENING, speaker.state());
        speaker.close();
        output.mayOpen.countDown();
        assertTrue(comes(output.closed), "an output that opened after the end is given back");
    }

    @Test
    void shouldGiveTheOutputBackWhenClosed() throws Exception {
        Opened output = new Opened();
        output.mayOpen.countDown();
        Speaker speaker = new Speaker(output, ToneParams.defaults(), Clock.system());
        speaker.start();
        assertTrue(comes(output.asked));
        speaker.close();
        assertTrue(comes(output.closed));
        speaker.pulse(0, 400);
        assertEquals(1, speaker.failed());
        speaker.close();
        assertThrows(IllegalStateException.class, speaker::start);
    }

    @Test
    void shouldSaySoAndStaySilentWhenItsThreadBreaks() throws Exception {
        Opened output = new Opened();
        output.broken = true;
        output.mayOpen.countDown();
        Speaker speaker = new Speaker(output, ToneParams.defaults(), Clock.system());
        speaker.start();
        assertTrue(comes(output.closed));
        assertEquals(SpeakerState.BROKEN, speaker.state());
        assertTrue(speaker.trouble().contains("planted"), speaker.trouble());
        speaker.pulse(0, 400);
        assertEquals(1, speaker.failed());
    }

    @Test
    void shouldAllocateNothingWhenCued() {
        FakeClock clock = new FakeClock();
        Speaker speaker = new Speaker(new FakeOutput(clock), ToneParams.defaults(), clock);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int window = 0; window < WINDOWS; window++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) {
                speaker.pulse(i, 300);
                speaker.off();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least, "bytes in " + CALLS + " cues");
    }
}
