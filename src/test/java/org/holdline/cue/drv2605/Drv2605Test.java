package org.holdline.cue.drv2605;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.holdline.bus.Fault;
import org.holdline.cue.FakeClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A part that is open, stepped by hand. */
class Drv2605Test {
    private static final Drv2605Params LRA = Drv2605Params.lra(2000, 2550, 175);
    private static final Calibration MADE =
            new Calibration(LRA.motor(), new Drv2605Coefficients(LRA).calibrationInputs(), 0x0C, 0x6B, 1);
    private static final String CHECK = "00?5";
    private static final int SETUP_WRITES = 17;

    private final FakeClock clock = new FakeClock();
    private final FakeDrv part = new FakeDrv(clock);
    private Drv2605 motor;

    @BeforeEach
    void open() throws Drv2605Fault {
        motor = Drv2605.open(part, LRA, MADE, clock);
        part.takeTraffic();
        part.transfers = 0;
    }

    /** Between IMU reads, each 5 ms, as long as given. */
    private void runMs(long ms) {
        for (long i = 0; i < ms; i += 5) {
            motor.step(clock.nowNs);
            clock.passMs(5);
        }
    }

    private static List<String> bytes(String expected) {
        return List.of(expected.split(" "));
    }

    @Test
    void shouldWriteTheseBytesWhenAPulsePlays() {
        motor.pulse(0, 300);
        assertEquals(0, part.transfers, "pulse() touched the bus");
        runMs(1000);
        assertEquals(bytes("0c=01 " + CHECK + " 0c=00"), part.takeTraffic());
        assertEquals(315_000_000, part.longestNs());
        assertEquals(1, motor.played());
    }

    @ParameterizedTest
    @CsvSource({"1, 16", "0, 16", "-9, 16", "735, 750", "736, 751", "985, 1000", "986, 1000", "70000, 1000"})
    void shouldCountFromTheRiseTimeUpToASecondWhenAPulsePlays(int pulseMs, long onMs) {
        motor.pulse(0, pulseMs);
        for (int i = 0; i < 1500; i++) {
            motor.step(clock.nowNs);
            clock.passMs(1);
        }
        // A second transfer prepares what is longer than 750 ms.
        assertEquals(onMs * 1_000_000, part.longestNs());
    }

    @Test
    void shouldPrepareTheLongWaveformOnlyWhenItIsNeeded() {
        motor.pulse(0, 900);
        runMs(1500);
        assertEquals(bytes("04=10 0c=01 " + CHECK + " 0c=00"), part.takeTraffic());
        motor.pulse(0, 300);
        runMs(1500);
        assertEquals(bytes("04=0f 0c=01 " + CHECK + " 0c=00"), part.takeTraffic());
        motor.pulse(0, 300);
        runMs(1500);
        assertEquals(bytes("0c=01 " + CHECK + " 0c=00"), part.takeTraffic());
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 735, 900, 1000})
    void shouldEndByItselfWithinASecondWhenThisProcessDies(int pulseMs) {
        motor.pulse(0, pulseMs);
        runMs(20);
        assertTrue(part.isOn());
        clock.passMs(60_000);
        assertFalse(part.isOn());
        assertTrue(part.longestNs() <= 1_000_000_000, part.longestNs() + " ns");
    }

    @Test
    void shouldDoOneTransferAStepAtMost() {
        motor.pulse(0, 900);
        for (int i = 0; i < 20; i++) {
            int before = part.transfers;
            boolean did = motor.step(clock.nowNs);
            assertEquals(did ? 1 : 0, part.transfers - before);
            clock.passMs(100);
        }
    }

    @Test
    void shouldSayWhenTheNextTransferIsDue() {
        assertEquals(Drv2605.NOTHING_DUE, motor.dueNs());
        motor.pulse(0, 300);
        assertTrue(motor.dueNs() <= clock.nowNs);
        motor.step(clock.nowNs);
        assertTrue(motor.dueNs() <= clock.nowNs, "the check");
        motor.step(clock.nowNs);
        assertEquals(clock.nowNs + 315_000_000, motor.dueNs());
        motor.off();
        assertTrue(motor.dueNs() <= clock.nowNs, "the stop");
        motor.step(clock.nowNs);
        assertEquals(Drv2605.NOTHING_DUE, motor.dueNs());
        motor.pulse(0, 300);
        motor.off();
        motor.step(clock.nowNs);
        assertEquals(Drv2605.NOTHING_DUE, motor.dueNs());
    }

    @Test
    void shouldNeverGoWhenOffCameAfterThePulse() {
        motor.pulse(0, 300);
        motor.off();
        runMs(500);
        assertEquals(bytes("0c=00"), part.takeTraffic());
    }

    @Test
    void shouldNeverGoWhenOffCameAfterAPulseThatWaits() {
        part.refuse = 1;
        motor.pulse(0, 300);
        motor.step(clock.nowNs);
        motor.off();
        clock.passMs(5);
        runMs(500);
        assertFalse(part.takeTraffic().contains("0c=01"));
    }

    @Test
    void shouldStopFirstWhenAPulseFollowsOff() {
        motor.pulse(0, 300);
        runMs(100);
        motor.off();
        motor.pulse(0, 100);
        runMs(500);
        assertEquals(bytes("0c=01 " + CHECK + " 0c=00 0c=01 " + CHECK + " 0c=00"), part.takeTraffic());
    }

    @Test
    void shouldStopInTheNextStepWhenOffComesInMidPulse() {
        motor.pulse(0, 600);
        runMs(100);
        motor.off();
        assertTrue(motor.isDriven());
        motor.step(clock.nowNs);
        assertFalse(part.isOn());
        assertFalse(motor.isDriven());
        runMs(1000);
        assertEquals(bytes("0c=01 " + CHECK + " 0c=00"), part.takeTraffic());
    }

    @Test
    void shouldStopBeforeTheCheckWhenOffComesAtOnce() {
        motor.pulse(0, 600);
        motor.step(clock.nowNs);
        motor.off();
        motor.step(clock.nowNs);
        assertEquals(bytes("0c=01 0c=00"), part.takeTraffic());
    }

    @ParameterizedTest
    @CsvSource({
        // Still rising: both pulses begin to be felt at 15.
        "10, 200, 215",
        "200, 300, 500",
        // Shorter than what is left.
        "100, 50, 150",
        // No longer than the waveform that plays.
        "300, 1000, 750",
    })
    void shouldReplaceTheEndWhenAPulseComesInMidPulse(long atMs, int pulseMs, long onMs) {
        motor.pulse(0, 400);
        runMs(atMs);
        motor.pulse(0, pulseMs);
        runMs(3000);
        assertEquals(bytes("0c=01 " + CHECK + " 0c=00"), part.takeTraffic());
        assertEquals(onMs * 1_000_000, part.longestNs());
        assertEquals(2, motor.played());
    }

    @Test
    void shouldStopAndTryAgainWhenGoIsNotAcknowledged() {
        part.refuse = 1;
        motor.pulse(0, 300);
        runMs(1000);
        assertEquals(bytes("0c=00 " + CHECK + " 0c=01 " + CHECK + " 0c=00"), part.takeTraffic());
        assertEquals(1, motor.played());
        assertEquals(0, motor.notDelivered());
        assertEquals(Fault.NACK, motor.lastFault());
    }

    @Test
    void shouldNotBeginAWaveformAnewWhenTheAnswerToGoGotLost() {
        part.loseAnswer = 1;
        motor.pulse(0, 300);
        motor.step(clock.nowNs);
        assertTrue(part.isOn());
        assertTrue(motor.isDriven());
        clock.passMs(5);
        runMs(1000);
        assertEquals(bytes("0c=01 0c=00 " + CHECK + " 0c=01 " + CHECK + " 0c=00"), part.takeTraffic());
        assertEquals(315_000_000, part.longestNs());
    }

    @Test
    void shouldDropACueWhenItIsOlderThanThreeHundredMilliseconds() {
        part.unplugged = true;
        motor.pulse(0, 300);
        runMs(310);
        assertEquals(1, motor.notDelivered());
        part.unplugged = false;
        runMs(1000);
        assertEquals(0, motor.played());
        assertEquals(bytes("0c=00 " + CHECK), part.takeTraffic());
        assertEquals(Drv2605.NOTHING_DUE, motor.dueNs());
    }

    @Test
    void shouldDropACueWhenTheBusThreadWasAwayForTooLong() {
        motor.pulse(0, 300);
        clock.passMs(301);
        runMs(500);
        assertEquals(1, motor.notDelivered());
        assertEquals(List.of(), part.takeTraffic());
    }

    @Test
    void shouldRetryUntilItSucceedsWhenAStopIsNotAcknowledged() {
        motor.pulse(0, 100);
        runMs(100);
        part.refuse = 7;
        runMs(500);
        assertEquals(bytes("0c=01 " + CHECK + " 0c=00 " + CHECK), part.takeTraffic());
        assertEquals(7, motor.stopFailures());
        assertFalse(motor.isDriven());
    }

    @Test
    void shouldSlowDownAndSayNotDrivenWhenThePartIsGoneForLong() {
        motor.pulse(0, 100);
        runMs(20);
        part.unplugged = true;
        runMs(700);
        assertTrue(motor.isDriven(), "nobody knows: the waveform may still play");
        runMs(400);
        assertFalse(motor.isDriven(), "the waveform has ended by itself");
        runMs(2000);
        int before = part.transfers;
        runMs(1000);
        assertEquals(10, part.transfers - before);
    }

    @Test
    void shouldSetThePartUpAgainWhenItLostItsSupplyBetweenPulses() {
        part.powerCycle();
        motor.pulse(0, 300);
        runMs(1000);
        assertEquals(1, motor.setUpAgain());
        assertEquals(bytes("0c=01 " + CHECK + " 0c=00"), part.takeTraffic().subList(0, 3));
        motor.pulse(0, 300);
        runMs(1000);
        assertEquals(315_000_000, part.longestNs());
        assertEquals(0x6B, part.register(Register.BACK_EMF));
    }

    @Test
    void shouldSetThePartUpAgainWhenItWasUnplugged() {
        part.unplugged = true;
        motor.off();
        runMs(50);
        part.unplugged = false;
        part.powerCycle();
        runMs(300);
        assertEquals(1, motor.setUpAgain());
        assertEquals(SETUP_WRITES + 3, part.takeTraffic().size(), "stop, check, stop, setup");
        assertEquals(Drv2605.NOTHING_DUE, motor.dueNs());
    }

    @Test
    void shouldSetUpTheShortWaveformAgainWhenTheLongOneWasLost() {
        motor.pulse(0, 900);
        runMs(1500);
        part.powerCycle();
        motor.pulse(0, 900);
        runMs(1500);
        part.takeTraffic();
        motor.pulse(0, 900);
        runMs(1500);
        assertEquals(bytes("04=10 0c=01 " + CHECK + " 0c=00"), part.takeTraffic());
    }

    @Test
    void shouldFindTheOtherWaveformWhenTheAnswerToItsChoiceGotLost() {
        part.loseAnswer = 1;
        motor.pulse(0, 900);
        motor.step(clock.nowNs);
        motor.off();
        clock.passMs(5);
        assertEquals(16, part.register(Register.SEQUENCE));
        runMs(500);
        assertEquals(15, part.register(Register.SEQUENCE));
        assertEquals(1, motor.setUpAgain());
    }

    @Test
    void shouldCountWhenThePartProtectsItself() {
        motor.pulse(0, 300);
        motor.step(clock.nowNs);
        part.flags = 1;
        runMs(1000);
        assertEquals(1, motor.protections());
    }

    @Test
    void shouldStopOnTheCallersThreadWhenStoppedNow() {
        motor.pulse(0, 600);
        runMs(100);
        assertEquals(0, motor.stopNow());
        assertFalse(part.isOn());
        motor.pulse(0, 100);
        part.refuse = 1;
        assertEquals(-FakeDrv.EREMOTEIO, motor.stopNow());
        clock.passMs(5);
        runMs(200);
        assertFalse(part.takeTraffic().subList(2, 4).contains("0c=01"));
        assertEquals(Drv2605.NOTHING_DUE, motor.dueNs());
    }

    @Test
    void shouldStopAndStandByWhenClosed() {
        motor.pulse(0, 600);
        runMs(100);
        motor.close();
        motor.close();
        motor.off();
        motor.pulse(0, 100);
        assertFalse(motor.step(clock.nowNs));
        assertEquals(0, motor.stopNow());
        assertEquals(Drv2605.NOTHING_DUE, motor.dueNs());
        assertEquals(bytes("0c=01 " + CHECK + " 0c=00 01=40"), part.takeTraffic());
        assertEquals(1, part.closes);
    }

    @Test
    void shouldTryThreeTimesWhenClosingIsNotAcknowledged() {
        motor.pulse(0, 600);
        runMs(100);
        part.refuse = 2;
        motor.close();
        assertFalse(part.isOn());
        assertEquals(Register.MODE_STANDBY, part.register(Register.MODE));
    }

    @Test
    void shouldTryStandbyAgainWhenItIsNotAcknowledged() throws Drv2605Fault {
        FakeDrv deaf = new FakeDrv(clock) {
            @Override
            public int put(int address, int value) {
                refuse = value == Register.MODE_STANDBY && closes++ < 2 ? 1 : 0;
                return super.put(address, value);
            }
        };
        Drv2605.open(deaf, LRA, MADE, clock).close();
        assertEquals(Register.MODE_STANDBY, deaf.register(Register.MODE));
    }

    @Test
    void shouldAllocateNothingWhenItPlays() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long leastBytes = Long.MAX_VALUE;
        for (int window = 0; window < 5; window++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 100_000; i++) {
                motor.pulse(i, 200);
                motor.off();
                motor.dueNs();
            }
            leastBytes = Math.min(leastBytes, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, leastBytes);
    }

    /** The road asks and calls off as fast as it can: a step that begins after an off never says GO for what came before. */
    @Test
    @Timeout(60)
    void shouldNotGoAfterOffWhenTwoThreadsRace() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        AtomicReference<Throwable> broke = new AtomicReference<>();
        part.keepsTraffic = false;
        Thread bus = new Thread(() -> {
            try {
                while (!done.get()) {
                    motor.step(clock.nowNs);
                    clock.nowNs += 1000;
                }
            } catch (Throwable e) {
                broke.set(e);
            }
        });
        bus.start();
        for (int round = 0; round < 20_000 || motor.played() < 100; round++) {
            motor.pulse(round, 700);
            for (int i = round % 64; i > 0; i--) {
                Thread.onSpinWait();
            }
            assertEquals(0, motor.stopNow());
            for (int look = 0; look < 20; look++) {
                assertFalse(motor.isDriven(), "round " + round + ", look " + look);
            }
        }
        done.set(true);
        bus.join();
        assertEquals(null, broke.get());
        assertFalse(part.isOn());
    }

    /** Whatever comes: never on for more than a second, said when it is on, and off in the end. */
    @Test
    void shouldKeepItsPromisesWhenPulsesOffsAndFaultsComeInAnyOrder() throws Drv2605Fault {
        long played = 0;
        long setUpAgain = 0;
        for (long seed = 1; seed <= 300; seed++) {
            String hint = "seed " + seed;
            Random random = new Random(seed);
            FakeClock time = new FakeClock();
            FakeDrv wire = new FakeDrv(time);
            Drv2605 subject = Drv2605.open(wire, LRA, MADE, time);
            for (int i = 0; i < 400; i++) {
                boolean undisturbed = seed % 3 == 0;
                if (!undisturbed) {
                    disturb(random, wire);
                }
                switch (random.nextInt(12)) {
                    case 0 -> subject.pulse(i, 1 + random.nextInt(1000));
                    case 1 -> {
                        if (random.nextInt(4) == 0) {
                            subject.off();
                        }
                    }
                    case 2 -> {
                        if (random.nextInt(8) == 0 && subject.stopNow() == 0) {
                            assertFalse(wire.isOn(), hint);
                        }
                    }
                    default -> {
                        subject.step(time.nowNs);
                        if (undisturbed) {
                            assertEquals(wire.isOn(), subject.isDriven(), hint + ", move " + i);
                        }
                        time.nowNs += 1_000_000L + random.nextInt(random.nextInt(20) == 0 ? 200_000_000 : 6_000_000);
                    }
                }
                assertTrue(subject.isDriven() || !wire.isOn(), hint + ", move " + i + ": on without saying so");
                assertTrue(wire.longestNs() <= 1_000_000_000, hint + ": on for " + wire.longestNs() + " ns");
            }
            wire.unplugged = false;
            wire.refuse = 0;
            wire.loseAnswer = 0;
            for (int i = 0; i < 400; i++) {
                subject.step(time.nowNs);
                time.passMs(5);
            }
            assertFalse(wire.isOn(), hint);
            assertFalse(subject.isDriven(), hint);
            assertEquals(Drv2605.NOTHING_DUE, subject.dueNs(), hint);
            played += subject.played();
            setUpAgain += subject.setUpAgain();
        }
        assertTrue(played > 1000, played + " pulses: nothing was tried");
        assertTrue(setUpAgain > 100, setUpAgain + " times set up again: nothing was tried");
    }

    private static void disturb(Random random, FakeDrv wire) {
        switch (random.nextInt(60)) {
            case 0 -> wire.refuse = random.nextInt(4);
            case 1 -> wire.loseAnswer = random.nextInt(3);
            case 2 -> wire.unplugged = random.nextInt(4) == 0;
            case 3 -> wire.unplugged = false;
            case 4 -> {
                if (random.nextInt(4) == 0) {
                    wire.powerCycle();
                }
            }
            default -> {}
        }
    }
}
