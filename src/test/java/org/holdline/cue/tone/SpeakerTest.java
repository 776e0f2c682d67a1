package org.holdline.cue.tone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.holdline.cue.FakeClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stepped by hand: no thread, no waiting. */
class SpeakerTest {
    private static final int FRAMES_PER_MS = 48;

    private final FakeClock clock = new FakeClock();
    private final FakeOutput output = new FakeOutput(clock);
    private Speaker speaker = speaker(true);

    private Speaker speaker(boolean awake) {
        return new Speaker(output, new ToneParams(880, -20, awake), clock);
    }

    /** Calls the speaker whenever it wants to be called, as its thread does. */
    private void runMs(long ms) {
        long endNs = clock.nowNs + ms * 1_000_000;
        long dueNs = speaker.step();
        while (dueNs <= endNs) {
            clock.nowNs = Math.max(dueNs, clock.nowNs);
            dueNs = speaker.step();
        }
        clock.nowNs = endNs;
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, false", "true, true", "false, true"})
    void shouldPlayOneToneOfThePulsesLengthWhenCued(boolean awake, boolean swallows) {
        speaker = speaker(awake);
        output.swallows = swallows;
        runMs(500);
        speaker.pulse(0, 400);
        runMs(1500);
        Heard heard = output.heard();
        assertEquals(1, heard.tones().size());
        Heard.Stretch tone = heard.tones().getFirst();
        assertEquals(400 * FRAMES_PER_MS, tone.frames(), 5 * FRAMES_PER_MS);
        assertEquals(880, heard.frequencyHz(tone), 8.8);
        assertTrue(heard.largestStep() <= Heard.sineStep(heard.peak(), 880));
        assertEquals(1, speaker.played());
        assertEquals(0, speaker.underruns());
    }

    @ParameterizedTest
    @CsvSource({"20, 100", "0, 100", "-7, 100", "1000, 1000", "99999, 1000"})
    void shouldKeepToItsBoundsWhenThePulseIsShortOrLong(int pulseMs, int toneMs) {
        runMs(100);
        speaker.pulse(0, pulseMs);
        runMs(2500);
        assertEquals(toneMs * FRAMES_PER_MS, output.heard().tones().getFirst().frames(), 5 * FRAMES_PER_MS);
    }

    @ParameterizedTest
    @CsvSource({"480, 1920", "1024, 4096", "2048, 8192", "240, 960", "120, 480"})
    void shouldBeHeardSoonWhenTheOutputsBufferIsOfAnySize(int period, int buffer) {
        output.period = period;
        output.buffer = buffer;
        runMs(500);
        int before = output.played();
        speaker.pulse(0, 400);
        runMs(1500);
        int waited = output.heard().tones().getFirst().from() - before;
        int most = Math.max(50 * FRAMES_PER_MS, 2 * period) + 10 * FRAMES_PER_MS;
        assertTrue(waited <= most, () -> waited + " samples after the cue");
        assertEquals(0, speaker.underruns());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldBeSilentWithinABufferWhenCalledOff(boolean awake) {
        speaker = speaker(awake);
        runMs(500);
        speaker.pulse(0, 1000);
        runMs(300);
        int at = output.played();
        speaker.off();
        runMs(1000);
        Heard heard = output.heard();
        int end = heard.tones().getLast().to();
        assertTrue(end > at, "it was not sounding");
        assertTrue(end - at <= output.buffer, () -> end - at + " samples sounded on");
        assertTrue(heard.largestStep() <= Heard.sineStep(heard.peak(), 880), "it clicked");
    }

    @Test
    void shouldStaySilentWhenCalledOffBeforeItBegan() {
        runMs(100);
        speaker.pulse(0, 400);
        speaker.off();
        runMs(1000);
        assertEquals(0, output.heard().peak());
        speaker.pulse(0, 400);
        runMs(1000);
        assertEquals(1, output.heard().tones().size());
    }

    @Test
    void shouldSoundOneToneAtATimeWhenCuesComeCloserThanTheyLast() {
        long seed = 20;
        Random random = new Random(seed);
        runMs(100);
        for (int i = 0; i < 60; i++) {
            speaker.pulse(0, random.nextInt(100, 1000));
            if (random.nextInt(5) == 0) {
                speaker.off();
            }
            runMs(random.nextInt(700));
        }
        runMs(2000);
        Heard heard = output.heard();
        assertTrue(heard.peak() <= 3277, () -> "peak " + heard.peak() + ", seed " + seed);
        assertTrue(heard.largestStep() <= Heard.sineStep(heard.peak(), 880), "it clicked, seed " + seed);
        assertTrue(heard.tones().size() > 10, "tones " + heard.tones().size() + ", seed " + seed);
    }

    @Test
    void shouldEndAtASecondWhenCuesGoOn() {
        runMs(100);
        for (int i = 0; i < 9; i++) {
            speaker.pulse(0, 400);
            runMs(100);
        }
        runMs(1000);
        assertEquals(1, output.heard().tones().size());
        assertEquals(1000 * FRAMES_PER_MS, output.heard().tones().getFirst().frames(), 5 * FRAMES_PER_MS);
        assertEquals(9, speaker.played());
    }

    @Test
    void shouldDropACueThatIsFoundTooLate() {
        runMs(100);
        speaker.pulse(0, 400);
        clock.passMs(301);
        runMs(1000);
        assertEquals(0, output.heard().peak());
        assertEquals(1, speaker.failed());
        assertEquals(0, speaker.played());
    }

    @Test
    void shouldStopTheOutputBetweenTonesWhenItNeedNotBeAwake() {
        speaker = speaker(false);
        runMs(5000);
        assertEquals(0, output.heard().count());
        speaker.pulse(0, 400);
        runMs(5000);
        int written = output.heard().count();
        assertTrue(written < 500 * FRAMES_PER_MS, () -> written + " samples");
        assertEquals(0, speaker.underruns());
        speaker.pulse(0, 400);
        runMs(5000);
        assertEquals(2, output.heard().tones().size());
    }

    @Test
    void shouldOpenNothingWhenItWasOnlyMade() {
        speaker.pulse(0, 400);
        speaker.off();
        assertEquals(0, output.opened);
        assertEquals(SpeakerState.OPENING, speaker.state());
    }

    @ParameterizedTest
    @CsvSource({
        "2, MISSING",
        "19, MISSING",
        "6, MISSING",
        "16, BUSY",
        "11, BUSY",
        "13, DENIED",
        "1, DENIED",
        "38, NO_LIBRARY",
        "22, UNFIT",
        "5, UNFIT"
    })
    void shouldSayItOnceAndTryAgainWhenItCannotBeOpened(int errno, SpeakerState expected) {
        for (int i = 0; i < 3; i++) {
            output.openings.add(-errno);
        }
        speaker.step();
        assertEquals(expected, speaker.state());
        assertTrue(speaker.trouble().contains("errno " + errno + "; outputs here: fake, other"), speaker.trouble());
        speaker.pulse(0, 400);
        runMs(13_000);
        assertEquals(expected, speaker.state());
        assertEquals(0, output.opened, "tried at 0, 2 and 6 s, next at 14 s");
        assertEquals(1, speaker.failed());
        runMs(2000);
        assertEquals(SpeakerState.READY, speaker.state());
        assertEquals(1, output.listed);
        speaker.pulse(0, 400);
        runMs(1000);
        assertEquals(1, output.heard().tones().size());
    }

    @Test
    void shouldTryHalfAMinuteApartAtLastWhenItStaysAway() {
        for (int i = 0; i < 8; i++) {
            output.openings.add(-Errno.ENOENT);
        }
        runMs(2000 + 4000 + 8000 + 16_000 + 3 * 30_000 - 1);
        assertEquals(1, output.openings.size());
        runMs(30_000);
        assertEquals(0, output.openings.size());
        assertEquals(0, output.opened);
    }

    @ParameterizedTest
    @CsvSource({"true, 19", "false, 19", "true, 5", "true, 77"})
    void shouldComeBackWhenItWasUnpluggedInTheMiddle(boolean awake, int errno) {
        speaker = speaker(awake);
        runMs(100);
        speaker.pulse(0, 800);
        runMs(200);
        output.fault = -errno;
        output.openings.add(-Errno.ENODEV);
        runMs(1100);
        assertEquals(SpeakerState.LOST, speaker.state());
        assertEquals(1, output.closed);
        assertEquals(1, speaker.losses());
        runMs(2000);
        assertEquals(SpeakerState.LOST, speaker.state(), "an attempt that fails says nothing new");
        runMs(5000);
        assertEquals(SpeakerState.READY, speaker.state());
        int before = output.heard().count();
        runMs(500);
        Heard heard = output.heard();
        assertEquals(0, heard.peak(before, heard.count() - before), "the rest of an old tone");
        speaker.pulse(0, 400);
        runMs(1000);
        assertEquals(2, output.heard().tones().size());
    }

    @Test
    void shouldNoticeWhenItIsUnpluggedWhileNothingSounds() {
        speaker = speaker(false);
        runMs(5000);
        output.fault = -Errno.ENODEV;
        runMs(1500);
        assertEquals(SpeakerState.LOST, speaker.state());
    }

    @ParameterizedTest
    @ValueSource(ints = {Errno.EPIPE, Errno.ESTRPIPE})
    void shouldPlayOnWhenTheOutputRanEmptyOrSlept(int errno) {
        runMs(100);
        speaker.pulse(0, 400);
        runMs(200);
        output.fault = -errno;
        runMs(1500);
        assertEquals(1, speaker.underruns());
        assertEquals(SpeakerState.READY, speaker.state());
        assertEquals(400 * FRAMES_PER_MS, output.heard().tones().getFirst().frames(), 5 * FRAMES_PER_MS);
    }

    @Test
    void shouldCountAndGoOnWhenItsThreadWasHeldUp() {
        runMs(100);
        speaker.pulse(0, 400);
        runMs(100);
        clock.passMs(200);
        runMs(1500);
        assertEquals(1, speaker.underruns());
        assertEquals(400 * FRAMES_PER_MS, output.heard().tones().getFirst().frames(), 5 * FRAMES_PER_MS);
    }

    @Test
    void shouldBeginAnewWhenASoundServerThatWasStarvedWaits() {
        runMs(1000);
        output.starved = true;
        runMs(700);
        assertEquals(1, speaker.underruns());
        assertEquals(SpeakerState.READY, speaker.state());
        speaker.pulse(0, 400);
        runMs(1000);
        assertEquals(1, output.heard().tones().size());
        assertEquals(1, speaker.underruns());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldGiveUpAnOutputThatPlaysNothing(boolean awake) {
        speaker = speaker(awake);
        runMs(100);
        output.stuck = true;
        speaker.pulse(0, 1000);
        runMs(4500);
        assertEquals(SpeakerState.LOST, speaker.state());
        output.stuck = false;
        runMs(3000);
        assertEquals(SpeakerState.READY, speaker.state());
    }
}
