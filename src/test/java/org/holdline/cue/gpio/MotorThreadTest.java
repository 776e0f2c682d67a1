package org.holdline.cue.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.holdline.bus.OutputLine;
import org.holdline.clock.Clock;
import org.holdline.cue.FakeClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.InOrder;

/** With the motor's own thread. Nothing here depends on how quick the machine is. */
@Timeout(60)
class MotorThreadTest {
    private static final int LONG_MS = 20_000;

    private final OutputLine line = mock(OutputLine.class);

    @Test
    void shouldPlayAndEndWhenItsThreadServes() {
        try (GpioMotor motor = new GpioMotor(line, 10, Clock.system())) {
            motor.start();
            motor.pulse(0, 20);
            // Nobody calls the motor any more, as if the road hung.
            InOrder order = inOrder(line);
            order.verify(line, timeout(LONG_MS)).drive(true);
            order.verify(line, timeout(LONG_MS)).drive(false);
        }
        InOrder end = inOrder(line);
        end.verify(line).drive(true);
        end.verify(line, atLeast(2)).drive(false);
        end.verify(line).close();
        assertFalse(isAlive());
    }

    @Test
    void shouldWakeAtOnceWhenAPulseComesWhileItWaits() throws InterruptedException {
        CountDownLatch waits = new CountDownLatch(1);
        Clock patient = new Clock() {
            @Override
            public long nanoTime() {
                return Clock.system().nanoTime();
            }

            // Nothing but a call wakes a thread that has nothing to do.
            @Override
            public void park(long nanos) {
                waits.countDown();
                Clock.system().park(nanos >= 1_000_000_000L ? Long.MAX_VALUE : nanos);
            }
        };
        try (GpioMotor motor = new GpioMotor(line, 10, patient)) {
            motor.start();
            waits.await();
            motor.pulse(0, 20);
            verify(line, timeout(LONG_MS)).drive(true);
        }
        assertFalse(isAlive());
    }

    @Test
    void shouldStayOffAndCountWhenItsThreadBreaks() throws InterruptedException {
        CountDownLatch off = new CountDownLatch(1);
        when(line.where()).thenReturn("/dev/gpiochip0 line 18");
        when(line.drive(true)).thenThrow(new IllegalStateException("planted"));
        when(line.drive(false)).thenAnswer(call -> {
            off.countDown();
            return 0;
        });
        try (GpioMotor motor = new GpioMotor(line, 10, Clock.system())) {
            motor.start();
            motor.pulse(0, 20);
            off.await();
            while (isAlive()) {
                Thread.onSpinWait();
            }
            assertFalse(motor.isDriven());
            motor.pulse(0, 20);
            assertEquals(1, motor.failed());
        }
        inOrder(line).verify(line).close();
    }

    /** The road asks and calls off as fast as it can; no "on" may come after an off. */
    @Test
    void shouldStayOffWhenTwoThreadsRace() throws InterruptedException {
        FakeClock clock = new FakeClock();
        FakeLine wire = new FakeLine(clock);
        GpioMotor motor = new GpioMotor(wire, 0, clock);
        AtomicBoolean done = new AtomicBoolean();
        AtomicReference<Throwable> broke = new AtomicReference<>();
        Thread serving = new Thread(() -> {
            try {
                while (!done.get()) {
                    motor.step(clock.nowNs);
                    clock.nowNs += 1000;
                }
            } catch (Throwable e) {
                broke.set(e);
            }
        });
        serving.start();
        for (int round = 0; round < 20_000 || motor.played() < 100; round++) {
            motor.pulse(round, 1000);
            for (int i = round % 64; i > 0; i--) {
                Thread.onSpinWait();
            }
            motor.off();
            for (int look = 0; look < 20; look++) {
                assertFalse(wire.isOn(), "round " + round + ", look " + look);
            }
            synchronized (wire) {
                wire.calls.clear();
            }
        }
        done.set(true);
        serving.join();
        assertEquals(null, broke.get());
        assertTrue(motor.played() >= 100, motor.played() + " played: no race took place");
    }

    @Test
    void shouldAllocateNothingWhenPulsed() {
        GpioMotor motor = new GpioMotor(line, 10, new FakeClock());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long leastBytes = Long.MAX_VALUE;
        for (int window = 0; window < 5; window++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 100_000; i++) {
                motor.pulse(i, 200);
            }
            leastBytes = Math.min(leastBytes, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, leastBytes);
    }

    private static boolean isAlive() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("holdline-motor"));
    }
}
