package org.holdline.cue.drv2605;

/**
 * Register values that follow from {@link Drv2605Params}; the equations are those of the data sheet, SLOS854D sections
 * "Drive-Time Programming", 8.5.2.1 (rated voltage, equations 4 to 7) and 8.5.2.2 (overdrive clamp, equations 8 and 9).
 * Revision C of it prints the last two under each other's name.
 */
final class Drv2605Coefficients {
    /** SAMPLE_TIME 3, BLANKING_TIME 1, IDISS_TIME 1, with BIDIR_INPUT and BRAKE_STABILIZER: the reset value. */
    private static final int CONTROL2_RESET = 0xF5;

    private static final double SAMPLE_S = 300e-6;
    /** BLANKING_TIME 1 and IDISS_TIME 1 of an ERM motor. */
    private static final double ERM_BLANKING_S = 75e-6;

    private static final double ERM_DISSIPATION_S = 75e-6;
    /** DRIVE_TIME 0x13 of an ERM motor, the reset value: 0x13 x 0.2 ms + 1 ms. */
    private static final int ERM_DRIVE_TIME = 0x13;

    private static final double ERM_DRIVE_S = ERM_DRIVE_TIME * 0.2e-3 + 1e-3;
    private static final int DRIVE_TIME_MAX = 31;
    private static final int LIBRARY_WITH_OVERDRIVE = 1;

    private static final int N_ERM_LRA = 0x80;
    private static final int STARTUP_BOOST = 0x80;
    /** NG_THRESH 2, the reset value. */
    private static final int CONTROL3_CLOSED_LOOP = 0x80;

    private static final int ERM_OPEN_LOOP = 0x20;
    /** AUTO_CAL_TIME 2, the reset value: 500 to 700 ms, enough for an ERM motor to reach its speed. */
    private static final int CONTROL4_RESET = 0x20;

    final int ratedVoltage;
    final int overdriveClamp;
    /** Register 0x1A without BEMF_GAIN. */
    final int feedback;

    final int control1;
    final int control2 = CONTROL2_RESET;
    /** For playing. The calibration is that of the closed loop, whose levels it finds. */
    final int control3;

    final int control3Calibrating = CONTROL3_CLOSED_LOOP;
    final int control4 = CONTROL4_RESET;

    Drv2605Coefficients(Drv2605Params params) {
        boolean lra = params.actuator() == Actuator.LRA;
        boolean openLoop = !lra && params.library() == LIBRARY_WITH_OVERDRIVE;
        double ratedV = params.ratedMv() / 1000.0;
        double overdriveV = params.overdriveMv() / 1000.0;
        ratedVoltage = register(lra ? lraRated(ratedV, params.lraHz()) : ratedV / 21.18e-3);
        overdriveClamp = register(
                lra ? overdriveV / 21.22e-3 : openLoop ? overdriveV / 21.59e-3 : ermClosedLoopClamp(overdriveV));
        feedback = (lra ? N_ERM_LRA : 0) | params.brakeFactor() << 4 | params.loopGain() << 2;
        control1 = STARTUP_BOOST | (lra ? lraDriveTime(params.lraHz()) : ERM_DRIVE_TIME);
        control3 = CONTROL3_CLOSED_LOOP | (openLoop ? ERM_OPEN_LOOP : 0);
    }

    /** Equation 5. */
    private static double lraRated(double ratedV, int hz) {
        return ratedV * Math.sqrt(1 - (4 * SAMPLE_S + 300e-6) * hz) / 20.58e-3;
    }

    /** The ERM motor's clamp in closed loop, of equations 8 and 9 the one with the drive time. */
    private static double ermClosedLoopClamp(double overdriveV) {
        double share = (ERM_DRIVE_S - 300e-6) / (ERM_DRIVE_S + ERM_DISSIPATION_S + ERM_BLANKING_S);
        return overdriveV / (21.64e-3 * share);
    }

    /** Half a period, in steps of 0.1 ms above 0.5 ms. */
    private static int lraDriveTime(int hz) {
        long steps = Math.round((500.0 / hz - 0.5) / 0.1);
        return Math.clamp(steps, 0, DRIVE_TIME_MAX);
    }

    private static int register(double value) {
        return Math.clamp(Math.round(value), 1, 255);
    }

    /** All that the calibration starts from: with other inputs its results mean nothing (data sheet 8.5.2.1). */
    long calibrationInputs() {
        long inputs = 0;
        for (int register :
                new int[] {ratedVoltage, overdriveClamp, feedback, control1, control2, control3Calibrating, control4}) {
            inputs = inputs << 8 | register;
        }
        return inputs;
    }
}
