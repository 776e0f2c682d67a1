package org.holdline.profile.flash;

import java.io.Serial;

/** Something was not done; why, for a person and for a script. */
public final class FlashException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final Refusal refusal;

    /** @param detail what goes beyond the refusal's own text, may be empty */
    public FlashException(Refusal refusal, String detail) {
        super(detail.isEmpty() ? refusal.text() : refusal.text() + ": " + detail);
        this.refusal = refusal;
    }

    public FlashException(Refusal refusal, String detail, Exception cause) {
        this(refusal, detail);
        initCause(cause);
    }

    public Refusal refusal() {
        return refusal;
    }

    /** The reason in one line. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
