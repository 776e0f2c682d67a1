package org.holdline.session.store;

import java.io.IOException;

/** A database cannot be opened or used; it is left as it is. */
public final class StoreException extends IOException {
    private static final long serialVersionUID = 1;

    private final boolean newer;

    StoreException(String text, Throwable cause) {
        super(text, cause);
        newer = false;
    }

    /** A later program made it. */
    StoreException(String text) {
        super(text);
        newer = true;
    }

    /** True when a later program made it. */
    public boolean isNewer() {
        return newer;
    }
}
