package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.holdline.link.emulated.ProfileMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmulatedMemoryTest {
    private static final String DIGITS = "00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF";

    @TempDir
    private Path folder;

    private Path key(String text, String permissions) throws Exception {
        Path file = Files.writeString(folder.resolve("key"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void shouldHoldTheKeyWhenItsFileIsForItsOwnerAlone() throws Exception {
        ProfileMemory memory = EmulatedMemory.open(folder.resolve("slots"), key(DIGITS + "\n", "rw-------"));
        byte[] held = memory.key().orElseThrow();
        assertEquals(32, held.length);
        assertEquals(0x11, held[1]);
        assertEquals(-1, held[31]);
    }

    @Test
    void shouldHoldNoKeyAndNeverTheSameChallengeWhenNoKeyIsGiven() throws Exception {
        ProfileMemory memory = EmulatedMemory.open(folder.resolve("slots"), null);
        assertTrue(memory.key().isEmpty());
        byte[] first = memory.challenge().get();
        assertEquals(16, first.length);
        assertFalse(Arrays.equals(first, memory.challenge().get()));
    }

    @ParameterizedTest
    @CsvSource({
        DIGITS + ", rw-r-----, 0600",
        DIGITS + ", rwx------, 0600",
        DIGITS + "0, rw-------, 64 hexadecimal digits",
        "abc, rw-------, 64 hexadecimal digits",
    })
    void shouldRefuseWithoutShowingTheKeyWhenItsFileIsNotFit(String text, String permissions, String said)
            throws Exception {
        Path key = key(text, permissions);
        Failure refused = assertThrows(Failure.class, () -> EmulatedMemory.open(folder.resolve("slots"), key));
        assertTrue(refused.text().contains(said), refused.text());
        assertFalse(refused.text().contains(text), refused.text());
        assertFalse(Files.exists(folder.resolve("slots")), "nothing is made");
    }

    @Test
    void shouldSayWhatIsMissingWhenAFileIsNotThere() {
        Failure refused = assertThrows(
                Failure.class, () -> EmulatedMemory.open(folder.resolve("slots"), folder.resolve("nothing")));
        assertTrue(refused.text().contains("nothing: there is no such file"), refused.text());
    }
}
