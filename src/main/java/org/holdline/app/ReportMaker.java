package org.holdline.app;

import java.io.IOException;
import java.nio.file.Path;
import org.holdline.session.KeptRun;
import org.jspecify.annotations.Nullable;

/** Makes the report of a run that has ended. */
interface ReportMaker {
    /** Where it lies; null when none was made. */
    @Nullable
    Path make(KeptRun run) throws IOException;
}
