package org.holdline.clip.imu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.holdline.sample.Placement;
import org.junit.jupiter.api.Test;

/** A start that cannot be, and one that should be talked about. */
class OpeningTest {
    private static final Motion STILL = Motion.still(1);

    private static ImuFault fault(Wired wired) {
        return assertThrows(ImuFault.class, () -> wired.open(Pacing.FIFO));
    }

    @Test
    void shouldNameTheSecondImuWhenItIsAbsent() {
        Wired wired = Wired.icms(0, 0, STILL);
        wired.bus.unplug(0x69);
        ImuFault fault = fault(wired);
        assertEquals(ImuFault.Kind.ABSENT, fault.kind());
        assertEquals(
                "upper IMU (ICM-42688-P at 0x69) on /dev/i2c-1 does not answer; likely not plugged in, without supply, "
                        + "or its pin AP_AD0 not tied high; see what answers: i2cdetect -y 1",
                fault.getMessage());
    }

    @Test
    void shouldSuspectTheClockModuleWhenIdentityIsNobodys() {
        Wired wired = Wired.icms(0, 0, STILL);
        wired.bus.at(0x68).identity = 0x1C;
        ImuFault fault = fault(wired);
        assertEquals(ImuFault.Kind.OTHER_IDENTITY, fault.kind());
        assertTrue(
                fault.getMessage()
                        .startsWith("lower IMU (ICM-42688-P at 0x68) on /dev/i2c-1: register 0x75 reads 0x1c, "
                                + "expected 0x47; likely a DS3231 clock module"),
                fault.getMessage());
    }

    @Test
    void shouldNameTheOtherPartWhenItIsOne() {
        Wired wired = Wired.icms(0, 0, STILL);
        wired.bus.with(0x69, new FakeMpu(STILL, 0));
        ImuFault fault = fault(wired);
        assertEquals(ImuFault.Kind.OTHER_IDENTITY, fault.kind());
        assertTrue(fault.getMessage().contains("another part, MPU-6050: name it in the settings"), fault.getMessage());
    }

    @Test
    void shouldGiveUpWhenTheBusIsStuckOrGone() {
        Wired stuck = Wired.icms(0, 0, STILL);
        stuck.bus.stuckUntilReopens = 1000;
        assertEquals(ImuFault.Kind.BUS, fault(stuck).kind());
        Wired gone = Wired.icms(0, 0, STILL);
        gone.bus.gone = true;
        assertTrue(fault(gone).getMessage().contains("i2cdetect -l"));
    }

    @Test
    void shouldRefuseTheScaleWhenGravityIsHalf() {
        ImuFault fault = fault(Wired.icms(0, 0, Motion.still(0.5)));
        assertEquals(ImuFault.Kind.SCALE, fault.kind());
        assertTrue(fault.getMessage().contains("0.500 g, expected 0.9 to 1.1; likely a clone"), fault.getMessage());
    }

    @Test
    void shouldWarnOfTheScaleWhenGravityIsATenthOff() throws ImuFault {
        I2cClip clip = Wired.icms(0, 0, Motion.still(1.12)).open(Pacing.FIFO);
        assertEquals(2, clip.warnings().size());
        assertTrue(
                clip.warnings().getFirst().contains("at rest 1.1"),
                clip.warnings().getFirst());
        assertTrue(
                clip.warnings().getFirst().contains("calibrate"),
                clip.warnings().getFirst());
    }

    @Test
    void shouldSayThatTheScaleWasNotCheckedWhenTheWearerMoves() throws ImuFault {
        Motion moving = (timeNs, out) -> {
            out[0] = 5 * Math.sin(timeNs * 1e-8);
            out[2] = 4;
        };
        I2cClip clip = Wired.icms(0, 0, moving).open(Pacing.FIFO);
        assertTrue(
                clip.warnings().getFirst().contains("scale not checked"),
                clip.warnings().getFirst());
    }

    @Test
    void shouldWarnThenRefuseWhenTheRateIsOff() throws ImuFault {
        I2cClip clip = Wired.icms(40_000, 0, STILL).open(Pacing.FIFO);
        assertTrue(
                clip.warnings().getFirst().contains("samples/s, expected 200 within 3 %"),
                clip.warnings().getFirst());
        assertEquals(208, clip.info().rateHz(), 0.2);
        assertEquals(ImuFault.Kind.RATE, fault(Wired.icms(0, -150_000, STILL)).kind());
    }

    @Test
    void shouldRefuseNonsenseWhenChosen() {
        assertThrows(IllegalArgumentException.class, () -> ImuSpec.of(ImuPart.LSM6DSV16X, 0x68));
        assertThrows(
                IllegalArgumentException.class,
                () -> ImuSpec.of(ImuPart.MPU_6050, 0x68).withRateHz(199));
        ImuSpec icm = ImuSpec.of(ImuPart.ICM_42688_P, 0x68);
        assertThrows(
                IllegalArgumentException.class, () -> new I2cOptions(Placement.DUAL, icm, null, Pacing.FIFO, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new I2cOptions(Placement.DUAL, icm, icm, Pacing.FIFO, 0, 0));
        ImuSpec mpu = ImuSpec.of(ImuPart.MPU_6050, 0x69);
        assertThrows(
                IllegalArgumentException.class, () -> new I2cOptions(Placement.SACRAL, mpu, null, Pacing.FIFO, 0, 0));
    }
}
