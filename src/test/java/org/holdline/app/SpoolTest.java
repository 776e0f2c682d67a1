package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {
    private static final long SEED = 72_001;

    /** The last of them lies beyond what is kept in memory. */
    private static final int MEMORY_BYTES = 2 << 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, MEMORY_BYTES, MEMORY_BYTES + 1, 3 * MEMORY_BYTES})
    void shouldDeliverEveryByteWhenGood(int size) throws IOException {
        byte[] bytes = made(size);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try (Spool spool = Spool.open(null)) {
            writeInPieces(spool, bytes);
            assertEquals(0, stream.size());
            spool.deliver(stream);
        }
        assertArrayEquals(bytes, stream.toByteArray());

        Path target = folder.resolve("out.csv");
        try (Spool spool = Spool.open(target)) {
            writeInPieces(spool, bytes);
            assertTrue(Files.notExists(target));
            spool.deliver(OutputStream.nullOutputStream());
        }
        assertArrayEquals(bytes, Files.readAllBytes(target));
        assertEquals(List.of(target), files());
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 3 * MEMORY_BYTES})
    void shouldLeaveNothingWhenNotDelivered(int size) throws IOException {
        Path target = folder.resolve("out.csv");
        try (Spool spool = Spool.open(target)) {
            writeInPieces(spool, made(size));
        }
        assertEquals(List.of(), files());
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 3 * MEMORY_BYTES})
    void shouldKeepTheOldFileWhenNotDelivered(int size) throws IOException {
        Path target = Files.writeString(folder.resolve("out.csv"), "old");
        try (Spool spool = Spool.open(target)) {
            writeInPieces(spool, made(size));
        }
        assertEquals("old", Files.readString(target));
        assertEquals(List.of(target), files());
    }

    @Test
    void shouldReplaceTheOldFileWhenDelivered() throws IOException {
        Path target = Files.writeString(folder.resolve("out.csv"), "old and longer");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));
        deliver(target, "new");
        assertEquals("new", Files.readString(target));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
    }

    @Test
    void shouldBeReadableLikeAnyNewFileWhenDelivered() throws IOException {
        Path usual = Files.createFile(folder.resolve("usual"));
        Path target = folder.resolve("out.csv");
        deliver(target, "new");
        assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(target));
    }

    @Test
    void shouldWriteThroughALinkWhenTheTargetIsOne() throws IOException {
        Path real = Files.writeString(folder.resolve("real.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("real.csv"));
        deliver(link, "new");
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(real));
    }

    @Test
    void shouldWriteIntoADeviceWhenTheTargetIsOne() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(
                new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0,
                "no mkfifo: writing into a pipe is not tested");
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();
        deliver(pipe, "through the pipe");
        assertEquals("through the pipe", new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertTrue(Files.getAttribute(pipe, "isOther").equals(true), "the pipe is still one");
    }

    @Test
    void shouldRefuseBeforeAnyWorkWhenTheTargetCannotBe() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("empty"));
        assertRefused(directory, "a folder, expected a file to write to");
        assertTrue(Files.isDirectory(directory));
        assertRefused(folder.resolve("no/such.csv"), "no such folder, expected one to write to");
        Path file = Files.createFile(folder.resolve("file"));
        assertRefused(file.resolve("below.csv"), "no such folder, expected one to write to");
    }

    @Test
    void shouldSayWhereItCannotWriteWhenAFullDiskIsTheTarget() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no /dev/full: a full target is not tested");
        try (Spool spool = Spool.open(full)) {
            spool.write(1);
            IOException error = assertThrows(IOException.class, () -> spool.deliver(OutputStream.nullOutputStream()));
            assertEquals(
                    "/dev/full: not written (No space left on device), expected a place to write to",
                    error.getMessage());
        }
        assertTrue(Files.exists(full));
    }

    private void assertRefused(Path target, String why) {
        IOException error = assertThrows(IOException.class, () -> Spool.open(target));
        assertEquals(target + ": " + why, error.getMessage());
    }

    private static void deliver(Path target, String text) throws IOException {
        try (Spool spool = Spool.open(target)) {
            spool.write(text.getBytes(StandardCharsets.UTF_8));
            spool.deliver(OutputStream.nullOutputStream());
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static byte[] made(int size) {
        byte[] bytes = new byte[size];
        new SplittableRandom(SEED).nextBytes(bytes);
        return bytes;
    }

    private static void writeInPieces(OutputStream out, byte[] bytes) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        int at = 0;
        while (at < bytes.length) {
            int length = Math.min(bytes.length - at, random.nextInt(1, 100_000));
            if (length == 1) {
                out.write(bytes[at]);
            } else {
                out.write(bytes, at, length);
            }
            at += length;
        }
    }
}
