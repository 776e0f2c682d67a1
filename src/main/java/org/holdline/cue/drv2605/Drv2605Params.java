package org.holdline.cue.drv2605;

/**
 * The motor and how it is driven; voltages as in the motor's data sheet.
 *
 * @param library waveforms, 1..5 = TS2200 A to E for an ERM motor, 6 for an LRA. Library A has its overdrive built in and
 *     is driven in open loop; with the others the part itself overdrives and brakes, in closed loop (data sheet, "Closed-
 *     Loop Mode, Bidirectional")
 * @param ratedMv steady voltage, RMS for an LRA, average for an ERM motor, 500..5000 mV. Larger is stronger
 * @param overdriveMv peak while it starts and brakes, {@code ratedMv}..5300 mV; no more than the motor bears
 * @param lraHz resonance of an LRA, 125..300 Hz; 0 for an ERM motor
 * @param riseMs until the motor is felt, 0..500 ms: LRA 10..20, ERM 50..180
 * @param brakeFactor FB_BRAKE_FACTOR, how much harder it brakes than it drives: 0 = 1x, 1 = 2x, 2 = 3x, 3 = 4x, 4 = 6x, 5 =
 *     8x, 6 = 16x, 7 = no braking. Larger stops sooner and may rattle
 * @param loopGain LOOP_GAIN, 0 low..3 very high. Larger follows quicker and is less stable
 */
public record Drv2605Params(
        Actuator actuator,
        int library,
        int ratedMv,
        int overdriveMv,
        int lraHz,
        int riseMs,
        int brakeFactor,
        int loopGain) {
    /** Reset values of FB_BRAKE_FACTOR (4x) and LOOP_GAIN (medium), good for most motors (data sheet, register 0x1A). */
    private static final int DEFAULT_BRAKE_FACTOR = 3;

    private static final int DEFAULT_LOOP_GAIN = 1;
    private static final int LIBRARY_LRA = 6;
    private static final int LIBRARY_LAST_ERM = 5;

    public Drv2605Params {
        boolean lra = actuator == Actuator.LRA;
        require("library", library, lra ? LIBRARY_LRA : 1, lra ? LIBRARY_LRA : LIBRARY_LAST_ERM);
        require("ratedMv", ratedMv, 500, 5000);
        require("overdriveMv", overdriveMv, ratedMv, 5300);
        require("lraHz", lraHz, lra ? 125 : 0, lra ? 300 : 0);
        require("riseMs", riseMs, 0, 500);
        require("brakeFactor", brakeFactor, 0, 7);
        require("loopGain", loopGain, 0, 3);
    }

    /** An LRA with the usual loop, felt after 15 ms. */
    public static Drv2605Params lra(int ratedMv, int overdriveMv, int lraHz) {
        return new Drv2605Params(
                Actuator.LRA, LIBRARY_LRA, ratedMv, overdriveMv, lraHz, 15, DEFAULT_BRAKE_FACTOR, DEFAULT_LOOP_GAIN);
    }

    /** An ERM motor with the usual loop, felt after 80 ms. */
    public static Drv2605Params erm(int library, int ratedMv, int overdriveMv) {
        return new Drv2605Params(
                Actuator.ERM, library, ratedMv, overdriveMv, 0, 80, DEFAULT_BRAKE_FACTOR, DEFAULT_LOOP_GAIN);
    }

    public Drv2605Params withRiseMs(int newRiseMs) {
        return new Drv2605Params(actuator, library, ratedMv, overdriveMv, lraHz, newRiseMs, brakeFactor, loopGain);
    }

    /** The motor in words, for people and for the calibration's file. */
    public String motor() {
        String drive = "%s, library %d, rated %d mV, overdrive %d mV"
                .formatted(actuator.word(), library, ratedMv, overdriveMv);
        return actuator == Actuator.LRA ? drive + ", " + lraHz + " Hz" : drive;
    }

    private static void require(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    name + "=" + value + ", expected " + low + (low == high ? "" : ".." + high));
        }
    }
}
