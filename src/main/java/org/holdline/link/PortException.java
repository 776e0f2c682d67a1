package org.holdline.link;

/** A port cannot be opened; the text says which, why and what to do. */
public final class PortException extends Exception {
    private static final long serialVersionUID = 1;

    /** What is in the way. */
    public enum Kind {
        MISSING,
        /** The port is there, and what it leads to is not: a Bluetooth clip that is off or too far away. */
        OUT_OF_REACH,
        NO_PERMISSION,
        BUSY,
        OTHER
    }

    private final Kind kind;

    public PortException(Kind kind, String text) {
        super(text);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
