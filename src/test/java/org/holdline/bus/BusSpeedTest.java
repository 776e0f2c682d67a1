package org.holdline.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.holdline.clock.Clock;
import org.junit.jupiter.api.Test;

class BusSpeedTest {
    private static final long OVERHEAD_NS = 40_000;

    @Test
    void shouldFindTheClockWhenEveryCallCostsTheSameOnTop() {
        TimedPart part = new TimedPart(62_500);
        BusSpeed speed = BusSpeed.measure(part, 0x1D, 2, 14, 21, part);
        assertEquals(62_500, speed.clockHz());
        assertEquals(part.burstNs(14), speed.burstNs());
        assertEquals(0, speed.failures());
    }

    @Test
    void shouldLeaveOutFailuresWhenSomeBurstsFail() {
        TimedPart part = new TimedPart(400_000);
        part.failEvery = 5;
        BusSpeed speed = BusSpeed.measure(part, 0x1D, 2, 14, 20, part);
        assertEquals(400_000, speed.clockHz());
        assertEquals(8, speed.failures());
    }

    @Test
    void shouldKnowNothingWhenAllBurstsFail() {
        TimedPart part = new TimedPart(400_000);
        part.failEvery = 1;
        assertEquals(new BusSpeed(0, 0, 0, 14, 20), BusSpeed.measure(part, 0x1D, 2, 14, 20, part));
    }

    @Test
    void shouldRefuseLengthsThatDoNotDifferWhenMeasuring() {
        TimedPart part = new TimedPart(400_000);
        assertThrows(IllegalArgumentException.class, () -> BusSpeed.measure(part, 0x1D, 14, 14, 20, part));
    }

    /** A part on a bus whose time is all there is. */
    private static final class TimedPart implements I2cDevice, Clock {
        private final int clockHz;
        private long nowNs;
        private int bursts;
        private int failEvery = Integer.MAX_VALUE;

        TimedPart(int clockHz) {
            this.clockHz = clockHz;
        }

        long burstNs(int bytes) {
            return OVERHEAD_NS + (3L + bytes) * 9 * 1_000_000_000 / clockHz;
        }

        @Override
        public int burst(int register, byte[] into, int offset, int length) {
            nowNs += burstNs(length);
            return ++bursts % failEvery == 0 ? -Errno.EREMOTEIO : 0;
        }

        @Override
        public long nanoTime() {
            return nowNs;
        }

        @Override
        public void park(long nanos) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String where() {
            return "here";
        }

        @Override
        public int put(int register, int value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int exchange(byte[] out, int outLength, byte[] in, int inLength) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int reopen() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
