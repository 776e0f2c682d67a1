package org.holdline.clip.imu;

import java.io.IOException;

/** A clip that cannot start: what, where, the likely cause and what to do next, in one message. */
public final class ImuFault extends IOException {
    private static final long serialVersionUID = 1;

    /** What is wrong, for the caller's exit code. */
    public enum Kind {
        /** Nothing acknowledges at the address. */
        ABSENT,
        /** Something else is at the address. */
        OTHER_IDENTITY,
        /** The bus is stuck or gone. */
        BUS,
        /** The right identity, and no samples or samples at the wrong rate. */
        RATE,
        /** The right identity, and a specific force at rest that cannot be. */
        SCALE
    }

    private final Kind kind;

    ImuFault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
