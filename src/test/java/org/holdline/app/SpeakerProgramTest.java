package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdline.cue.tone.Heard;
import org.holdline.report.JsonText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process; what ALSA would play goes into a file, by a configuration of its own. */
@Timeout(120)
class SpeakerProgramTest {
    private static final int FRAMES_PER_MS = 48;
    private static final int BUFFER_FRAMES = 40 * FRAMES_PER_MS;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    private Path folder;

    @BeforeEach
    void writeConfiguration() throws Exception {
        Files.writeString(folder.resolve("asound.conf"), """
                pcm.!default { type plug slave.pcm "tofile" }
                pcm.tofile { type file slave.pcm "nothing" file "%s" format "raw" }
                pcm.nothing { type null }
                ctl.!default { type null }
                """.formatted(played()));
    }

    private Path played() {
        return folder.resolve("played.raw");
    }

    private Heard heard() throws IOException {
        return Heard.of(Files.readAllBytes(played()));
    }

    private Holdline.Ended run(String... arguments) throws Exception {
        List<String> alsa = List.of("env", "ALSA_CONFIG_PATH=" + folder.resolve("asound.conf"));
        try (Holdline holdline = Holdline.startBy(folder, alsa, arguments)) {
            Holdline.Ended ended = holdline.await();
            assumeFalse(
                    ended.err().contains("libasound is not installed")
                            || ended.out().contains("libasound is not installed"),
                    "NOT TESTED: no libasound here (apt install alsa-utils)");
            return ended;
        }
    }

    private static List<Map<String, Object>> speakerLines(String out) throws IOException {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Map<String, Object> line : JsonText.objects(out)) {
            if ("speaker".equals(line.get("part"))) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static long cues(String out) throws IOException {
        return JsonText.objects(out).stream()
                .filter(line -> "cue".equals(line.get("type")))
                .count();
    }

    private static List<Object> states(String out) throws IOException {
        return speakerLines(out).stream().map(line -> line.get("state")).toList();
    }

    @Test
    void shouldPlayWhatWasAskedForWhenTried() throws Exception {
        Holdline.Ended ended = run(
                "cue",
                "test",
                "--output",
                "speaker",
                "--times",
                "3",
                "--pulse-ms",
                "250",
                "--set=tone.frequency_hz=500");
        assertEquals(0, ended.code(), ended.err());
        assertTrue(ended.out().contains("3 of 3 tones of 250 ms given; ready"), ended.out());
        Heard heard = heard();
        assertEquals(3, heard.tones().size());
        for (Heard.Stretch tone : heard.tones()) {
            assertEquals(250 * FRAMES_PER_MS, tone.frames(), BUFFER_FRAMES);
            assertEquals(500, heard.frequencyHz(tone), 5);
        }
        assertTrue(heard.largestStep() <= Heard.sineStep(heard.peak(), 500), "it clicked");
    }

    @Test
    void shouldSoundInARunAndEndWithoutAClick() throws Exception {
        Holdline.Ended ended = run("run", "--json", "--speed", "max", "--set=cue.channels=motor+speaker");
        assertEquals(0, ended.code(), ended.err());
        Map<String, Object> last = speakerLines(ended.out()).getLast();
        assertEquals("ready", last.get("state"));
        long tones = Long.parseLong(last.get("tones").toString());
        long failed = Long.parseLong(last.get("failed_tones").toString());
        // At this speed cues overtake one another on their way.
        assertTrue(tones >= 1 && tones + failed <= cues(ended.out()), () -> last.toString());
        Heard heard = heard();
        assertFalse(heard.tones().isEmpty());
        // The end of the run, or the next cue, may leave few periods to count.
        assertEquals(880, heard.frequencyHz(heard.tones().getFirst()), 17.6);
        assertTrue(heard.largestStep() <= Heard.sineStep(heard.peak(), 880), "it clicked");
    }

    @Test
    void shouldGoOnAndSaySoOnceWhenTheOutputIsNotThere() throws Exception {
        String[] arguments = {"run", "--json", "--speed", "max", "--set=cue.channels=motor+speaker"};
        Holdline.Ended with = run(arguments);
        Holdline.Ended without = run(
                "run",
                "--json",
                "--speed",
                "max",
                "--set=cue.channels=motor+speaker",
                "--set=tone.device=holdline_nowhere");
        assertEquals(0, without.code(), without.err());
        assertEquals(
                List.of("opening", "missing", "missing"),
                states(without.out()),
                "at the start, the one change, and at the end");
        assertTrue(
                speakerLines(without.out()).getLast().get("text").toString().contains("outputs here:"), without.out());
        assertEquals(cues(with.out()), cues(without.out()));
        assertFalse(without.err().contains("ALSA"), without.err());
    }

    @Test
    void shouldOpenNothingWhenTheChannelIsNotAskedFor() throws Exception {
        Holdline.Ended ended = run("run", "--json", "--speed", "max", "--duration", "60");
        assertEquals(0, ended.code(), ended.err());
        assertEquals(List.of(), speakerLines(ended.out()));
        assertFalse(Files.exists(played()));
    }

    @Test
    void shouldEndWithAReasonWhenTheOutputThatIsTriedIsNotThere() throws Exception {
        Holdline.Ended ended = run("cue", "test", "--output", "speaker", "--set=tone.device=holdline_nowhere");
        assertEquals(3, ended.code());
        assertTrue(ended.err().contains("audio output holdline_nowhere: not there (No such file"), ended.err());
        assertEquals(1, ended.err().lines().count(), ended.err());
    }

    @Test
    void shouldAccountForEveryToneWhenMeasured() throws Exception {
        Holdline.Ended ended = run("bench", "tone", "--count", "5", "--json");
        assertEquals(0, ended.code(), ended.err());
        Map<String, Object> object = JsonText.objects(ended.out()).getFirst();
        assertEquals("holdline-bench/1", object.get("schema"));
        assertEquals("5", object.get("tones").toString());
        assertEquals(5, heard().tones().size());
    }
}
