package org.holdline.app;

import java.io.IOException;
import java.io.OutputStream;
import org.holdline.session.KeptRun;
import org.holdline.session.RunFacts;
import org.holdline.session.store.Answers;
import org.jspecify.annotations.Nullable;

/** One form that a kept run can be written in. */
interface RunExporter {
    /** Word behind {@code --form}. */
    String form();

    /**
     * Writes the run.
     *
     * @param said what the runner said of it; null unless that was asked for
     */
    void write(KeptRun run, @Nullable Answers said, OutputStream out) throws IOException;

    /** How the file's name ends. */
    default String end() {
        return form();
    }

    /** Writes what the file's columns mean, for one that lies beside it; null where a file needs none. */
    default @Nullable Dictionary dictionary() {
        return null;
    }

    /** What columns mean. */
    interface Dictionary {
        void write(OutputStream out) throws IOException;
    }

    /** True where a person must ask for just that: a file that others take for a run of somebody. */
    default boolean needsConsent(RunFacts facts) {
        return false;
    }
}
