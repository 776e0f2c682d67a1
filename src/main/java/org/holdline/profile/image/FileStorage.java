package org.holdline.profile.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Both slots in a file, written unit by unit; each write is on the disk when it returns. */
public final class FileStorage implements Storage, AutoCloseable {
    private static final int BYTES = ImageLayout.SLOTS * ImageLayout.SLOT_BYTES;

    private final FileChannel channel;

    private FileStorage(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens a file, or makes one that is erased (all FF).
     *
     * @throws IOException when it cannot be read and written, or is not {@link ImageLayout#SLOTS} x
     *     {@link ImageLayout#SLOT_BYTES} bytes long
     */
    public static FileStorage open(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] erased = new byte[BYTES];
            Arrays.fill(erased, (byte) 0xFF);
            Files.write(file, erased, StandardOpenOption.CREATE_NEW);
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.size() != BYTES) {
            long size = channel.size();
            channel.close();
            throw new IOException(file + ": " + size + " bytes, expected " + BYTES + ": no memory of a clip");
        }
        return new FileStorage(channel);
    }

    @Override
    public void read(int at, byte[] into) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(into);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, (long) at + bytes.position()) < 0) {
                throw new EOFException("the memory ends at byte " + (at + bytes.position()));
            }
        }
    }

    @Override
    public void write(int at, byte[] unit) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(unit);
        while (bytes.hasRemaining()) {
            channel.write(bytes, (long) at + bytes.position());
        }
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
