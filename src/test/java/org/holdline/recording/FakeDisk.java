package org.holdline.recording;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps what is written, and breaks on demand. */
final class FakeDisk implements DurableFile {
    final ByteArrayOutputStream written = new ByteArrayOutputStream();
    final List<Integer> writes = new ArrayList<>();
    int syncs;
    boolean closed;
    boolean full;
    boolean failsToSync;
    boolean failsToClose;

    @Override
    public void write(byte[] bytes, int length) throws IOException {
        if (full) {
            written.write(bytes, 0, length / 2);
            throw new IOException("No space left on device");
        }
        written.write(bytes, 0, length);
        writes.add(length);
    }

    @Override
    public void sync() throws IOException {
        if (failsToSync) {
            throw new IOException("Input/output error");
        }
        syncs++;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        if (failsToClose) {
            throw new IOException("Input/output error");
        }
    }

    String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    /** Rows and remarks below the header. */
    List<String> rows() {
        return text().lines()
                .dropWhile(line -> !line.startsWith("t_us,"))
                .skip(1)
                .toList();
    }
}
