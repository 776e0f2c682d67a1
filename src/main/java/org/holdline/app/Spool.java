package org.holdline.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * Holds output back until it is known to be good: a recording with a fault in its last line must leave nothing on standard
 * output and no file. Small output stays in memory, larger output lies in a temporary file, beside the target if there is
 * one, so that it gets there whole or not at all.
 */
final class Spool extends OutputStream {
    private static final int MEMORY_BYTES = 2 << 20;

    private final @Nullable Path target;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable Path file;
    private @Nullable OutputStream fileOut;

    private Spool(@Nullable Path target) {
        this.target = target;
    }

    /**
     * @param target the file the output ends in, or null for a stream given at the end
     * @throws IOException when no file can be made there; better now than after an hour's work
     */
    static Spool open(@Nullable Path target) throws IOException {
        if (target == null) {
            return new Spool(null);
        }
        if (Files.isDirectory(target)) {
            throw new IOException(target + ": a folder, expected a file to write to");
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException(target + ": no such folder, expected one to write to");
        }
        if (!Files.isWritable(Files.exists(target) && !isReplaceable(target) ? target : folder)) {
            throw new IOException(target + ": permission denied, expected a place to write to");
        }
        // What a link points to is replaced, not the link.
        return new Spool(Files.exists(target) ? target.toRealPath() : target);
    }

    /** A device or a pipe is written to; only a plain file may be replaced by another one. */
    private static boolean isReplaceable(Path target) {
        return Files.isRegularFile(target) || !Files.exists(target);
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
        Path part = target != null && isReplaceable(target)
                ? partBeside(target)
                : Files.createTempFile("holdline", ".part");
        file = part;
        // Also when a signal ends the process in the middle of it.
        part.toFile().deleteOnExit();
        OutputStream out = Files.newOutputStream(part);
        fileOut = out;
        memory.writeTo(out);
        memory.reset();
        return out;
    }

    /** With the permissions of the file it replaces, else with those of any new file; a temporary one has fewer. */
    private static Path partBeside(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path part = Files.createTempFile(
                folder,
                ".holdline",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw-rw-")));
        if (Files.exists(target)) {
            Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(target));
        }
        return part;
    }

    /** The output is good: it goes to the target, whole or not at all, or to the stream. */
    void deliver(OutputStream stream) throws IOException {
        if (target == null) {
            copyTo(stream);
            return;
        }
        try {
            if (isReplaceable(target)) {
                replace(target);
            } else {
                try (OutputStream device = Files.newOutputStream(target)) {
                    copyTo(device);
                }
            }
        } catch (IOException e) {
            throw new IOException(
                    target + ": not written (" + Failure.textOf(e) + "), expected a place to write to", e);
        }
    }

    private void replace(Path there) throws IOException {
        OutputStream open = fileOut == null ? spill() : fileOut;
        open.close();
        Path part = file;
        if (part != null) {
            Files.move(part, there, StandardCopyOption.ATOMIC_MOVE);
            file = null;
        }
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
        stream.flush();
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
