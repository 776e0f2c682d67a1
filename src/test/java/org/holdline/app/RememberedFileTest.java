package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.holdline.guide.Memory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RememberedFileTest {
    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    private RememberedFile file() {
        return new RememberedFile(folder.resolve("state"), told::add);
    }

    @Test
    void shouldComeBackWhenItWasKept() throws Exception {
        assertEquals(Memory.fresh(), file().recall());
        Memory memory = new Memory(true, 3, 4, 11_000, 300, false);
        file().keep(new Memory(true, 2, 0, 0, 0, true));
        file().keep(memory);
        assertEquals(memory, file().recall());
        assertEquals(List.of(), told);
        Path kept = folder.resolve("state").resolve(RememberedFile.NAME);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
        try (Stream<Path> files = Files.list(kept.getParent())) {
            assertEquals(List.of(kept), files.toList(), "nothing else is left behind");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "version = 2\n",
                "\u0000\u0001",
                "version = 1\nnoted = true\n",
                "version = 1\nnoted = 1\nruns = 1\nplan = 1\nusual_speed_m_per_h = 0\nfelt_ms = 0\nunfelt = false\n",
                "version = 1\nnoted = true\nruns = 1\nplan = 99\nusual_speed_m_per_h = 0\nfelt_ms = 0\nunfelt = false\n",
                "version = 1\nnoted = true\nruns = 99999999999\nplan = 1\nusual_speed_m_per_h = 0\nfelt_ms = 0\nunfelt = false\n",
                "version = 1\nversion = 1\n",
                "[["
            })
    void shouldBeToldAndStartedAfreshWhenItCannotBeUsed(String text) throws Exception {
        Files.createDirectories(folder.resolve("state"));
        Files.writeString(folder.resolve("state").resolve(RememberedFile.NAME), text);
        assertEquals(Memory.fresh(), file().recall());
        assertEquals(1, told.size(), told.toString());
        assertTrue(told.getFirst().endsWith("started afresh"), told.getFirst());
    }

    @Test
    void shouldBeToldAndGoOnWhenItCannotBeWritten() throws Exception {
        Files.writeString(folder.resolve("state"), "a file where a folder is needed");
        file().keep(Memory.fresh());
        assertEquals(1, told.size());
        assertTrue(told.getFirst().contains("this choice holds for this run only"), told.getFirst());
    }
}
