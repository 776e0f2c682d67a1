package org.holdline.recording;

import java.io.IOException;

/** A recording cannot be read or made; the message is one line, {@code FILE:LINE: what, expected ...}. */
public final class RecordingException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long line;

    RecordingException(String file, long line, String what) {
        super(file + ":" + line + ": " + what);
        this.line = line;
    }

    /** Physical line of the decompressed text, from 1; 0 when there is no text to speak of. */
    public long line() {
        return line;
    }
}
