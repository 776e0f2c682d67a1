package org.holdline.report.export;

import java.io.IOException;
import java.io.OutputStream;
import org.holdline.session.KeptRun;

/** Writes one kept run as a whole file. */
public interface RunExport {
    /**
     * The same run gives the same bytes. The stream is flushed and left open.
     *
     * @throws ExportException when the format cannot hold this run; nothing was written then
     */
    void write(KeptRun run, OutputStream out) throws IOException;
}
