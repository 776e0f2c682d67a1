package org.holdline.profile.flash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.holdline.link.wire.Protocol;
import org.holdline.profile.form.FormException;
import org.holdline.profile.form.FormWriter;
import org.holdline.profile.image.ImageReader;
import org.holdline.toml.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups, locks, keys and manifests. */
class FilesTest {
    @TempDir
    private Path folder;

    private final Wanted wanted = Images.wanted(5);

    @Test
    void shouldKeepABackupOnceWhenItIsKeptAgain() throws Exception {
        Backups backups = new Backups(folder);
        byte[] image = wanted.image(7);
        Path kept = backups.keep(image, ImageReader.header(image));
        assertEquals(kept, backups.keep(image, ImageReader.header(image)));
        assertEquals(List.of(kept), backups.of("HL0001"));
        assertEquals(
                String.format("g000007-%08X.img", wanted.bodyCrc()),
                kept.getFileName().toString());
        assertTrue(Wanted.read(kept).isSameAs(image), "a backup is a profile file");
    }

    @Test
    void shouldNotWriteOverABackupWhenAnotherImageHasItsName() throws Exception {
        Backups backups = new Backups(folder);
        byte[] image = wanted.image(7);
        Path kept = backups.keep(image, ImageReader.header(image));
        Files.write(kept, new byte[] {1, 2, 3});
        Path second = backups.keep(image, ImageReader.header(image));
        assertNotEquals(kept, second);
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(kept));
        assertArrayEquals(image, Files.readAllBytes(second));
        try (var files = Files.list(backups.folder("HL0001"))) {
            assertEquals(2, files.count(), "nothing half-written stays");
        }
    }

    @Test
    void shouldRefuseTheLockWhenAnotherHoldsIt() throws Exception {
        Locks locks = new Locks(folder);
        Locks others = new Locks(folder);
        try (Locks.Held _ = locks.take("clip HL0001")) {
            assertTrue(Files.exists(folder.resolve("locks/clip-HL0001.lock")));
            for (Locks each : List.of(locks, others)) {
                FlashException e = assertThrows(FlashException.class, () -> each.take("clip HL0001"));
                assertEquals(Refusal.PORT_BUSY, e.refusal());
            }
            others.take("clip HL0002").close();
        }
        others.take("clip HL0001").close();
    }

    @Test
    void shouldReadAKeyWhenItIsBytesOrDigits() throws IOException {
        byte[] bytes = new byte[Protocol.CAL_KEY_BYTES];
        bytes[3] = 77;
        Path raw = key(bytes);
        Path digits = key((HexFormat.of().formatHex(bytes) + "\n").getBytes(StandardCharsets.US_ASCII));
        assertEquals(new ProfileKey(bytes), ProfileKey.read(raw));
        assertEquals(new ProfileKey(bytes), ProfileKey.read(digits));
        assertEquals("key", ProfileKey.read(raw).toString());
    }

    @Test
    void shouldRefuseAKeyWhenOthersMayReadItOrItIsNone() throws IOException {
        byte[] bytes = new byte[Protocol.CAL_KEY_BYTES];
        for (String open : List.of("rw-r-----", "rw----r--", "rw--w----")) {
            Path file = key(bytes);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(open));
            IOException e = assertThrows(IOException.class, () -> ProfileKey.read(file), open);
            assertTrue(String.valueOf(e.getMessage()).endsWith("chmod 600 " + file), e.getMessage());
        }
        byte[] secret = "not a key but a secret".getBytes(StandardCharsets.US_ASCII);
        Path file = key(secret);
        IOException e = assertThrows(IOException.class, () -> ProfileKey.read(file));
        assertFalse(String.valueOf(e.getMessage()).contains("secret"), e.getMessage());
    }

    private Path key(byte[] content) throws IOException {
        Path file = Files.createTempFile(folder, "k", ".key");
        Files.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    @Test
    void shouldReadAManifestWhenItNamesClipsAndFiles() throws Exception {
        Files.writeString(folder.resolve("one.toml"), FormWriter.write(Images.profile("HL0001", 1)));
        Files.write(
                folder.resolve("t w o.img"),
                Wanted.of(Images.profile("HL0002", 2)).image(9));
        Files.writeString(folder.resolve("m"), "# clips\n\nHL0001\tone.toml\nHL0002  t w o.img\n");
        Map<String, Wanted> read = Manifest.read(folder.resolve("m"));
        assertEquals(List.of("HL0001", "HL0002"), List.copyOf(read.keySet()));
    }

    @Test
    void shouldNameEveryPlaceWhenAManifestIsRefused() throws Exception {
        Files.writeString(folder.resolve("one.toml"), FormWriter.write(Images.profile("HL0001", 1)));
        Path file = folder.resolve("m");
        Files.writeString(file, "HL-1 one.toml\nHL0001 one.toml\n HL0001 one.toml\nHL0003 one.toml\nHL0004\n");
        FormException e = assertThrows(FormException.class, () -> Manifest.read(file));
        assertEquals(
                List.of(":1:1", ":3:2", ":4:8", ":5:7"),
                e.problems().stream()
                        .map(Problem::where)
                        .map(where -> where.substring(file.toString().length()))
                        .toList());
    }
}
