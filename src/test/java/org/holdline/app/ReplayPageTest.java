package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.page.EventStream;
import org.holdline.page.Http;
import org.holdline.report.JsonText;
import org.holdline.sample.Act;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code holdline replay FILE --page} over HTTP: what browsers hear of a recording, and that it stays one. */
@Timeout(180)
class ReplayPageTest {
    private static final VirtualOptions OPTIONS = VirtualOptions.defaults().withDurationS(300);
    private static final String HOSTILE = "</p><img src=x onerror=\"alert(1)\">";
    private static final Pattern LINK = Pattern.compile("http://localhost:(\\d+)/");
    private static final Pattern CUE = Pattern.compile("  CUE \\d+:");

    @TempDir
    Path folder;

    /** Muted for 20 s before the first cue, once marked. */
    private Path recorded() throws IOException {
        VirtualClip clip = new VirtualClip(OPTIONS);
        int rate = (int) clip.info().rateHz();
        MadeRuns.AskingClip asking = new MadeRuns.AskingClip(clip)
                .at(150L * rate, inbox -> inbox.act(Act.MUTE))
                .at(160L * rate, inbox -> inbox.act(Act.MARK))
                .at(170L * rate, inbox -> inbox.act(Act.UNMUTE));
        Path file = folder.resolve("run.csv");
        MadeRuns.live(asking, clip, file, Double.POSITIVE_INFINITY);
        String text = Files.readString(file);
        String hostile = text.replaceFirst("(?m)^# source: .*$", "# source: " + HOSTILE);
        assertNotEquals(text, hostile);
        return Files.writeString(file, hostile);
    }

    private static InetSocketAddress at(Holdline holdline) throws Exception {
        holdline.awaitOut("http://localhost:");
        Matcher link = LINK.matcher(holdline.outSoFar());
        assertTrue(link.find(), holdline.outSoFar());
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), Integer.parseInt(link.group(1)));
    }

    private static Map<String, Object> await(EventStream stream, String words) throws IOException {
        EventStream.Heard heard = stream.next();
        while (heard != null && !heard.data().contains(words)) {
            heard = stream.next();
        }
        assertNotNull(heard, words);
        return JsonText.object(heard.data());
    }

    private static void press(InetSocketAddress at, String act) throws IOException {
        String origin = "Origin: http://localhost:" + at.getPort();
        assertEquals(204, Http.ask(at, "POST /act/" + act, origin).status(), act);
    }

    @Test
    void shouldTellABrowserWhatWasRecordedAndStayWhenItHasEnded() throws Exception {
        Path file = recorded();
        Map<String, Object> summary =
                JsonText.object(MadeRuns.replay(file, ReplayRun.Emit.SUMMARY).strip());
        try (Holdline replay =
                Holdline.start(folder, "replay", file.toString(), "--page", "127.0.0.1:0", "--speed", "30")) {
            InetSocketAddress at = at(replay);
            int cues = 0;
            boolean muted = false;
            Map<String, Object> last = Map.of();
            try (EventStream stream = new EventStream(at)) {
                press(at, "pause");
                Map<String, Object> paused = await(stream, "\"paused\":true");
                assertTrue(
                        Long.parseLong((String) paused.get("elapsed_s")) < 150, "too late to see all of it: " + paused);
                press(at, "mute");
                press(at, "mark");
                press(at, "resume");
                for (EventStream.Heard heard = stream.next();
                        !"after".equals(last.get("stage"));
                        heard = stream.next()) {
                    assertNotNull(heard, "the page went before its end");
                    Map<String, Object> message = JsonText.object(heard.data());
                    if (heard.event().equals("cue")) {
                        cues++;
                        continue;
                    }
                    last = message;
                    muted |= Boolean.TRUE.equals(last.get("muted"));
                    assertEquals(true, last.get("replayed"), heard.data());
                    assertEquals(true, last.get("simulated"), heard.data());
                    assertEquals(HOSTILE, last.get("source"), heard.data());
                    assertEquals(List.of("shape", "tone"), last.get("channels"), heard.data());
                }
                while (last.get("summary") == null) {
                    last = JsonText.object(stream.next().data());
                }
            }
            assertTrue(cues > 0, "a recording without cues shows nothing here");
            assertEquals(summary.get("cues"), Integer.toString(cues));
            assertTrue(muted, "the recorded mute");
            assertEquals("1", last.get("marks"), "the recorded mark, and none of the page");
            Map<?, ?> closing = (Map<?, ?>) last.get("summary");
            for (String key : List.of("cues", "judged_steps", "over_steps", "pattern")) {
                assertEquals(summary.get(key), closing.get(key), key);
            }
            replay.awaitErr("the page stays until Ctrl-C");
            Http.Answer now = Http.ask(at, "GET /now");
            assertEquals(200, now.status());
            assertTrue(now.body().contains("\"stage\":\"after\""), now.body());
            assertTrue(Http.ask(at, "GET /trace").body().contains("\"replayed\":true"));
            assertTrue(replay.isAlive());
            Holdline.Ended ended = replay.end("TERM");
            assertEquals(143, ended.code(), ended.err());
            assertEquals(cues, CUE.matcher(ended.out()).results().count(), ended.out());
        }
        assertFalse(Files.exists(folder.resolve("state")), "a recording that is watched is kept nowhere");
    }

    @Test
    void shouldEndItWithoutWaitingAndShowWhatThereWasWhenEndIsPressed() throws Exception {
        Path file = recorded();
        try (Holdline replay = Holdline.start(folder, "replay", file.toString(), "--page", "127.0.0.1:0", "--exit");
                EventStream stream = new EventStream(at(replay))) {
            InetSocketAddress at = at(replay);
            press(at, "pause");
            await(stream, "\"paused\":true");
            press(at, "end");
            Map<String, Object> last = await(stream, "\"summary\":");
            assertEquals("after", last.get("stage"));
            assertEquals(false, last.get("paused"));
            Holdline.Ended ended = replay.await();
            assertEquals(0, ended.code(), ended.err());
        }
    }

    @Test
    void shouldGoByTheSettingsOfTheRecordingAsReplayDoesWhenItHasSome() throws Exception {
        Path file = recorded();
        Path other =
                Files.writeString(folder.resolve("other.csv"), "# set: fading.given_pct=0\n" + Files.readString(file));
        long given = cuesOnATerminal(file);
        long faded = cuesOnATerminal(other);
        assertEquals(rows(file), given);
        assertEquals(rows(other), faded);
        assertTrue(faded < given, faded + " and " + given);
        assertEquals(given, cuesOnATerminal(other, "--set", "fading.given_pct=100"), "a flag beats the recording");
    }

    private long cuesOnATerminal(Path file, String... more) throws Exception {
        String[] arguments = {"replay", file.toString(), "--page", "127.0.0.1:0", "--speed", "max", "--exit"};
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        Holdline.Ended ended = Holdline.run(folder, all);
        assertEquals(0, ended.code(), ended.err());
        assertFalse(ended.err().contains("stays"), ended.err());
        return CUE.matcher(ended.out()).results().count();
    }

    private long rows(Path file) throws Exception {
        Holdline.Ended ended = Holdline.run(folder, "replay", file.toString(), "--emit", "cues");
        assertEquals(0, ended.code(), ended.err());
        return ended.out().lines().count() - 1;
    }

    @Test
    void shouldSayTheLineAndEndWhenTheRecordingIsBadHalfway() throws Exception {
        Path file = folder.resolve("in.csv");
        ReplayErrorsTest.Bad.LATE_FAULT.write(file);
        Holdline.Ended ended =
                Holdline.run(folder, "replay", file.toString(), "--page", "127.0.0.1:0", "--speed", "max");
        assertEquals(1, ended.code());
        assertTrue(ended.err().endsWith(file + ":20004: cells: 5, expected 6 as in the header\n"), ended.err());
    }

    @Test
    void shouldHandOutALinkWithATokenWhenPhonesMayCome() throws Exception {
        Path file = recorded();
        try (Holdline replay = Holdline.start(folder, "replay", file.toString(), "--phone", "--page", "127.0.0.1:0")) {
            replay.awaitOut("not encrypted");
            Matcher link = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/#[A-Za-z0-9_-]{22}")
                    .matcher(replay.outSoFar());
            assertTrue(link.find(), replay.outSoFar());
            InetSocketAddress at =
                    new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), Integer.parseInt(link.group(1)));
            assertEquals(401, Http.ask(at, "GET /now").status());
            Holdline.Ended ended = replay.end("INT");
            assertEquals(130, ended.code());
            assertFalse(ended.err().contains("stays"), ended.err());
        }
    }
}
