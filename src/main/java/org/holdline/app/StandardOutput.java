package org.holdline.app;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Standard output as a stream that says what {@code System.out} swallows: its reader has gone, or its disk is full. */
final class StandardOutput extends OutputStream {
    private static final int BUFFER_BYTES = 1 << 16;

    // Kinds of files in the mode that stat(2) tells.
    private static final int KIND_MASK = 0170000;
    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    private final OutputStream out = new FileOutputStream(FileDescriptor.out);

    private StandardOutput() {}

    static OutputStream open() {
        return new BufferedOutputStream(new StandardOutput(), BUFFER_BYTES);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            if (isRead()) {
                throw new ReaderGoneException(e);
            }
            throw new IOException("standard output: " + Failure.textOf(e), e);
        }
    }

    /** True when another process reads it; writing can then fail for one reason only. The system's text may be in any language. */
    private static boolean isRead() {
        try {
            int kind = (Integer) Files.getAttribute(Path.of("/proc/self/fd/1"), "unix:mode") & KIND_MASK;
            return kind == PIPE || kind == SOCKET;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return true;
        }
    }

    /** Whoever read standard output has gone, as {@code head} does: nobody is left to tell. */
    static final class ReaderGoneException extends IOException {
        private static final long serialVersionUID = 1;

        ReaderGoneException(IOException cause) {
            super(cause);
        }
    }
}
