package org.holdline.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.holdline.sample.Act;
import org.holdline.sample.Phase;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingReaderTest {
    private static final long SEED = 4_711;
    private static final String KEYS = "# rate_hz: 100\n# placement: sacral\n";
    private static final String HEADER = "ax,ay,az,gx,gy,gz\n";
    private static final String ROW = "0.1,-0.2,9.8,0.01,0.02,-0.03\n";
    private static final String ROW_TEXT = "100000/-200000/9800000/10000/20000/-30000";

    @TempDir
    Path folder;

    @Test
    void shouldReadSamplesWhenFileHasOnlyWhatItMust() throws IOException {
        WholeFile read = WholeFile.of(KEYS + HEADER + ROW + ROW);
        assertEquals(List.of("0 " + ROW_TEXT + unsaid(), "10000 " + ROW_TEXT + unsaid()), read.texts());
        assertEquals(new StreamInfo("memory.csv", false, 100, Placement.SACRAL, 0, 0, 0, 0), read.info());
        assertEquals(List.of(), read.warnings());
        assertEquals(0, read.dropped());
    }

    private static String unsaid() {
        return " temp=" + Sample.UNKNOWN + " speed=" + Sample.UNKNOWN + " incline=" + Sample.UNKNOWN
                + " cue=false marker=null acts=0";
    }

    @Test
    void shouldReadEveryKeyWhenRemarksFollowTheValues() throws IOException {
        WholeFile read =
                WholeFile.of("# holdline_recording: 1\n#source: left clip, second try\n  # simulated: 1 (no body)\n"
                        + "# rate_hz: 285.7142857142857 (row i is at i/rate)\n# placement: thoracolumbar T12\n"
                        + "# planned_s: 1800 s\n# planned_m: 21097.5\n# accel_range_g: 16\n# gyro_range_dps: 2000\n"
                        + "# ax,ay,az: rate_hz: not a key\n# nothing\n#\n" + HEADER + ROW);
        assertEquals(
                new StreamInfo(
                        "left clip, second try",
                        true,
                        285.7142857142857,
                        Placement.THORACOLUMBAR,
                        1_800,
                        21_098,
                        156_906_400,
                        34_906_585),
                read.info());
        assertEquals(List.of(), read.warnings());
    }

    @Test
    void shouldPassOverRemarksAndBlankLinesWhenTheyStandBetweenRows() throws IOException {
        WholeFile read =
                WholeFile.of(KEYS + "\n" + HEADER + ROW + "# rate_hz: 7 is too late to mean anything\n\n \t\n" + ROW);
        assertEquals(2, read.rows().size());
        assertEquals(10_000, read.rows().get(1).timeUs);
    }

    @Test
    void shouldReadTheSameWhenColumnsComeInAnyOrderAmongOthers() throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "t_us=77",
                "ax=1",
                "ay=2",
                "az=3",
                "gx=4",
                "gy=5",
                "gz=6",
                "ax2=7",
                "ay2=8",
                "az2=9",
                "gx2=10",
                "gy2=11",
                "gz2=12",
                "marker=walk",
                "act=mute+flip",
                "cue_active=1",
                "speed_kmh=9.5",
                "incline_pct=-2",
                "temp_c=31.25",
                "AX=x",
                "mv=0",
                "heart rate=",
                "ax3=NaN"));
        String expected = "77 1000000/2000000/3000000/4000000/5000000/6000000"
                + " 7000000/8000000/9000000/10000000/11000000/12000000"
                + " temp=31250 speed=9500 incline=-2000 cue=true marker=WALK acts=" + (Act.MUTE.bit() | Act.FLIP.bit());
        Random random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            Collections.shuffle(words, random);
            String header = String.join(
                    ",", words.stream().map(w -> w.substring(0, w.indexOf('='))).toList());
            String row = String.join(
                    ",",
                    words.stream().map(w -> w.substring(w.indexOf('=') + 1)).toList());
            WholeFile read = WholeFile.of("# rate_hz: 100\n# placement: dual\n" + header + "\n" + row + "\n");
            assertEquals(List.of(expected), read.texts(), () -> header + ", seed " + SEED);
        }
    }

    @Test
    void shouldKeepSpeedAndInclineWhenLaterCellsAreEmpty() throws IOException {
        WholeFile read = WholeFile.of(KEYS + "speed_kmh,incline_pct,temp_c,cue_active," + HEADER + ",,,," + ROW
                + "10,,30,true," + ROW + ",1.5,,FALSE," + ROW + "10.5, , 31 ,1," + ROW);
        assertEquals(
                List.of(Sample.UNKNOWN, 10_000, 10_000, 10_500),
                read.rows().stream().map(r -> r.speedMPerH).toList());
        assertEquals(
                List.of(Sample.UNKNOWN, Sample.UNKNOWN, 1_500, 1_500),
                read.rows().stream().map(r -> r.inclineMilliPct).toList());
        assertEquals(
                List.of(Sample.UNKNOWN, 30_000, Sample.UNKNOWN, 31_000),
                read.rows().stream().map(r -> r.temperatureMilliC).toList());
        assertEquals(
                List.of(false, true, false, true),
                read.rows().stream().map(r -> r.cueActive).toList());
    }

    @Test
    void shouldReadEveryWordWhenMarkersAndActsAreKnown() throws IOException {
        StringBuilder text = new StringBuilder(KEYS + "marker,act," + HEADER);
        for (Phase phase : Phase.values()) {
            text.append(phase.word()).append(",,").append(ROW);
        }
        for (Act act : Act.values()) {
            text.append(",").append(act.word()).append(",").append(ROW);
        }
        List<Sample> rows = WholeFile.of(text.toString()).rows();
        for (Phase phase : Phase.values()) {
            assertEquals(phase, rows.get(phase.ordinal()).marker);
        }
        for (Act act : Act.values()) {
            assertNull(rows.get(Phase.values().length + act.ordinal()).marker);
            assertEquals(act.bit(), rows.get(Phase.values().length + act.ordinal()).acts);
        }
    }

    @Test
    void shouldWarnOnceAWordWhenMarkersOrActsAreUnknown() throws IOException {
        WholeFile read = WholeFile.of(
                KEYS + "marker,act," + HEADER + "jog,," + ROW + "jog,mute+dance," + ROW + "hop,dance," + ROW);
        assertEquals(
                List.of(
                        WholeFile.warning(
                                4,
                                "marker 'jog' ignored, expected stand, bend, drill, walk, baseline, neutral, hollow, lean, run or end"),
                        WholeFile.warning(
                                5,
                                "act 'dance' ignored, expected mute, unmute, mark, flip, disagree, neutral, hard, easy or those of a check-in joined by +"),
                        WholeFile.warning(
                                6,
                                "marker 'hop' ignored, expected stand, bend, drill, walk, baseline, neutral, hollow, lean, run or end")),
                read.warnings());
        assertEquals(Act.MUTE.bit(), read.rows().get(1).acts);
        assertTrue(read.rows().stream().allMatch(r -> r.marker == null));
    }

    @Test
    void shouldStopWarningWhenThereIsNoEndOfUnknownWords() throws IOException {
        StringBuilder text = new StringBuilder(KEYS + "marker," + HEADER);
        for (int i = 0; i < 1_000; i++) {
            text.append("word").append(i).append(',').append(ROW);
        }
        List<String> warnings = WholeFile.of(text.toString()).warnings();
        assertEquals(21, warnings.size());
        assertEquals(
                WholeFile.warning(23, "further unknown words are not listed, expected at most 20"), warnings.get(20));
    }

    @Test
    void shouldAssumePlacementWithWarningWhenNoneIsSaid() throws IOException {
        WholeFile one = WholeFile.of("# rate_hz: 100\n" + HEADER + ROW);
        assertEquals(Placement.SACRAL, one.info().placement());
        assertEquals(
                List.of(WholeFile.warning(2, "no placement, taken as sacral, expected a line \"# placement: ...\"")),
                one.warnings());
        WholeFile two = WholeFile.of("# rate_hz: 100\n" + twice(HEADER, "2") + twice(ROW, ""));
        assertEquals(Placement.DUAL, two.info().placement());
        assertEquals(
                List.of(WholeFile.warning(2, "no placement, taken as dual, expected a line \"# placement: ...\"")),
                two.warnings());
        assertEquals(-30_000, two.rows().get(0).upper.gzUrads);
    }

    private static String twice(String line, String suffix) {
        return line.strip() + "," + line.strip().replace(",", suffix + ",") + suffix + "\n";
    }

    @Test
    void shouldIgnoreSecondImuWithWarningWhenPlacementIsSingle() throws IOException {
        WholeFile read = WholeFile.of("# rate_hz: 100\n# placement: thoracolumbar\n" + twice(HEADER, "2") + ROW.strip()
                + ",junk,,NaN,1e9,4,5\n");
        assertEquals(
                List.of(WholeFile.warning(
                        2, "second IMU ignored with placement thoracolumbar, expected dual to use it")),
                read.warnings());
        assertEquals(0, read.rows().get(0).upper.axUms2);
    }

    @Test
    void shouldObeyCallerWhenPlacementIsSaidAtOpening() throws IOException {
        Path file = folder.resolve("run.csv");
        Files.writeString(file, "# rate_hz: 100\n" + HEADER + ROW);
        WholeFile read = WholeFile.of(RecordingReader.open(file, Placement.THORACOLUMBAR));
        assertEquals(Placement.THORACOLUMBAR, read.info().placement());
        assertEquals(List.of(), read.warnings());
    }

    @Test
    void shouldOverwriteEveryFieldWhenSlotIsReused() throws IOException {
        Path file = folder.resolve("run.csv");
        Files.writeString(file, KEYS + HEADER + ROW + ROW);
        try (RecordingReader reader = RecordingReader.open(file)) {
            for (int i = 0; i < 2; i++) {
                Sample slot = new Sample();
                MadeSamples.fill(slot, SEED, 1_000);
                slot.marker = Phase.RUN;
                slot.acts = 15;
                slot.cueActive = true;
                assertTrue(reader.next(slot));
                String zeros = " 0/0/0/0/0/0";
                assertEquals(i * 10_000 + " " + ROW_TEXT + zeros + unsaid(), MadeSamples.text(slot, true));
            }
        }
    }
}
