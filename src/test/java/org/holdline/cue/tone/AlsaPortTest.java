package org.holdline.cue.tone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.holdline.cue.FakeClock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Through ALSA's library itself: its plug-in "file" on "null" keeps what is played. */
class AlsaPortTest {
    private static final int FRAMES_PER_MS = 48;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    private Path folder;

    private final FakeClock clock = new FakeClock();

    @BeforeAll
    static void needTheLibrary() {
        assumeTrue(Alsa.library() != null, "NOT TESTED: no libasound here (apt install alsa-utils)");
        assumeTrue(
                Files.exists(Path.of("/usr/share/alsa/alsa.conf")),
                "NOT TESTED: ALSA's configuration is not here (apt install alsa-utils)");
    }

    private Path file() {
        return folder.resolve("played.raw");
    }

    private AlsaPort port() {
        return new AlsaPort("file:FILE=" + file() + ",FORMAT=raw", folder);
    }

    private void run(Speaker speaker, long ms) {
        long endNs = clock.nowNs + ms * 1_000_000;
        long dueNs = speaker.step();
        while (dueNs <= endNs) {
            clock.nowNs = Math.max(dueNs, clock.nowNs);
            dueNs = speaker.step();
        }
        clock.nowNs = endNs;
    }

    private Heard heard() throws IOException {
        return Heard.of(Files.readAllBytes(file()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldWriteEveryToneWhenItPlaysThroughTheLibrary(boolean awake) throws Exception {
        AlsaPort port = port();
        Speaker speaker = new Speaker(port, new ToneParams(880, -20, awake), clock);
        run(speaker, 200);
        assertEquals(SpeakerState.READY, speaker.state(), speaker::trouble);
        assertTrue(speaker.bufferUs() > 0 && speaker.bufferUs() <= 50_000, () -> "buffer " + speaker.bufferUs());
        for (int ms = 100; ms <= 900; ms += 200) {
            speaker.pulse(0, ms);
            run(speaker, 2000);
        }
        speaker.pulse(0, 1000);
        run(speaker, 300);
        speaker.off();
        run(speaker, 2000);
        port.close();
        Heard heard = heard();
        assertEquals(6, heard.tones().size());
        int bufferFrames = (int) (speaker.bufferUs() * FRAMES_PER_MS / 1000);
        for (int i = 0; i < 5; i++) {
            Heard.Stretch tone = heard.tones().get(i);
            assertEquals((100 + 200 * i) * FRAMES_PER_MS, tone.frames(), bufferFrames);
            assertEquals(880, heard.frequencyHz(tone), 8.8);
        }
        assertTrue(heard.tones().getLast().frames() <= 300 * FRAMES_PER_MS + bufferFrames, "it sounded on after off");
        assertEquals(3277, heard.peak(), 33);
        assertTrue(heard.largestStep() <= Heard.sineStep(heard.peak(), 880), "it clicked");
    }

    @Test
    void shouldAnswerMissingAndNameTheOutputsWhenThereIsNoneOfThatName() {
        AlsaPort port = new AlsaPort("holdline_nowhere", folder);
        int answer = port.open(480);
        assertEquals(SpeakerState.MISSING, SpeakerState.refused(answer), () -> "answer " + answer);
        assertTrue(port.reason(answer).contains("No such file"), port.reason(answer));
        assertTrue(!port.outputs().isEmpty());
        port.close();
    }

    @Test
    void shouldAnswerDeniedWhenACardMayNotBeOpened() throws Exception {
        assumeTrue(!"root".equals(System.getProperty("user.name")), "NOT TESTED: root may open everything");
        Path control = Files.createFile(folder.resolve("controlC0"));
        assertTrue(control.toFile().setReadable(false));
        assertEquals(SpeakerState.DENIED, SpeakerState.refused(new AlsaPort("holdline_nowhere", folder).open(480)));
    }

    @Test
    void shouldAnswerLikeAnyOtherWhenOpenedAgain() throws Exception {
        AlsaPort port = port();
        for (int i = 0; i < 20; i++) {
            assertEquals(0, port.open(480));
            assertEquals(480, port.write(new short[480], 0, 480));
            assertEquals(0, port.reset());
            port.close();
            port.close();
        }
    }
}
