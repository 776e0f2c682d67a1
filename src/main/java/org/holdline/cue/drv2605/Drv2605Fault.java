package org.holdline.cue.drv2605;

import java.io.IOException;

/** A haptic driver that cannot be used: what, where, the likely cause and the next command, in one message. */
public final class Drv2605Fault extends IOException {
    private static final long serialVersionUID = 1;

    /** What it is, for the caller's decision. */
    public enum Kind {
        /** Nothing acknowledges at the address. */
        ABSENT,
        /** The bus is stuck or gone. */
        BUS,
        /** Something else answers, or a relative without waveforms. */
        OTHER_IDENTITY,
        /** The right identity, and registers that do not keep what is written. */
        REGISTERS,
        /** The motor could not be calibrated. */
        CALIBRATION
    }

    private final Kind kind;

    Drv2605Fault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
