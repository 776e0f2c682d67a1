package org.holdline.cue.tone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToneTest {
    private static short[] next(Tone tone, int frames) {
        short[] samples = new short[frames];
        tone.next(samples);
        return samples;
    }

    @ParameterizedTest
    @CsvSource({"880, -20, 3277", "200, -60, 33", "4000, -6, 16422", "997, -40, 328"})
    void shouldHaveItsPitchLevelAndLengthWhenItSounds(int frequencyHz, double levelDbfs, int peak) {
        Tone tone = new Tone(new ToneParams(frequencyHz, levelDbfs, true));
        tone.begin(24_000);
        Heard heard = new Heard(next(tone, 48_000));
        assertEquals(1, heard.tones().size());
        Heard.Stretch stretch = heard.tones().getFirst();
        assertEquals(24_000, stretch.frames(), 240, "frames");
        assertEquals(frequencyHz, heard.frequencyHz(stretch), frequencyHz * 0.01);
        assertEquals(peak, heard.peak(), Math.max(1, peak * 0.01));
        assertFalse(tone.isSounding());
    }

    @ParameterizedTest
    @CsvSource({"880, -20", "200, -6", "4000, -6"})
    void shouldNotClickWhenItBeginsAndEnds(int frequencyHz, double levelDbfs) {
        Tone tone = new Tone(new ToneParams(frequencyHz, levelDbfs, true));
        tone.begin(9600);
        Heard heard = new Heard(next(tone, 12_000));
        assertTrue(
                heard.largestStep() <= Heard.sineStep(heard.peak(), frequencyHz),
                () -> "step " + heard.largestStep() + " of a peak of " + heard.peak());
        // Half the amplitude is not reached before half of a fade of 10 ms, on either side.
        int from = heard.tones().getFirst().from();
        int to = heard.tones().getFirst().to();
        assertTrue(heard.peak(from, 220) < heard.peak() / 2 + 2, "faded in too fast");
        assertTrue(heard.peak(to - 220, 220) < heard.peak() / 2 + 2, "faded out too fast");
    }

    @Test
    void shouldBeSilentAfterOneFadeWhenReleased() {
        Tone tone = new Tone(ToneParams.defaults());
        tone.begin(48_000);
        short[] before = next(tone, 4800);
        tone.release();
        short[] after = next(tone, 4800);
        short[] all = Arrays.copyOf(before, 9600);
        System.arraycopy(after, 0, all, 4800, 4800);
        Heard heard = new Heard(all);
        assertTrue(heard.tones().getFirst().to() <= 4800 + Tone.FADE_FRAMES);
        assertTrue(heard.largestStep() <= Heard.sineStep(heard.peak(), 880));
        assertFalse(tone.isSounding());
    }

    @Test
    void shouldGoOverWithoutAStepWhenOneBeginsInTheFadeOfAnother() {
        Tone tone = new Tone(ToneParams.defaults());
        tone.begin(48_000);
        short[] all = new short[20_000];
        System.arraycopy(next(tone, 4800), 0, all, 0, 4800);
        tone.release();
        System.arraycopy(next(tone, 200), 0, all, 4800, 200);
        tone.begin(4800);
        System.arraycopy(next(tone, 15_000), 0, all, 5000, 15_000);
        Heard heard = new Heard(all);
        assertTrue(heard.largestStep() <= Heard.sineStep(heard.peak(), 880));
        assertEquals(9800, heard.tones().getLast().to(), 120);
    }

    @Test
    void shouldEndByItsLimitWhenProlongedAgainAndAgain() {
        Tone tone = new Tone(ToneParams.defaults());
        tone.begin(24_000);
        short[] all = new short[96_000];
        for (int i = 0; i < 10; i++) {
            System.arraycopy(next(tone, 9600), 0, all, i * 9600, 9600);
            if (i < 4) {
                tone.prolong(24_000, 48_000);
            }
        }
        Heard heard = new Heard(all);
        assertEquals(1, heard.tones().size());
        assertEquals(48_000, heard.tones().getFirst().frames(), 240);
    }

    @Test
    void shouldRefuseWhatIsTooLoudOrOutOfHearing() {
        assertThrows(IllegalArgumentException.class, () -> new ToneParams(199, -20, true));
        assertThrows(IllegalArgumentException.class, () -> new ToneParams(4001, -20, true));
        assertThrows(IllegalArgumentException.class, () -> new ToneParams(880, -5.9, true));
        assertThrows(IllegalArgumentException.class, () -> new ToneParams(880, -60.1, true));
        assertThrows(IllegalArgumentException.class, () -> new ToneParams(880, Double.NaN, true));
    }
}
