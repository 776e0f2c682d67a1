package org.holdline.session.journal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a journal's bytes go. */
interface JournalFile {
    /** Hands the bytes to the operating system: from here on they outlive this process. */
    void write(byte[] bytes, int length) throws IOException;

    /** Returns once everything written is on the disk: from here on it outlives a power cut. */
    void sync() throws IOException;

    /** Also lets go of the file: whoever finds it then knows that nobody writes to it. */
    void close() throws IOException;

    /**
     * Opens a file to add to it, and holds it.
     *
     * @return null when another program holds it
     */
    static @Nullable JournalFile append(Path file) throws IOException {
        // Not a FileChannel to write to: an interrupt, which is how threads are told to stop, would close it.
        FileOutputStream out = new FileOutputStream(file.toFile(), true);
        if (!isOurs(out)) {
            out.close();
            return null;
        }
        return new JournalFile() {
            @Override
            public void write(byte[] bytes, int length) throws IOException {
                out.write(bytes, 0, length);
            }

            @Override
            public void sync() throws IOException {
                out.getFD().sync();
            }

            @Override
            public void close() throws IOException {
                out.close();
            }
        };
    }

    /** The system takes the lock back when the program ends, however it does. */
    private static boolean isOurs(FileOutputStream out) throws IOException {
        try {
            FileLock lock = out.getChannel().tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
