package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.report.JsonText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a run ends when it is told to, when nobody reads it, and when it is killed. */
@Timeout(120)
class SignalsTest {
    /** The contract's second, and what a busy build machine may take for itself. */
    private static final long END_MS = 1000 + 1500;

    private static final String BANNER = "Holdline ";

    @TempDir
    Path folder;

    @BeforeEach
    void needProc() {
        assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "no /proc: signals are not tested");
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void shouldEndWithItsSummaryWhenSignalled(String signal, int code) throws Exception {
        Path file = folder.resolve("run.csv");
        try (Holdline run = Holdline.start(folder, "run", "--json", "--speed", "20", "--record", file.toString())) {
            run.awaitOut("\"type\":\"link\"");
            Holdline.Ended ended = run.end(signal);

            assertEquals(code, ended.code());
            assertTrue(ended.afterMs() < END_MS, ended.afterMs() + " ms");
            List<Map<String, Object>> records = JsonText.objects(ended.out());
            assertTrue(ended.out().endsWith("}\n"));
            Map<String, Object> summary = records.getLast();
            assertEquals("summary", summary.get("type"));
            assertTrue(ended.err().startsWith(BANNER));
            assertEquals(1, ended.err().lines().count(), ended.err());

            // The recording is whole to the last sample that the road took.
            assertTrue(Files.readString(file).endsWith("\n"));
            Map<String, Object> again = JsonText.object(
                    MadeRuns.replay(file, ReplayRun.Emit.SUMMARY).strip());
            assertEquals(summary, again);
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void shouldEndWithItsSummaryInWordsWhenSignalledInRealTime(String signal, int code) throws Exception {
        try (Holdline run = Holdline.start(folder, "run", "--speed", "1")) {
            run.awaitOut("Not watching");
            Holdline.Ended ended = run.end(signal);
            assertEquals(code, ended.code());
            assertTrue(ended.afterMs() < END_MS, ended.afterMs() + " ms");
            assertEquals(
                    "  No step of this run could be judged.",
                    ended.out().lines().toList().getLast());
            assertEquals("", ended.err());
        }
    }

    @Test
    void shouldHaltAtOnceWhenInterruptedTwiceWhileNobodyReads() throws Exception {
        long onceMs = stuckRunEndsAfterMs(1);
        long twiceMs = stuckRunEndsAfterMs(2);
        System.out.println("Ctrl-C with a full pipe: once " + onceMs + " ms, twice " + twiceMs + " ms");
        assertTrue(onceMs < END_MS, onceMs + " ms");
        assertTrue(twiceMs < onceMs, "twice " + twiceMs + " ms, once " + onceMs + " ms");
    }

    private long stuckRunEndsAfterMs(int interrupts) throws Exception {
        try (Holdline run = Holdline.startPiped(folder, "run", "--json", "--speed", "max")) {
            // Nobody reads: the pipe is full after 64 KiB, and a source that can wait does.
            awaitStuck(run);
            long before = System.nanoTime();
            run.signal("INT");
            for (int i = 1; i < interrupts; i++) {
                Thread.sleep(60);
                run.signal("INT");
            }
            Holdline.Ended ended = run.await();
            assertEquals(130, ended.code());
            return (System.nanoTime() - before) / 1_000_000;
        }
    }

    /** Waits until the pipe holds something and has not grown for a while: at full speed it is then full. */
    private static void awaitStuck(Holdline run) throws IOException, InterruptedException {
        int last = 0;
        for (int calm = 0; calm < 8; ) {
            Thread.sleep(100);
            int now = run.pipe().available();
            calm = now > 0 && now == last ? calm + 1 : 0;
            last = now;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--json", "--set=run.json=false"})
    void shouldEndQuietlyWhenItsReaderLeaves(String form) throws Exception {
        try (Holdline run = Holdline.startPiped(folder, "run", form, "--speed", "max")) {
            try (BufferedReader in = new BufferedReader(new InputStreamReader(run.pipe(), StandardCharsets.UTF_8))) {
                in.readLine();
                in.readLine();
            }
            Holdline.Ended ended = run.await();
            assertEquals(0, ended.code());
            assertTrue(ended.err().isEmpty() || ended.err().startsWith(BANNER), ended.err());
            assertTrue(ended.err().lines().count() <= 1, ended.err());
        }
    }

    @Test
    void shouldCloseTheRecordingWhenItsReaderLeaves() throws Exception {
        Path file = folder.resolve("run.csv");
        try (Holdline run =
                Holdline.startPiped(folder, "run", "--json", "--speed", "max", "--record", file.toString())) {
            run.pipe().read();
            run.pipe().close();
            assertEquals(0, run.await().code());
        }
        assertTrue(Files.readString(file).endsWith("\n"));
        assertTrue(MadeRuns.replay(file, ReplayRun.Emit.SUMMARY).contains("\"dropped_partial_lines\":0"));
    }

    @Test
    void shouldEndQuietlyWhenTheReaderOfAReplayLeaves() throws Exception {
        Path file = shortRecording(60);
        try (Holdline replay = Holdline.startPiped(folder, "replay", file.toString(), "--emit", "attitude")) {
            replay.pipe().close();
            Holdline.Ended ended = replay.await();
            assertEquals(0, ended.code());
            assertEquals("", ended.err());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "replay"})
    void shouldSayThatStandardOutputIsFullWhenItsDiskIs(String command) throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no /dev/full: a full disk under standard output is not tested");
        String[] arguments = command.equals("run")
                ? new String[] {"run", "--speed", "max", "--duration", "30"}
                : new String[] {"replay", shortRecording(10).toString()};
        try (Holdline holdline = Holdline.startInto(folder, full, arguments)) {
            Holdline.Ended ended = holdline.await();
            assertEquals(1, ended.code(), "what was asked for has not been written");
            assertEquals("holdline: standard output: No space left on device\n", ended.err());
        }
    }

    @Test
    void shouldLeaveNoPieceBehindWhenAReplayIsTerminated() throws Exception {
        Path file = shortRecording(240);
        Path target = folder.resolve("into").resolve("attitude.csv");
        Files.createDirectory(target.getParent());
        // A pipe that is never closed holds the replay in the middle of its work, after its first two megabytes.
        Path fifo = folder.resolve("fifo");
        assumeTrue(
                new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor() == 0,
                "no mkfifo: a terminated replay is not tested");
        try (Holdline replay = Holdline.start(
                        folder, "replay", fifo.toString(), "--emit", "attitude", "--out", target.toString());
                var feed = Files.newOutputStream(fifo)) {
            Files.copy(file, feed);
            feed.flush();
            while (list(target.getParent()).isEmpty()) {
                assertTrue(replay.isAlive());
                Thread.sleep(20);
            }
            Holdline.Ended ended = replay.end("TERM");
            assertEquals(143, ended.code());
            assertEquals("", ended.out());
        }
        assertEquals(List.of(), list(target.getParent()));
    }

    @Test
    void shouldLoseAboutASecondWhenKilled() throws Exception {
        Path file = folder.resolve("run.csv");
        try (Holdline run = Holdline.start(folder, "run", "--json", "--speed", "1", "--record", file.toString())) {
            for (int s = 1; s <= 3; s++) {
                run.awaitOut("\"t_us\":" + s + "000000,\"samples\"");
            }
            run.end("KILL");
        }
        String out = MadeRuns.replay(file, ReplayRun.Emit.ATTITUDE);
        long lastUs = Long.parseLong(out.lines().toList().getLast().split(",", -1)[0]);
        // The road was at 3 s or later; a second may be lost, and a stalled disk gets another half.
        assertTrue(lastUs >= 1_500_000, "whole up to " + lastUs + " us");
    }

    @Test
    void shouldDropTheLastLineWithAWarningWhenItWasCut() throws Exception {
        Path file = shortRecording(10);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 20));
        Holdline.Ended ended = Holdline.run(folder, "replay", file.toString());
        assertEquals(0, ended.code());
        assertTrue(ended.out().contains("\"dropped_partial_lines\":1"), ended.out());
        assertTrue(
                ended.err().startsWith("holdline: warning: " + file + ":")
                        && ended.err().contains("last line dropped, expected a line feed at its end"),
                ended.err());
    }

    private Path shortRecording(int seconds) throws IOException {
        Path file = folder.resolve("made-" + seconds + ".csv");
        MadeRuns.live(new VirtualClip(VirtualOptions.defaults().withDurationS(seconds)), file);
        return file;
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> found = files.toList();
            assertFalse(found.size() > 1, found::toString);
            return found;
        }
    }
}
