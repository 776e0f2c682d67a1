package org.holdline.app;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Standard output as a stream that says when its reader has gone; {@code System.out} swallows that. */
final class StandardOutput {
    private StandardOutput() {}

    /** True when the other end of the pipe was closed, which is that reader's right. */
    static boolean isReaderGone(IOException e) {
        return "Broken pipe".equals(e.getMessage());
    }

    static OutputStream open() {
        return new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
    }
}
