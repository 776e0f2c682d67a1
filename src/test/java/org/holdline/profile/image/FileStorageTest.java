package org.holdline.profile.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStorageTest {
    @TempDir
    private Path folder;

    @Test
    void shouldBeErasedWhenTheFileIsNew() throws Exception {
        try (FileStorage storage = FileStorage.open(folder.resolve("slots"))) {
            assertEquals(
                    Slot.State.EMPTY,
                    new ProfileStore(storage, "HL000001").slot(1).state());
        }
        assertEquals(2 * ImageLayout.SLOT_BYTES, Files.size(folder.resolve("slots")));
    }

    @Test
    void shouldHoldWhatWasWrittenWhenOpenedAgain() throws Exception {
        byte[] unit = new byte[ImageLayout.PAGE_BYTES];
        Arrays.fill(unit, (byte) 7);
        try (FileStorage storage = FileStorage.open(folder.resolve("slots"))) {
            storage.write(ImageLayout.SLOT_BYTES, unit);
        }
        byte[] read = new byte[ImageLayout.PAGE_BYTES];
        try (FileStorage storage = FileStorage.open(folder.resolve("slots"))) {
            storage.read(ImageLayout.SLOT_BYTES, read);
            assertArrayEquals(unit, read);
            storage.read(0, read);
            assertEquals(-1, read[0]);
        }
    }

    @Test
    void shouldRefuseAndLeaveAloneWhenTheFileIsSomethingElse() throws Exception {
        Path other = Files.writeString(folder.resolve("letter"), "Dear");
        IOException refused = assertThrows(IOException.class, () -> FileStorage.open(other));
        assertTrue(refused.getMessage().contains("4 bytes, expected 2048"), refused.getMessage());
        assertEquals("Dear", Files.readString(other));
    }
}
