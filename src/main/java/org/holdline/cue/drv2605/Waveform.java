package org.holdline.cue.drv2605;

/**
 * The effects that are used, by their numbers in the data sheet's "Waveform Library Effects List". Number 118, "long buzz
 * for programmatic stopping", is not among them: nothing would end it should this process die.
 */
enum Waveform {
    ALERT_750(15, 750),
    ALERT_1000(16, 1000);

    final int effect;
    final int lengthMs;

    Waveform(int effect, int lengthMs) {
        this.effect = effect;
        this.lengthMs = lengthMs;
    }

    /** The shortest that lasts, of drives up to a second. */
    static Waveform lasting(int driveMs) {
        return driveMs <= ALERT_750.lengthMs ? ALERT_750 : ALERT_1000;
    }
}
