package org.holdline.cue.drv2605;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.holdline.cue.FakeClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {
    private static final Drv2605Params LRA = Drv2605Params.lra(2000, 2550, 175);
    private static final Calibration MADE =
            new Calibration(LRA.motor(), new Drv2605Coefficients(LRA).calibrationInputs(), 0x0C, 0x6B, 1);

    private static final String START = "0c=00 00?1 01=80 01?1";
    private static final String CALIBRATE = "01=07 16=53 17=78 1a=b6 1b=98 1c=f5 1d=80 1e=20 0c=01";
    private static final String RESULT = "00?1 18?1 19?1 1a?1";
    private static final String SETUP = "01=00 03=06 16=53 17=78 18=0c 19=6b 1a=b5 1b=98 1c=f5 1d=80 1e=20"
            + " 04=0f 05=00 0d=00 0e=00 0f=00 10=00 00?31";

    private final FakeClock clock = new FakeClock();
    private final FakeDrv part = new FakeDrv(clock);

    private Drv2605Fault.Kind refusal() {
        Drv2605Fault fault = assertThrows(Drv2605Fault.class, () -> Drv2605.open(part, LRA, (Calibration) null, clock));
        assertTrue(fault.getMessage().contains("/dev/i2c-1 0x5a"), fault.getMessage());
        assertTrue(fault.getMessage().contains("likely"), fault.getMessage());
        assertTrue(fault.getMessage().contains("i2c"), fault.getMessage());
        return fault.kind();
    }

    private List<String> bytes(String... expected) {
        return List.of(String.join(" ", expected).split(" "));
    }

    @Test
    void shouldWriteTheseBytesWhenItCalibrates() throws Drv2605Fault {
        Drv2605 opened = Drv2605.open(part, LRA, (Calibration) null, clock);
        List<String> traffic = new ArrayList<>(part.takeTraffic());
        assertEquals(30, traffic.stream().filter("0c?1"::equals).count(), "polls of 20 ms in 600 ms");
        traffic.removeIf("0c?1"::equals);
        assertEquals(bytes(START, CALIBRATE, RESULT, SETUP), traffic);
        assertEquals(MADE, opened.calibration());
        assertFalse(part.isOn());
    }

    @Test
    void shouldWriteTheseBytesWhenTheCalibrationIsKnown() throws Drv2605Fault {
        Drv2605 opened = Drv2605.open(part, LRA, MADE, clock);
        assertEquals(bytes(START, SETUP), part.takeTraffic());
        assertEquals(MADE, opened.calibration());
        assertEquals(0, part.longestNs(), "the motor ran");
    }

    @Test
    void shouldWriteTheseBytesWhenItIsAnErmInOpenLoop() throws Drv2605Fault {
        Drv2605.open(part, Drv2605Params.erm(1, 3000, 3600), (Calibration) null, clock);
        List<String> traffic = new ArrayList<>(part.takeTraffic());
        traffic.removeIf("0c?1"::equals);
        assertEquals(
                bytes(
                        START,
                        "01=07 16=8e 17=a7 1a=36 1b=93 1c=f5 1d=80 1e=20 0c=01",
                        RESULT,
                        "01=00 03=01 16=8e 17=a7 18=0c 19=6b 1a=35 1b=93 1c=f5 1d=a0 1e=20",
                        "04=0f 05=00 0d=00 0e=00 0f=00 10=00 00?31"),
                traffic);
    }

    @Test
    void shouldCalibrateAnewWhenTheStoredOneIsOfAnotherMotor() throws Drv2605Fault {
        Calibration other = new Calibration(LRA.motor(), MADE.inputs() + 1, 1, 2, 3);
        assertEquals(MADE, Drv2605.open(part, LRA, other, clock).calibration());
    }

    @Test
    void shouldStopFirstWhenSomethingPlays() throws Drv2605Fault {
        part.set(Register.MODE, 0);
        part.set(Register.SEQUENCE, 118);
        part.put(Register.GO, 1);
        assertTrue(part.isOn());
        part.takeTraffic();
        Drv2605.open(part, LRA, MADE, clock);
        assertEquals("0c=00", part.takeTraffic().getFirst());
        assertEquals(0, part.longestNs(), "ran on after the first write");
    }

    @Test
    void shouldEndWithinASecondWhenSomebodyElseStretchedTheWaveforms() throws Drv2605Fault {
        part.set(Register.TIME_OFFSETS, 0x7F);
        part.set(Register.SEQUENCE + 1, 118);
        Drv2605 opened = Drv2605.open(part, LRA, MADE, clock);
        opened.pulse(0, 300);
        opened.step(clock.nowNs);
        // This process dies.
        clock.passMs(60_000);
        assertFalse(part.isOn());
        assertEquals(750_000_000, part.longestNs());
    }

    @Test
    void shouldSayAbsentWhenNothingAnswers() {
        part.unplugged = true;
        assertEquals(Drv2605Fault.Kind.ABSENT, refusal());
    }

    @Test
    void shouldSayBusWhenItIsStuck() {
        part.unplugged = true;
        part.errno = FakeDrv.ETIMEDOUT;
        assertEquals(Drv2605Fault.Kind.BUS, refusal());
    }

    @ParameterizedTest
    @CsvSource({"0x80, DRV2604", "0xC0, DRV2604L", "0x00, thermometer", "0xA0, thermometer"})
    void shouldWriteNothingMoreWhenItIsAnotherPart(int status, String likely) {
        part.set(Register.STATUS, status);
        Drv2605Fault fault = assertThrows(Drv2605Fault.class, () -> Drv2605.open(part, LRA, MADE, clock));
        assertEquals(Drv2605Fault.Kind.OTHER_IDENTITY, fault.kind());
        assertTrue(fault.getMessage().contains(likely), fault.getMessage());
        assertEquals(List.of("0c=00", "00?1"), part.takeTraffic());
    }

    @ParameterizedTest
    @ValueSource(ints = {0xE0, 0xEF, 0x60})
    void shouldTakeThePartWhenItsIdentityIsRight(int status) throws Drv2605Fault {
        part.set(Register.STATUS, status);
        part.refuse = 0;
        // The flags of the first reading, some set for long, mean nothing.
        if (status == 0xEF) {
            part.set(Register.STATUS, 0xE0);
            part.flags = 0x0F;
        }
        assertEquals(MADE, Drv2605.open(part, LRA, MADE, clock).calibration());
    }

    @Test
    void shouldSayWhyAndLeaveItStandingStillWhenTheCalibrationFails() {
        part.calibrationFails = true;
        assertEquals(Drv2605Fault.Kind.CALIBRATION, refusal());
        assertEquals(Register.MODE_STANDBY, part.register(Register.MODE));
        assertFalse(part.isOn());
    }

    @Test
    void shouldStopWhenTheCalibrationDoesNotEnd() {
        part.calibrationHangs = true;
        assertEquals(Drv2605Fault.Kind.CALIBRATION, refusal());
        assertFalse(part.isOn());
    }

    @Test
    void shouldSayWhyWhenTheCalibrationDrawsTooMuchCurrent() {
        FakeDrv shorted = new FakeDrv(clock) {
            @Override
            public int put(int address, int value) {
                int answer = super.put(address, value);
                if (address == Register.GO && value == 1) {
                    flags |= 1;
                }
                return answer;
            }
        };
        Drv2605Fault fault =
                assertThrows(Drv2605Fault.class, () -> Drv2605.open(shorted, LRA, (Calibration) null, clock));
        assertEquals(Drv2605Fault.Kind.CALIBRATION, fault.kind());
        assertTrue(fault.getMessage().contains("OC_DETECT"), fault.getMessage());
    }

    /** Reading the result clears it: a failed calibration whose answer got lost must not pass at the second look. */
    @Test
    void shouldCalibrateTwiceWhenTheResultGotLost() {
        FakeDrv lossy = losingResults(1);
        lossy.calibrationFails = true;
        Drv2605Fault fault =
                assertThrows(Drv2605Fault.class, () -> Drv2605.open(lossy, LRA, (Calibration) null, clock));
        assertEquals(Drv2605Fault.Kind.CALIBRATION, fault.kind());
        assertEquals(2, lossy.traffic.stream().filter("0c=01"::equals).count());
    }

    @Test
    void shouldGiveUpWhenTheResultGotLostTwice() {
        FakeDrv lossy = losingResults(2);
        Drv2605Fault fault =
                assertThrows(Drv2605Fault.class, () -> Drv2605.open(lossy, LRA, (Calibration) null, clock));
        assertEquals(Drv2605Fault.Kind.BUS, fault.kind());
    }

    private FakeDrv losingResults(int times) {
        return new FakeDrv(clock) {
            private int left = times;

            @Override
            public int burst(int address, byte[] into, int offset, int length) {
                if (address == Register.STATUS && traffic.contains("0c=01") && left > 0) {
                    left--;
                    loseAnswer = 1;
                }
                return super.burst(address, into, offset, length);
            }
        };
    }

    @Test
    void shouldSayRegistersWhenOneDoesNotKeepItsValue() {
        FakeDrv clone = new FakeDrv(clock) {
            @Override
            public int put(int address, int value) {
                return super.put(address, address == Register.LIBRARY ? 1 : value);
            }
        };
        Drv2605Fault fault = assertThrows(Drv2605Fault.class, () -> Drv2605.open(clone, LRA, MADE, clock));
        assertEquals(Drv2605Fault.Kind.REGISTERS, fault.kind());
        assertTrue(fault.getMessage().contains("0x03 reads 0x01 after 0x06"), fault.getMessage());
        assertEquals(Register.MODE_STANDBY, clone.register(Register.MODE));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldComeUpWhenAnyTwoTransfersInARowFail(boolean reached) throws Drv2605Fault {
        Drv2605.open(part, LRA, (Calibration) null, clock);
        int all = part.transfers;
        for (int at = 0; at < all; at++) {
            FakeDrv flaky = new FakeDrv(clock);
            FailingFrom device = new FailingFrom(flaky, at, reached);
            assertEquals(
                    MADE, Drv2605.open(device, LRA, (Calibration) null, clock).calibration(), "transfer " + at);
            assertEquals(0x0F, flaky.register(Register.SEQUENCE), "transfer " + at);
        }
    }
}
