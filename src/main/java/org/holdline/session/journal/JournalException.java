package org.holdline.session.journal;

import java.io.IOException;

/** A file is no journal, or none that this program reads; it is left as it is. */
public final class JournalException extends IOException {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Why {
        /** Nothing of a run is in it: it was cut before its first words were on the disk. */
        EMPTY,
        /** What it is cannot be told. */
        UNREADABLE,
        /** A later program wrote it. */
        NEWER
    }

    private final Why why;

    JournalException(Why why, String text) {
        super(text);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
