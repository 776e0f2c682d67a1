package org.holdline.settings;

/** What drives the motor of a wired clip. */
public enum MotorOutput {
    /** No motor: cues are shown and not felt. */
    NONE("none"),
    /** A GPIO line and a transistor. */
    GPIO("gpio"),
    /** The haptic driver on the I2C bus. */
    DRV2605("drv2605"),
    /** One motor on each. */
    BOTH("both");

    private final String word;

    MotorOutput(String word) {
        this.word = word;
    }

    /** The word used in settings. */
    public String word() {
        return word;
    }

    /** Whether the GPIO line is used. */
    public boolean hasGpio() {
        return this == GPIO || this == BOTH;
    }

    /** Whether the DRV2605L is used. */
    public boolean hasDrv2605() {
        return this == DRV2605 || this == BOTH;
    }
}
