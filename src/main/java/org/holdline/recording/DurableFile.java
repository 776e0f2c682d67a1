package org.holdline.recording;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a writer's bytes go. */
interface DurableFile {
    /** Hands the bytes to the operating system: from here on they outlive this process. */
    void write(byte[] bytes, int length) throws IOException;

    /** Returns once everything written is on the disk: from here on it outlives a power cut. */
    void sync() throws IOException;

    void close() throws IOException;

    /**
     * Makes the file, or empties it.
     *
     * @param overwrite false to refuse a file that exists
     * @throws IOException also when it exists and may not be overwritten
     */
    static DurableFile open(Path file, boolean overwrite) throws IOException {
        if (!overwrite) {
            Files.createFile(file);
        }
        // Not a FileChannel: an interrupt, which is how threads are told to stop, would close it under our hands and
        // lose the last second. And not its force(false): the file grows with every write, so its length has to go to
        // disk with the data either way, and sync() costs no more.
        FileOutputStream out = new FileOutputStream(file.toFile());
        return new DurableFile() {
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
}
