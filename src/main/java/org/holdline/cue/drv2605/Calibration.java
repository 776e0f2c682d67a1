package org.holdline.cue.drv2605;

/**
 * What the part found out about its motor.
 *
 * @param motor the motor in words, {@link Drv2605Params#motor}
 * @param inputs the seven registers the calibration started from, first one highest; it is good for no others
 * @param compensation register 0x18, resistive losses, 0..255
 * @param backEmf register 0x19, 0..255
 * @param backEmfGain bits 1:0 of register 0x1A, 0..3
 */
public record Calibration(String motor, long inputs, int compensation, int backEmf, int backEmfGain) {
    public Calibration {
        require("compensation", compensation, 255);
        require("backEmf", backEmf, 255);
        require("backEmfGain", backEmfGain, 3);
    }

    /** Was it made with this motor and these settings? */
    public boolean isOf(Drv2605Params params) {
        return motor.equals(params.motor()) && inputs == new Drv2605Coefficients(params).calibrationInputs();
    }

    private static void require(String name, int value, int high) {
        if (value < 0 || value > high) {
            throw new IllegalArgumentException(name + "=" + value + ", expected 0.." + high);
        }
    }
}
