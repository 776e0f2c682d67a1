package org.holdline.cue.drv2605;

/** Registers of the DRV2605L, data sheet section 8.6. */
final class Register {
    /** DEVICE_ID in bits 7:5, DIAG_RESULT in bit 3; the flags clear when read. */
    static final int STATUS = 0x00;

    static final int MODE = 0x01;
    static final int LIBRARY = 0x03;
    /** First of eight; the sequence ends at a zero. */
    static final int SEQUENCE = 0x04;

    static final int GO = 0x0C;
    /** First of four that stretch waveforms: overdrive, sustain positive and negative, brake. */
    static final int TIME_OFFSETS = 0x0D;

    static final int RATED_VOLTAGE = 0x16;
    static final int OVERDRIVE_CLAMP = 0x17;
    static final int COMPENSATION = 0x18;
    static final int BACK_EMF = 0x19;
    /** BEMF_GAIN, a result of the calibration, in bits 1:0. */
    static final int FEEDBACK = 0x1A;

    static final int CONTROL1 = 0x1B;
    static final int CONTROL2 = 0x1C;
    static final int CONTROL3 = 0x1D;
    static final int CONTROL4 = 0x1E;

    static final int MODE_INTERNAL_TRIGGER = 0x00;
    static final int MODE_CALIBRATE = 0x07;
    static final int MODE_STANDBY = 0x40;
    static final int MODE_RESET = 0x80;

    static final int DIAG_RESULT = 0x08;
    static final int BEMF_GAIN_MASK = 0x03;

    private Register() {}
}
