package org.holdline.clip.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.holdline.clip.Clip;
import org.holdline.recording.RecordingException;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayClipTest {
    private static final String HEAD = "# rate_hz: 200\n# placement: sacral\n# planned_s: 60\n# planned_m: 500\n";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("run.csv");
        Files.writeString(
                file, HEAD + "ax,ay,az,gx,gy,gz,speed_kmh\n0,0,9.8,0,0,0,\n0,0,9.9,0,0,0,8\n0,0,9.7,0,0,0,\n0,0,9");
    }

    @Test
    void shouldAnswerEveryRowThenEndWhenPolled() throws IOException {
        try (ReplayClip clip = ReplayClip.open(file, Overrides.NONE)) {
            assertEquals(new StreamInfo("run.csv", false, 200, Placement.SACRAL, 60, 500, 0, 0), clip.info());
            Sample slot = new Sample();
            int[] azUms2 = {9_800_000, 9_900_000, 9_700_000};
            int[] speedMPerH = {Sample.UNKNOWN, 8_000, 8_000};
            for (int i = 0; i < 3; i++) {
                assertEquals(Clip.Answer.SAMPLE, clip.poll(slot));
                assertEquals(i * 5_000L, slot.timeUs);
                assertEquals(azUms2[i], slot.lower.azUms2);
                assertEquals(speedMPerH[i], slot.speedMPerH);
            }
            assertEquals(Clip.Answer.END, clip.poll(slot));
            assertEquals(Clip.Answer.END, clip.poll(slot));
            assertEquals(3, clip.rows());
            assertEquals(1, clip.droppedPartialLines());
            assertEquals(List.of(file + ":9: last line dropped, expected a line feed at its end"), clip.warnings());
        }
    }

    @Test
    void shouldObeyOverridesWhenTheyAreSaid() throws IOException {
        Overrides overrides = new Overrides(Placement.THORACOLUMBAR, 120, 1_000, 9_500);
        try (ReplayClip clip = ReplayClip.open(file, overrides)) {
            assertEquals(new StreamInfo("run.csv", false, 200, Placement.THORACOLUMBAR, 120, 1_000, 0, 0), clip.info());
            Sample slot = new Sample();
            while (clip.poll(slot) == Clip.Answer.SAMPLE) {
                assertEquals(9_500, slot.speedMPerH);
            }
        }
    }

    @Test
    void shouldThrowFromPollWhenRowIsBroken() throws IOException {
        Files.writeString(file, HEAD + "ax,ay,az,gx,gy,gz\n0,0,9.8,0,0,0\n0,0\n");
        try (ReplayClip clip = ReplayClip.open(file, Overrides.NONE)) {
            Sample slot = new Sample();
            assertEquals(Clip.Answer.SAMPLE, clip.poll(slot));
            RecordingException error = assertThrows(RecordingException.class, () -> clip.poll(slot));
            assertEquals(file + ":7: cells: 2, expected 6 as in the header", error.getMessage());
        }
    }

    @Test
    void shouldRefuseWhenOverridesMakeNoSense() {
        assertThrows(IllegalArgumentException.class, () -> new Overrides(null, -1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Overrides(null, 0, 0, -5));
    }
}
