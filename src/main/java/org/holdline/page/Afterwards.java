package org.holdline.page;

import java.io.IOException;
import org.holdline.text.Language;

/** What a page still gives once the run is over and has been kept. Called by the threads of requests, several at once. */
public interface Afterwards {
    /**
     * The report of the run: a page that asks no other file for anything. May take seconds.
     *
     * @param miles distances in miles, else in km
     * @throws IOException when it cannot be made now; the message is for a person
     */
    byte[] report(Language language, boolean miles) throws IOException;

    /**
     * Keeps what the runner says of the run, in place of what was said of the same before.
     *
     * @param value 0 to 10
     * @throws IOException when it cannot be kept; the message is for a person
     */
    void said(Said said, int value) throws IOException;

    /** Nobody needs the page any more. */
    void done();

    /** What may be said. */
    enum Said {
        /** How hard the run was. */
        EFFORT,
        /** Discomfort right after it. */
        DISCOMFORT
    }
}
