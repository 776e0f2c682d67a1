package org.holdline.app;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.holdline.session.KeptRun;
import org.holdline.session.store.Answers;
import org.jspecify.annotations.Nullable;

/** One form that a kept run can be written in. */
interface RunExporter {
    /** Word behind {@code --form}, and the end of the file's name. */
    String form();

    /**
     * Writes the run.
     *
     * @param said what the runner said of it; null unless that was asked for
     */
    void write(KeptRun run, @Nullable Answers said, OutputStream out) throws IOException;

    /** All there are; a new one is added here. */
    List<RunExporter> ALL = List.of(new JsonExporter());
}
