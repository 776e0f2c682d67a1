package org.holdline.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * Holds output back until it is known to be good: a recording with a fault in its last line must leave nothing on standard
 * output and no file. Small output stays in memory, larger output lies in a temporary file.
 */
final class Spool extends OutputStream {
    private static final int MEMORY_BYTES = 2 << 20;

    private final @Nullable Path target;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable Path file;
    private @Nullable OutputStream fileOut;

    /** @param target the file the output ends in, or null for a stream given at the end */
    Spool(@Nullable Path target) {
        this.target = target == null ? null : resolved(target);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        OutputStream open = fileOut;
        if (open == null && memory.size() + length > MEMORY_BYTES) {
            open = spill();
        }
        if (open == null) {
            memory.write(bytes, offset, length);
        } else {
            open.write(bytes, offset, length);
        }
    }

    private OutputStream spill() throws IOException {
        Path folder = target == null || !isOrdinary(target) ? null : target.getParent();
        String name = ".holdline-" + ProcessHandle.current().pid() + ".part";
        Path temporary = folder == null
                ? Files.createTempFile("holdline", ".part")
                : Files.createFile(folder.resolve(name)); // with the permissions of any other new file
        file = temporary;
        // A stop by signal must leave nothing behind either.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException e) {
                // The folder has gone, and the file with it.
            }
        }));
        OutputStream out = Files.newOutputStream(temporary);
        fileOut = out;
        memory.writeTo(out);
        memory.reset();
        return out;
    }

    /** The output is good: it goes to the target file, whole or not at all, or to the stream. */
    void deliver(OutputStream stream) throws IOException {
        if (target != null && isOrdinary(target)) {
            OutputStream open = fileOut == null ? spill() : fileOut;
            open.close();
            Path part = file;
            if (part != null) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
                file = null;
            }
            return;
        }
        if (target != null) {
            try (OutputStream device = Files.newOutputStream(target)) {
                copyTo(device);
            }
            return;
        }
        copyTo(stream);
        stream.flush();
    }

    private void copyTo(OutputStream stream) throws IOException {
        if (fileOut != null) {
            fileOut.close();
        }
        Path part = file;
        if (part != null) {
            Files.copy(part, stream);
        } else {
            memory.writeTo(stream);
        }
    }

    /** A pipe or a device is written into, never replaced. */
    private static boolean isOrdinary(Path path) {
        return Files.notExists(path) || Files.isRegularFile(path);
    }

    /** Where a link leads: the file is replaced, not the link. */
    private static Path resolved(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath();
        }
    }

    /** Removes what was not delivered. */
    @Override
    public void close() throws IOException {
        if (fileOut != null) {
            fileOut.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
