package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.holdline.report.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up under a recording, and the memory of a whole run. */
@Timeout(120)
class MachineLimitsTest {
    private static final long MAX_PEAK_KB = 128 * 1024;

    @TempDir
    Path folder;

    @Test
    void shouldGoOnWithoutTheRecordingWhenItsDiskIsFull() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Path kept = folder.resolve("kept.csv");
        // A file system of one megabyte that only this process sees, and that goes with it.
        String script = "mount -t tmpfs -o size=1m tmpfs '" + disk + "' || exit 77; \"$@\"; code=$?; cp '"
                + disk.resolve("run.csv") + "' '" + kept + "'; exit $code";
        Holdline.Ended ended;
        try (Holdline run = Holdline.startBy(
                folder, List.of("unshare", "-rm", "sh", "-c", script, "sh"), arguments(disk.resolve("run.csv")))) {
            ended = run.await();
        } catch (IOException e) {
            ended = new Holdline.Ended(77, "", e.toString(), 0);
        }
        if (ended.code() == 77 || ended.err().startsWith("unshare")) {
            System.out.println("NOT TESTED: no small file system can be mounted here: a full disk is not tested");
        }
        assumeTrue(ended.code() != 77 && !ended.err().startsWith("unshare"), ended.err());
        assertRunWentOn(ended, kept, "No space left on device");
    }

    @Test
    void shouldGoOnWithoutTheRecordingWhenItMayNotGrow() throws Exception {
        Path file = folder.resolve("run.csv");
        // In blocks of 512 bytes; what else is written stays far below it.
        try (Holdline run =
                Holdline.startBy(folder, List.of("sh", "-c", "ulimit -f 2048; exec \"$@\"", "sh"), arguments(file))) {
            assertRunWentOn(run.await(), file, "File too large");
        }
    }

    private static String[] arguments(Path recording) {
        return new String[] {"run", "--speed", "max", "--duration", "215", "--record", recording.toString()};
    }

    private static void assertRunWentOn(Holdline.Ended ended, Path recording, String why) throws IOException {
        // The run goes on, but what was asked for is not all there.
        assertEquals(1, ended.code(), ended.err());
        assertTrue(ended.out().contains("\nrecording stopped: " + why + "; the run goes on without it\n"), ended.out());
        assertTrue(ended.out().contains("CUE 1: "), "cueing goes on: " + ended.out());
        assertTrue(ended.out().contains("  signal     43000 samples"), ended.out());
        assertEquals("holdline: the recording is not whole: " + why + "\n", ended.err());

        // What had room is whole lines but perhaps the last.
        Map<String, Object> summary = JsonText.object(
                MadeRuns.replay(recording, ReplayRun.Emit.SUMMARY).strip());
        long samples = Long.parseLong((String) summary.get("samples"));
        assertTrue(samples > 5_000 && samples < 12_000, samples + " samples");
    }

    @Test
    void shouldFitItsMemoryWhenAWholeSessionRuns() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "no /proc: memory is not measured");
        try (Holdline run = Holdline.start(
                folder,
                "run",
                "--json",
                "--speed",
                "max",
                "--record",
                folder.resolve("run.csv").toString())) {
            long peakKb = run.awaitPeakKb();
            assertEquals(0, run.await().code());
            System.out.println("most memory of a recorded run of 15 minutes: " + peakKb / 1024 + " MB");
            assertTrue(peakKb > 0 && peakKb <= MAX_PEAK_KB, peakKb + " kB");
        }
    }
}
