package org.holdline.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a recording when its process is killed without warning. */
class RecordingKillTest {
    private static final long SEED = 60_606;
    private static final int ROWS_PER_S = 1_000_000 / MadeSamples.PERIOD_US;

    @TempDir
    Path folder;

    @RepeatedTest(5)
    @Timeout(120)
    void shouldLoseNoMoreThanASecondWhenProcessIsKilled(RepetitionInfo repetition) throws Exception {
        long seed = SEED + repetition.getCurrentRepetition();
        Path file = folder.resolve("killed.csv");
        long announced = killAfter(new SplittableRandom(seed).nextLong(ROWS_PER_S, 20L * ROWS_PER_S), file, seed);
        long rows = readIdentical(file, seed);
        assertTrue(
                rows >= announced - ROWS_PER_S, "read " + rows + " rows of at least " + announced + ", seed " + seed);
    }

    /** Runs a writer, kills it once it has said that it has written so many rows, and answers the last number said. */
    private static long killAfter(long rows, Path file, long seed) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriterProcess.class.getName(),
                        file.toString(),
                        String.valueOf(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long announced = 0;
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = said.readLine();
            while (line != null) {
                announced = Long.parseLong(line);
                if (announced >= rows) {
                    process.destroyForcibly();
                    break;
                }
                line = said.readLine();
            }
        } finally {
            process.destroyForcibly();
        }
        assertEquals(128 + 9, process.waitFor(), "ended by the kill and not by itself");
        assertTrue(announced >= rows);
        return announced;
    }

    private static long readIdentical(Path file, long seed) throws IOException {
        try (RecordingReader reader = RecordingReader.open(file)) {
            Sample sample = new Sample();
            while (reader.next(sample)) {
                assertEquals(
                        MadeSamples.expected(seed, reader.rows() - 1, true),
                        MadeSamples.text(sample, true),
                        "seed " + seed);
            }
            return reader.rows();
        }
    }
}
