package org.holdline.link;

/** A port cannot be opened; the text says which, why and what to do. */
public final class PortException extends Exception {
    private static final long serialVersionUID = 1;

    /** What is in the way. */
    public enum Kind {
        MISSING,
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
