package org.holdline.cue.gpio;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.util.List;
import java.util.Random;
import org.holdline.bus.Fault;
import org.holdline.bus.OutputLine;
import org.holdline.cue.FakeClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.InOrder;

/** Stepped by hand: no thread, no waiting. */
class GpioMotorTest {
    private static final int RISE_MS = 80;

    private final FakeClock clock = new FakeClock();
    private final FakeLine line = new FakeLine(clock);
    private final GpioMotor motor = new GpioMotor(line, RISE_MS, clock);

    /** Calls the motor whenever it wants to be called, as its thread does. */
    private void runMs(long ms) {
        long endNs = clock.nowNs + ms * 1_000_000;
        long dueNs = motor.step(clock.nowNs);
        while (dueNs != GpioMotor.NOTHING_DUE && dueNs - endNs <= 0) {
            clock.nowNs = dueNs;
            dueNs = motor.step(clock.nowNs);
        }
        clock.nowNs = endNs;
    }

    @Test
    void shouldCountFromTheRiseTimeWhenAPulsePlays() {
        motor.pulse(0, 300);
        runMs(1000);
        assertEquals(List.of("on@0", "off@380"), line.calls);
        assertEquals(1, motor.played());
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000", "921, 1000", "920, 1000", "919, 999", "1, 81", "0, 81", "-5, 81", "70000, 1000"})
    void shouldStayOnForASecondAtMostWhenThePulseIsLong(int pulseMs, long offMs) {
        motor.pulse(0, pulseMs);
        runMs(3000);
        assertEquals(List.of("on@0", "off@" + offMs), line.calls);
    }

    @Test
    void shouldSwitchOnBeforeOffWhenAPulsePlays() {
        OutputLine port = mock(OutputLine.class);
        GpioMotor subject = new GpioMotor(port, RISE_MS, clock);
        subject.pulse(0, 100);
        long dueNs = subject.step(clock.nowNs);
        clock.nowNs = dueNs;
        subject.step(dueNs);
        InOrder order = inOrder(port);
        order.verify(port).drive(true);
        order.verify(port).drive(false);
        order.verifyNoMoreInteractions();
    }

    @Test
    void shouldTouchNoWireWhenOnlyPulsed() {
        OutputLine port = mock(OutputLine.class);
        new GpioMotor(port, RISE_MS, clock).pulse(0, 100);
        verifyNoInteractions(port);
    }

    @Test
    void shouldNeverSwitchOnWhenOffCameAfterThePulse() {
        OutputLine port = mock(OutputLine.class);
        GpioMotor subject = new GpioMotor(port, RISE_MS, clock);
        subject.pulse(0, 100);
        subject.off();
        assertEquals(GpioMotor.NOTHING_DUE, subject.step(clock.nowNs));
        verify(port, never()).drive(true);
        verify(port).drive(false);
    }

    @Test
    void shouldPlayWhenThePulseCameAfterOff() {
        motor.off();
        motor.pulse(0, 100);
        runMs(500);
        assertEquals(List.of("off@0", "on@0", "off@180"), line.calls);
    }

    @Test
    void shouldSwitchOffOnTheCallersThreadWhenOffComesInMidPulse() {
        motor.pulse(0, 500);
        runMs(200);
        assertTrue(motor.isDriven());
        motor.off();
        assertEquals(List.of("on@0", "off@200"), line.calls);
        assertFalse(motor.isDriven());
        runMs(2000);
        assertEquals(2, line.calls.size(), line.calls.toString());
    }

    @Test
    void shouldAskTheKernelEveryTimeWhenOffIsRepeated() {
        motor.off();
        motor.off();
        assertEquals(List.of("off@0", "off@0"), line.calls);
        assertFalse(motor.isDriven());
    }

    @ParameterizedTest
    @CsvSource({
        // Still rising: both pulses begin to be felt at 80.
        "40, 200, 280",
        "200, 300, 500",
        // Shorter than what is left.
        "100, 50, 150",
        // Capped.
        "300, 1000, 1000",
    })
    void shouldReplaceTheEndWhenAPulseComesInMidPulse(long atMs, int pulseMs, long offMs) {
        motor.pulse(0, 400);
        runMs(atMs);
        motor.pulse(0, pulseMs);
        runMs(3000);
        assertEquals(List.of("on@0", "off@" + offMs), line.calls);
        assertEquals(2, motor.played());
    }

    @Test
    void shouldBreakAfterASecondWhenPulsesNeverEnd() {
        for (int i = 0; i < 40; i++) {
            motor.pulse(0, 400);
            runMs(100);
        }
        motor.off();
        assertEquals(1_000_000_000, line.longestNs());
    }

    @Test
    void shouldCountAFailureWhenTheLineRefusesToSwitchOn() {
        line.refuseOn = 1;
        motor.pulse(0, 300);
        runMs(1000);
        assertEquals(List.of("on!@0", "off@0"), line.calls);
        assertEquals(Fault.BUS_STUCK, motor.lastFault());
        assertAll(
                () -> assertEquals(1, motor.failed()),
                () -> assertEquals(0, motor.played()),
                () -> assertFalse(motor.isDriven()));
    }

    @Test
    void shouldRetryEachTenMillisecondsWhenTheLineRefusesToSwitchOff() {
        line.refuseOff = 3;
        motor.pulse(0, 20);
        runMs(1000);
        assertEquals(List.of("on@0", "off!@100", "off!@110", "off!@120", "off@130"), line.calls);
        assertEquals(3, motor.offFailures());
        assertFalse(motor.isDriven());
    }

    @Test
    void shouldSayDrivenAndSlowDownWhenTheLineRefusesForLong() {
        line.refuseOff = Integer.MAX_VALUE;
        motor.pulse(0, 20);
        runMs(1095);
        assertEquals(100, motor.offFailures());
        runMs(5000);
        assertEquals(100 + 5, motor.offFailures());
        assertTrue(motor.isDriven());
        line.refuseOff = 0;
        runMs(1000);
        assertFalse(motor.isDriven());
        assertFalse(line.isOn());
    }

    @Test
    void shouldRefuseAPulseWhenTheLastOneCannotBeEnded() {
        line.refuseOff = 3;
        motor.pulse(0, 20);
        runMs(105);
        motor.pulse(0, 300);
        runMs(1000);
        assertEquals("off@130", line.calls.getLast());
        assertEquals(1, motor.failed());
    }

    @Test
    void shouldRetryWhenOffItselfIsRefused() {
        motor.pulse(0, 500);
        runMs(50);
        line.refuseOff = 1;
        motor.off();
        assertTrue(motor.isDriven());
        runMs(100);
        assertEquals(List.of("on@0", "off!@50", "off@60"), line.calls);
        assertFalse(motor.isDriven());
    }

    @Test
    void shouldNotSayDrivenWhenALineThatWasOffRefuses() {
        line.refuseOff = 1;
        motor.off();
        assertFalse(motor.isDriven());
    }

    @Test
    void shouldDropACueWhenItIsOlderThanThreeHundredMilliseconds() {
        motor.pulse(0, 200);
        clock.passMs(301);
        runMs(1000);
        assertEquals(List.of(), line.calls);
        assertEquals(1, motor.failed());
        motor.pulse(0, 200);
        clock.passMs(300);
        runMs(1000);
        assertEquals(1, motor.played());
    }

    @Test
    void shouldSwitchOffAndGiveTheLineBackWhenClosed() {
        motor.pulse(0, 500);
        runMs(50);
        motor.close();
        motor.close();
        motor.pulse(0, 500);
        motor.off();
        runMs(500);
        assertEquals(List.of("on@0", "off@50"), line.calls);
        assertEquals(1, line.closes);
        assertEquals(1, motor.failed());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 501})
    void shouldRefuseARiseTimeWhenItIsOutOfRange(int riseMs) {
        OutputLine port = mock(OutputLine.class);
        assertThrows(IllegalArgumentException.class, () -> new GpioMotor(port, riseMs, clock));
        verify(port, never()).drive(anyBoolean());
    }

    @Test
    void shouldStartOnceOnly() {
        motor.close();
        assertThrows(IllegalStateException.class, motor::start);
    }

    /** Whatever comes: never on for more than a second, what is said is what is, and off in the end. */
    @Test
    void shouldKeepItsPromisesWhenPulsesOffsAndFaultsComeInAnyOrder() {
        long pulses = 0;
        for (long seed = 1; seed <= 300; seed++) {
            String hint = "seed " + seed;
            Random random = new Random(seed);
            FakeClock time = new FakeClock();
            FakeLine wire = new FakeLine(time);
            GpioMotor subject = new GpioMotor(wire, random.nextInt(181), time);
            wire.switchesThough = random.nextBoolean();
            for (int i = 0; i < 200; i++) {
                switch (random.nextInt(10)) {
                    case 0, 1, 2 -> subject.pulse(i, 1 + random.nextInt(1000));
                    case 3 -> {
                        long refused = subject.offFailures();
                        subject.off();
                        assertTrue(subject.offFailures() > refused || !wire.isOn(), hint);
                    }
                    case 4 -> wire.refuseOn += random.nextInt(2);
                    case 5 -> wire.refuseOff += random.nextInt(3);
                    default -> time.nowNs = next(subject.step(time.nowNs), time, random);
                }
                assertTrue(subject.isDriven() || !wire.isOn(), hint + ": on without saying so");
                if (wire.refuseOff == 0 && !wire.switchesThough && subject.offFailures() == 0) {
                    assertEquals(wire.isOn(), subject.isDriven(), hint);
                    assertTrue(wire.longestNs() <= 1_000_000_000, hint + ": on for " + wire.longestNs() + " ns");
                }
            }
            wire.refuseOff = 0;
            time.nowNs += 1_000_000_000;
            subject.step(time.nowNs);
            time.nowNs += 1_000_000_000;
            subject.step(time.nowNs);
            assertFalse(wire.isOn(), hint);
            assertFalse(subject.isDriven(), hint);
            pulses += subject.played();
        }
        assertTrue(pulses > 1000, pulses + " pulses: nothing was tried");
    }

    /** The motor's thread is never late in this test, but may be early. */
    private static long next(long dueNs, FakeClock time, Random random) {
        long jumpNs = 1_000L + random.nextInt(400_000_000);
        return dueNs == GpioMotor.NOTHING_DUE ? time.nowNs + jumpNs : Math.min(dueNs, time.nowNs + jumpNs);
    }
}
