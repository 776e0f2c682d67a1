package org.holdline.session.belt;

import java.io.IOException;

/** A file says nothing usable of a belt; the message is one line, {@code FILE:LINE:COLUMN: what, expected ...}. */
public final class BeltException extends IOException {
    private static final long serialVersionUID = 1L;

    BeltException(String file, long line, int column, String what) {
        super(printable(file) + ":" + line + ":" + column + ": " + printable(what));
    }

    BeltException(String file, String what) {
        super(printable(file) + ": " + printable(what));
    }

    /** File names and cells may hold anything; a message is one line. */
    private static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> shown.appendCodePoint(Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? '?' : c));
        return shown.toString();
    }
}
