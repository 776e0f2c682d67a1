package org.holdline.cue.drv2605;

/** The registers of a part that is ready to play, in the order in which they are written. */
final class Setup {
    private static final int TIME_OFFSET_COUNT = 4;

    private final int[] registers;
    private final int[] values;

    Setup(Drv2605Params params, Calibration calibration) {
        Drv2605Coefficients to = new Drv2605Coefficients(params);
        int[][] writes = {
            // Out of standby first, as in the data sheet's initialization procedure.
            {Register.MODE, Register.MODE_INTERNAL_TRIGGER},
            {Register.LIBRARY, params.library()},
            {Register.RATED_VOLTAGE, to.ratedVoltage},
            {Register.OVERDRIVE_CLAMP, to.overdriveClamp},
            {Register.COMPENSATION, calibration.compensation()},
            {Register.BACK_EMF, calibration.backEmf()},
            {Register.FEEDBACK, to.feedback | calibration.backEmfGain()},
            {Register.CONTROL1, to.control1},
            {Register.CONTROL2, to.control2},
            {Register.CONTROL3, to.control3},
            {Register.CONTROL4, to.control4},
            // One waveform and the end of the sequence: whatever stood behind it would play on.
            {Register.SEQUENCE, Waveform.ALERT_750.effect},
            {Register.SEQUENCE + 1, 0},
        };
        registers = new int[writes.length + TIME_OFFSET_COUNT];
        values = new int[registers.length];
        for (int i = 0; i < registers.length; i++) {
            boolean listed = i < writes.length;
            // Offsets left behind by somebody else would stretch the waveform beyond its second.
            registers[i] = listed ? writes[i][0] : Register.TIME_OFFSETS + i - writes.length;
            values[i] = listed ? writes[i][1] : 0;
        }
    }

    int size() {
        return registers.length;
    }

    int register(int index) {
        return registers[index];
    }

    int value(int index) {
        return values[index];
    }
}
