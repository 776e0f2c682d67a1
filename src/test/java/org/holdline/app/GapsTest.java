package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.report.JsonText;
import org.holdline.sample.Placement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples that never came: how many, and what of the road begins anew. */
class GapsTest {
    private static final long SEED = 74_001;
    private static final long PERIOD_US = 5_000;

    /** In the middle of the cued run, well before its first cue. */
    private static final long GAP_US = 178_000_000;

    @TempDir
    static Path shared;

    private static List<String> whole;

    @TempDir
    Path folder;

    @BeforeAll
    static void record() throws IOException {
        Path file = shared.resolve("whole.csv");
        MadeRuns.live(
                new VirtualClip(VirtualOptions.defaults()
                        .withPlacement(Placement.THORACOLUMBAR)
                        .withDurationS(185)),
                file);
        whole = Files.readAllLines(file);
    }

    @ParameterizedTest
    @CsvSource({"7499, 0, 0", "7500, 0, 0", "7501, 1, 1", "10000, 1, 1", "12499, 1, 1", "12500, 1, 2", "250000, 1, 49"})
    void shouldCountAGapWhenItIsLongerThanOneAndAHalfPeriods(long spanUs, int gaps, int missing) throws IOException {
        // The whole stream after the gap comes later or earlier by what the gap is not a period.
        List<String> lines = new ArrayList<>();
        for (String line : whole) {
            long at = timeUs(line);
            lines.add(at >= GAP_US ? withTime(line, at - PERIOD_US + spanUs) : line);
        }
        Map<String, Object> summary = summary(write(lines));
        assertEquals(String.valueOf(gaps), summary.get("gaps"));
        assertEquals(String.valueOf(missing), summary.get("missing_samples"));
    }

    @Test
    void shouldCountEveryGapWhenRowsAreMissingAtRandom() throws IOException {
        for (int trial = 0; trial < 4; trial++) {
            SplittableRandom random = new SplittableRandom(SEED + trial);
            int gaps = 0;
            int missing = 0;
            List<String> kept = new ArrayList<>();
            boolean before = true;
            for (String line : whole) {
                boolean keep = timeUs(line) <= 0 || random.nextInt(before ? 400 : 4) > 0;
                if (keep) {
                    kept.add(line);
                } else {
                    gaps += before ? 1 : 0;
                    missing++;
                }
                before = keep;
            }
            if (!before) {
                continue;
            }
            Path file = write(kept);
            Map<String, Object> summary = summary(file);
            assertEquals(String.valueOf(gaps), summary.get("gaps"), "seed " + (SEED + trial));
            assertEquals(String.valueOf(missing), summary.get("missing_samples"), "seed " + (SEED + trial));
            assertEquals(
                    kept.size() - headerLines(),
                    MadeRuns.replay(file, ReplayRun.Emit.ATTITUDE).lines().count() - 1,
                    "a row for every row that came");
            assertRising(MadeRuns.replay(file, ReplayRun.Emit.STEPS));
            // Lost single samples are bridged: nearly every step is still found.
            long steps = MadeRuns.replay(file, ReplayRun.Emit.STEPS).lines().count();
            long all = MadeRuns.replay(shared.resolve("whole.csv"), ReplayRun.Emit.STEPS)
                    .lines()
                    .count();
            assertTrue(Math.abs(steps - all) <= all / 50, steps + " of " + all + ", seed " + (SEED + trial));
        }
    }

    @ParameterizedTest
    @CsvSource({"230000, false", "245000, false", "255000, true", "1000000, true"})
    void shouldBeginGaitAnewWhenAGapIsLongerThanAQuarterSecond(long spanUs, boolean anew) throws IOException {
        Path file = withGap(spanUs);
        List<String> sides = new ArrayList<>();
        for (String row : rows(file, ReplayRun.Emit.STEPS)) {
            if (timeUs(row) > GAP_US + spanUs) {
                sides.add(row.split(",", -1)[1]);
            }
        }
        // Six steps vote on which foot it is; only a gait that began anew has to wait for them.
        assertEquals(anew, sides.subList(0, 5).stream().allMatch("?"::equals), sides::toString);
        assertFalse(sides.subList(7, sides.size()).contains("?"), sides::toString);
        List<String> verdicts = rows(file, ReplayRun.Emit.VERDICTS).stream()
                .filter(row -> timeUs(row) > GAP_US + spanUs)
                .toList();
        assertTrue(verdicts.getFirst().endsWith(",low_quality"), verdicts.getFirst());
        assertTrue(verdicts.getLast().endsWith(",within"), verdicts.getLast());
    }

    @ParameterizedTest
    @CsvSource({"1990000, false", "2000000, false", "2005000, true", "5000000, true"})
    void shouldBeginAttitudeAnewWhenAGapIsLongerThanTwoSeconds(long spanUs, boolean anew) throws IOException {
        Path file = withGap(spanUs);
        List<String> attitude = rows(file, ReplayRun.Emit.ATTITUDE);
        String first = attitude.stream()
                .filter(row -> timeUs(row) >= GAP_US + spanUs - PERIOD_US)
                .findFirst()
                .orElseThrow();
        String input = Files.readAllLines(file).stream()
                .filter(line -> timeUs(line) >= GAP_US + spanUs - PERIOD_US)
                .findFirst()
                .orElseThrow();
        double[] up = numbers(first);
        double[] force = numbers(input);
        double length = Math.sqrt(force[0] * force[0] + force[1] * force[1] + force[2] * force[2]);
        double cosine = (up[0] * force[0] + up[1] * force[1] + up[2] * force[2]) / length;
        // A new attitude begins with where the first force points; an old one does not follow a single sample.
        assertEquals(anew, cosine > 0.99999, "cosine " + cosine);
    }

    @Test
    void shouldStaySilentAMinuteLongerWhenAGapHidesWhetherTheRunWentOn() throws IOException {
        // Three seconds are longer than a bout of running may pause.
        assertTrue(rows(withGap(3_000_000), ReplayRun.Emit.CUES).isEmpty());
    }

    /** Without the samples inside a span that ends one period before a sample that is there. */
    private Path withGap(long spanUs) throws IOException {
        return write(without(at -> at >= GAP_US && at < GAP_US + spanUs - PERIOD_US));
    }

    private static List<String> without(LongPredicate lost) {
        return whole.stream()
                .filter(line -> timeUs(line) < 0 || !lost.test(timeUs(line)))
                .toList();
    }

    private Path write(List<String> lines) throws IOException {
        return Files.writeString(folder.resolve("gaps.csv"), String.join("\n", lines) + "\n");
    }

    private static Map<String, Object> summary(Path file) throws IOException {
        return JsonText.object(MadeRuns.replay(file, ReplayRun.Emit.SUMMARY).strip());
    }

    private static List<String> rows(Path file, ReplayRun.Emit emit) throws IOException {
        return MadeRuns.replay(file, emit).lines().skip(1).toList();
    }

    private static void assertRising(String table) {
        long last = -1;
        for (String row : table.lines().skip(1).toList()) {
            assertTrue(timeUs(row) > last, row);
            last = timeUs(row);
        }
    }

    private static int headerLines() {
        return (int) whole.stream().filter(line -> timeUs(line) < 0).count();
    }

    /** Time of a row, or -1 of a line above the rows. */
    private static long timeUs(String line) {
        char first = line.charAt(0);
        return first >= '0' && first <= '9' ? Long.parseLong(line.substring(0, line.indexOf(','))) : -1;
    }

    private static String withTime(String line, long timeUs) {
        return timeUs + line.substring(line.indexOf(','));
    }

    private static double[] numbers(String row) {
        String[] cells = row.split(",", -1);
        return new double[] {Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), Double.parseDouble(cells[3])};
    }
}
