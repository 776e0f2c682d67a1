package org.holdline.profile.flash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.holdline.profile.image.ImageHeader;

/**
 * Profiles that clips held before they were written to: {@code STATE/profiles/SERIAL/g000007-1A2B3C4D.img}. A file is put
 * there whole or not at all, and never written over.
 */
public final class Backups {
    private static final String SUFFIX = ".img";
    private static final int MAX_ALIKE = 1000;

    private final Path folder;

    /** @param state state folder of the program */
    public Backups(Path state) {
        folder = state.resolve("profiles");
    }

    /** Where a clip's backups lie. */
    public Path folder(String serial) {
        return folder.resolve(serial);
    }

    /**
     * Keeps an image. One that is there already is not kept twice.
     *
     * @return its file
     * @throws IOException when it cannot be kept
     */
    public Path keep(byte[] image, ImageHeader header) throws IOException {
        Path own = folder(header.serial());
        Files.createDirectories(own);
        for (int i = 1; i < MAX_ALIKE; i++) {
            Path file = own.resolve(name(header, i));
            if (!Files.exists(file)) {
                put(image, own, file);
                return file;
            }
            if (Arrays.equals(Files.readAllBytes(file), image)) {
                return file;
            }
        }
        throw new IOException(own + ": too many backups of one name");
    }

    private static String name(ImageHeader header, int copy) {
        return String.format(
                Locale.ROOT,
                "g%06d-%08X%s%s",
                header.generation(),
                header.bodyCrc(),
                copy == 1 ? "" : "-" + copy,
                SUFFIX);
    }

    private static void put(byte[] image, Path own, Path file) throws IOException {
        Path beside = Files.createTempFile(own, "new", ".part");
        try {
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(image);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            // A link, other than a rename, never takes the place of a file.
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(file + ": another program has just written it", e);
        } finally {
            Files.deleteIfExists(beside);
        }
        try (FileChannel channel = FileChannel.open(own, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Serial numbers with backups. */
    public List<String> serials() throws IOException {
        return names(folder, "");
    }

    /** Backups of a clip, oldest generation first. */
    public List<Path> of(String serial) throws IOException {
        return names(folder(serial), SUFFIX).stream()
                .map(folder(serial)::resolve)
                .toList();
    }

    private static List<String> names(Path folder, String suffix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
