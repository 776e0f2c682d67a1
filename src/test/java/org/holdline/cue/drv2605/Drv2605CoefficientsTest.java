package org.holdline.cue.drv2605;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Drv2605CoefficientsTest {
    /** By hand: 2.0 V x sqrt(1 - 1.5e-3 s x 175 Hz) / 20.58 mV = 83.5; 2.55 V / 21.22 mV = 120.2; 2.857 ms is 24 steps. */
    @ParameterizedTest
    @CsvSource({
        "2000, 2550, 175, 83, 120, 24",
        "1800, 2550, 235, 70, 120, 16",
        "1800, 3000, 205, 73, 141, 19",
        "1800, 2550, 125, 79, 120, 31",
        "5000, 5300, 125, 219, 250, 31",
    })
    void shouldFollowTheEquationsWhenItIsAnLra(
            int ratedMv, int overdriveMv, int hz, int ratedVoltage, int overdriveClamp, int driveTime) {
        Drv2605Coefficients to = new Drv2605Coefficients(Drv2605Params.lra(ratedMv, overdriveMv, hz));
        assertEquals(ratedVoltage, to.ratedVoltage);
        assertEquals(overdriveClamp, to.overdriveClamp);
        assertEquals(0x80 | driveTime, to.control1);
        assertEquals(0xB4, to.feedback, "LRA, brake 4x, gain medium");
        assertEquals(0x80, to.control3, "closed loop");
    }

    /** By hand, closed loop: 3.6 V x 4.95 ms / 4.5 ms / 21.64 mV = 183.0; open loop: 3.6 V / 21.59 mV = 166.7. */
    @ParameterizedTest
    @CsvSource({"1, 167, 0xA0", "2, 183, 0x80", "3, 183, 0x80", "4, 183, 0x80", "5, 183, 0x80"})
    void shouldOpenTheLoopForLibraryAOnlyWhenItIsAnErm(int library, int overdriveClamp, int control3) {
        Drv2605Coefficients to = new Drv2605Coefficients(Drv2605Params.erm(library, 3000, 3600));
        assertEquals(142, to.ratedVoltage, "3.0 V / 21.18 mV");
        assertEquals(overdriveClamp, to.overdriveClamp);
        assertEquals(control3, to.control3);
        assertEquals(0x93, to.control1);
        assertEquals(0x34, to.feedback, "ERM, brake 4x, gain medium");
    }

    @Test
    void shouldNeverSetTheBitThatBurnsTheMemory() {
        assertEquals(0x20, new Drv2605Coefficients(Drv2605Params.lra(2000, 2500, 175)).control4);
    }

    @Test
    void shouldTellCalibrationsApartWhenAnyInputDiffers() {
        Drv2605Params usual = Drv2605Params.lra(2000, 2500, 175);
        Set<Long> inputs = new HashSet<>();
        List<Drv2605Params> all = List.of(
                usual,
                Drv2605Params.lra(2100, 2500, 175),
                Drv2605Params.lra(2000, 2600, 175),
                Drv2605Params.lra(2000, 2500, 205),
                new Drv2605Params(Actuator.LRA, 6, 2000, 2500, 175, 15, 4, 1),
                new Drv2605Params(Actuator.LRA, 6, 2000, 2500, 175, 15, 3, 2),
                Drv2605Params.erm(2, 2000, 2500));
        all.forEach(params -> inputs.add(new Drv2605Coefficients(params).calibrationInputs()));
        assertEquals(all.size(), inputs.size());
        assertNotEquals(
                Drv2605Params.erm(3, 2000, 2500).motor(),
                Drv2605Params.erm(2, 2000, 2500).motor());
    }

    @ParameterizedTest
    @CsvSource({
        "LRA, 1, 2000, 2500, 175, 15, 3, 1",
        "ERM, 6, 2000, 2500, 0, 15, 3, 1",
        "ERM, 0, 2000, 2500, 0, 15, 3, 1",
        "LRA, 6, 499, 2500, 175, 15, 3, 1",
        "LRA, 6, 2000, 1999, 175, 15, 3, 1",
        "LRA, 6, 2000, 5301, 175, 15, 3, 1",
        "LRA, 6, 2000, 2500, 124, 15, 3, 1",
        "LRA, 6, 2000, 2500, 301, 15, 3, 1",
        "ERM, 2, 2000, 2500, 175, 15, 3, 1",
        "LRA, 6, 2000, 2500, 175, 501, 3, 1",
        "LRA, 6, 2000, 2500, 175, 15, 8, 1",
        "LRA, 6, 2000, 2500, 175, 15, 3, 4",
    })
    void shouldRefuseParamsWhenOneIsOutOfRange(
            Actuator actuator, int library, int rated, int overdrive, int hz, int rise, int brake, int gain) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Drv2605Params(actuator, library, rated, overdrive, hz, rise, brake, gain));
    }
}
