package org.holdline.report.export;

import java.io.IOException;

/** A format cannot hold a run; the message is for a person: what, and what was expected. */
public final class ExportException extends IOException {
    private static final long serialVersionUID = 1L;

    ExportException(String message) {
        super(message);
    }
}
