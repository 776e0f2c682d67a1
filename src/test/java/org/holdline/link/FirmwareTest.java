package org.holdline.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The C reference of the clip against the vectors the Java side passes too. */
class FirmwareTest {
    private static final Path SOURCES = Path.of(System.getProperty("holdline.home", "."), "firmware-protocol", "c")
            .toAbsolutePath();
    private static final long LONGEST_S = 300;

    @TempDir
    Path folder;

    @BeforeEach
    void shouldHaveACompiler() {
        need(
                isThere("make") && isThere("cc"),
                "make and a C compiler are not here: the C firmware was not tested (Debian: apt install gcc make)");
    }

    @Test
    void shouldPassEveryVectorWhenTheFirmwareIsBuilt() throws IOException, InterruptedException {
        List<String> said = make("test");
        for (String suite : List.of("crc", "cobs", "frames", "damaged", "noisy", "dialogues")) {
            assertTrue(
                    said.stream().anyMatch(line -> line.matches(suite + "\\.tsv +[1-9][0-9]* passed +0 failed")),
                    () -> suite + " in " + said);
        }
        assertTrue(
                said.stream().anyMatch(line -> line.matches("behaviour +[1-9][0-9]* passed +0 failed")),
                said::toString);
    }

    @Test
    void shouldStayWithinItsLimitsWhenBuiltForACortexM3() throws IOException, InterruptedException {
        need(
                isThere("arm-none-eabi-gcc"),
                "arm-none-eabi-gcc is not here: the firmware's size was not measured (Debian: apt install gcc-arm-none-eabi)");
        assertTrue(make("size").stream().anyMatch(line -> line.startsWith("memory ")));
    }

    private List<String> make(String target) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder("make", "-C", SOURCES.toString(), "OUT=" + folder.resolve("built"), target)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(LONGEST_S, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        List<String> said = Files.readAllLines(log);
        assertEquals(0, process.exitValue(), () -> String.join("\n", said));
        return said;
    }

    /** Said on the console too: the build shows that a test was skipped, not why. */
    private static void need(boolean there, String otherwise) {
        if (!there) {
            System.out.println("FirmwareTest: " + otherwise);
        }
        assumeTrue(there, otherwise);
    }

    private static boolean isThere(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
