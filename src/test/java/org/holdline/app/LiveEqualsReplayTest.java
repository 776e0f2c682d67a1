package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.holdline.app.MadeRuns.AskingClip;
import org.holdline.clip.replay.Overrides;
import org.holdline.clip.replay.ReplayClip;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.clip.virtual.VirtualScript;
import org.holdline.clip.virtual.VirtualScript.Activity;
import org.holdline.clip.virtual.VirtualScript.Part;
import org.holdline.cue.Cause;
import org.holdline.report.EventCsv;
import org.holdline.report.JsonText;
import org.holdline.sample.Act;
import org.holdline.sample.Phase;
import org.holdline.sample.Placement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run of the virtual runner, and its recording played back: what either decided, byte for byte. */
class LiveEqualsReplayTest {
    private static final int RATE_HZ = 200;
    private static final int DURATION_S = 215;
    private static final long SETTLE_US = 60_000_000;
    private static final long PAUSE_US = 30_000_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "1, dual, 200",
        "2, dual, 200",
        "3, dual, 200",
        "1, dual, 285.714",
        "2, thoracolumbar, 200",
        "3, thoracolumbar, 285.714",
        "1, sacral, 200",
        "2, sacral, 285.714",
        "1, dual, 100"
    })
    void shouldDecideTheSameWhenARecordingIsReplayed(long seed, String placement, double rateHz) throws IOException {
        Path file = folder.resolve("run.csv");
        Placement where = Placement.valueOf(placement.toUpperCase(Locale.ROOT));
        TableView live =
                MadeRuns.live(new VirtualClip(options(seed).withPlacement(where).withRateHz(rateHz)), file);

        assertSameAsReplay(live, file);
        assertWellFormed(live);
        assertCuesWhereTheyMayBe(live);
        if (where == Placement.SACRAL) {
            assertEquals(List.of(), rows(live, EventCsv.CUES));
            assertFalse(live.held.isEmpty(), "a session of this length holds a cue back");
        } else if (where == Placement.DUAL) {
            assertTrue(rows(live, EventCsv.CUES).size() > 0, "a session of this length holds a cue");
        }
        Map<String, Object> summary = JsonText.object(live.summaryJson().strip());
        assertEquals("true", String.valueOf(summary.get("simulated")));
        assertEquals("drill", ((Map<?, ?>) summary.get("neutral")).get("kind"));
        assertEquals(String.valueOf(rows(live, EventCsv.STEPS).size()), summary.get("steps"));
        assertEquals(String.valueOf(rows(live, EventCsv.CUES).size()), summary.get("cues"));
        assertEquals(String.valueOf(live.held.size()), summary.get("suppressed"));
        assertEquals("0", summary.get("gaps"));
        assertEquals("0", summary.get("lost_events"));
    }

    @Test
    void shouldCueAtTheThoracolumbarPlaceWhenTheTrunkSwaysBack() throws IOException {
        Path file = folder.resolve("run.csv");
        VirtualOptions options = options(4).withPlacement(Placement.THORACOLUMBAR);
        TableView live = MadeRuns.live(new VirtualClip(options, swayBack(-7)), file);

        assertTrue(rows(live, EventCsv.CUES).size() > 0);
        assertTrue(
                rows(live, EventCsv.CUES).stream().noneMatch(row -> row.split(",", -1)[2].startsWith("-")),
                "a cue is for a trunk that is further back, which is positive");
        assertSameAsReplay(live, file);
        assertCuesWhereTheyMayBe(live);
    }

    @ParameterizedTest
    @CsvSource({"THORACOLUMBAR", "DUAL"})
    void shouldNotCueWhenTheTrunkLeansForward(Placement placement) throws IOException {
        TableView live = MadeRuns.live(new VirtualClip(options(4).withPlacement(placement), swayBack(8)), null);
        assertEquals(List.of(), rows(live, EventCsv.CUES));
    }

    @Test
    void shouldDecideTheSameWhenTheRunnerMutesFlipsAndMarks() throws IOException {
        Path plain = folder.resolve("plain.csv");
        TableView quiet = MadeRuns.live(new VirtualClip(options(1)), plain);
        long firstCueUs = Long.parseLong(rows(quiet, EventCsv.CUES).getFirst().split(",", -1)[0]);
        long muteAt = firstCueUs / 5000 - 100;
        long unmuteAt = muteAt + 20 * RATE_HZ;
        long flipAt = 60 * RATE_HZ;

        Path file = folder.resolve("acts.csv");
        VirtualClip runner = new VirtualClip(options(1));
        AskingClip asking = new AskingClip(runner)
                .at(muteAt, inbox -> inbox.act(Act.MUTE))
                .at(unmuteAt, inbox -> inbox.act(Act.UNMUTE))
                .at(unmuteAt, inbox -> inbox.act(Act.MARK))
                .at(flipAt, inbox -> inbox.act(Act.FLIP));
        TableView live = MadeRuns.live(asking, runner, file, Double.POSITIVE_INFINITY);

        assertSameAsReplay(live, file);
        for (String cue : rows(live, EventCsv.CUES)) {
            long at = Long.parseLong(cue.split(",", -1)[0]) / 5000;
            assertFalse(at >= muteAt && at < unmuteAt, cue);
        }
        assertTrue(live.held.contains(new TableView.Held(firstCueUs, Cause.MUTED)), live.held::toString);
        assertTrue(Files.readString(file).contains(",unmute+mark,"));
        assertSidesSwapFrom(flipAt * 5000, quiet, live);
    }

    private static void assertSidesSwapFrom(long flipUs, TableView before, TableView after) {
        List<String> plain = rows(before, EventCsv.STEPS);
        List<String> flipped = rows(after, EventCsv.STEPS);
        int same = 0;
        int swapped = 0;
        for (int i = 0; i < plain.size(); i++) {
            String[] a = plain.get(i).split(",", -1);
            String[] b = flipped.get(i).split(",", -1);
            long at = Long.parseLong(a[0]);
            // The runner answers cues, so that the two runs part at the first one.
            if (at > 180_000_000) {
                break;
            }
            assertEquals(a[0], b[0]);
            if (a[1].equals("?")) {
                assertEquals("?", b[1]);
            } else if (at < flipUs - 1_000_000) {
                assertEquals(a[1], b[1], plain.get(i));
                same++;
            } else if (at > flipUs) {
                assertNotEquals(a[1], b[1], plain.get(i));
                swapped++;
            }
        }
        assertTrue(same > 20 && swapped > 100, same + " same, " + swapped + " swapped");
    }

    @Test
    void shouldDecideTheSameWhenPhasesAreMarkedFromOutside() throws IOException {
        Path file = folder.resolve("marked.csv");
        VirtualClip runner = new VirtualClip(options(2).withMarkers(false));
        AskingClip asking = new AskingClip(runner)
                .at(0, inbox -> inbox.mark(Phase.STAND))
                .at(6 * RATE_HZ, inbox -> inbox.mark(Phase.BEND))
                .at(18 * RATE_HZ, inbox -> inbox.mark(Phase.WALK))
                .at(38 * RATE_HZ, inbox -> inbox.mark(Phase.BASELINE))
                .at(113 * RATE_HZ, inbox -> inbox.mark(Phase.NEUTRAL))
                .at(173 * RATE_HZ, inbox -> inbox.mark(Phase.RUN))
                .at(210 * RATE_HZ, inbox -> inbox.mark(Phase.END));
        TableView live = MadeRuns.live(asking, runner, file, Double.POSITIVE_INFINITY);

        assertSameAsReplay(live, file);
        assertCuesWhereTheyMayBe(live);
        assertEquals(
                List.of(Phase.STAND, Phase.BEND, Phase.WALK, Phase.BASELINE, Phase.NEUTRAL, Phase.RUN, Phase.END),
                live.parts.stream().map(TableView.Part::phase).toList());
        Map<String, Object> summary = JsonText.object(live.summaryJson().strip());
        assertEquals("210.000000", summary.get("duration_s"), "an end marker ends the run");
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 400})
    void shouldDecideTheSameWhenTheWallClockRunsSlower(double speed) throws IOException {
        VirtualOptions options = options(1).withDurationS(200);
        TableView fast = MadeRuns.live(new VirtualClip(options), null);
        VirtualClip paced = new VirtualClip(options);
        TableView slow = MadeRuns.live(paced, paced, null, speed);
        assertTrue(rows(fast, EventCsv.CUES).size() > 0);
        for (EventCsv table : EventCsv.values()) {
            assertEquals(fast.table(table), slow.table(table));
        }
        assertEquals(fast.parts, slow.parts);
        assertEquals(fast.summaryJson(), slow.summaryJson());
    }

    @Test
    void shouldDecideTheSameWhenARecordingIsPlayedAsALiveRun() throws IOException {
        Path file = folder.resolve("run.csv");
        TableView live = MadeRuns.live(new VirtualClip(options(3)), file);
        Path again = folder.resolve("again.csv");
        try (ReplayClip clip = ReplayClip.open(file, Overrides.NONE)) {
            TableView played = MadeRuns.live(clip, null, again, Double.POSITIVE_INFINITY);
            assertSameAsReplay(played, file);
            assertEquals(live.summaryJson(), played.summaryJson());
        }
        assertEquals(-1, Files.mismatch(file, again), "a recording of a recording is the same file");
    }

    @Test
    void shouldTakeTheFirstMinuteForNeutralWhenNothingIsMarked() throws IOException {
        Path file = folder.resolve("run.csv");
        MadeRuns.live(new VirtualClip(options(1).withDurationS(430)), file);
        Path bare = folder.resolve("bare.csv");
        Files.write(bare, withoutColumn(Files.readAllLines(file), "marker"));

        Map<String, Object> summary =
                JsonText.object(MadeRuns.replay(bare, ReplayRun.Emit.SUMMARY).strip());
        Map<?, ?> neutral = (Map<?, ?>) summary.get("neutral");
        assertEquals("automatic", neutral.get("kind"));
        assertEquals("0.000", neutral.get("baseline_offset_deg"));
        for (Object pattern : (List<?>) summary.get("patterns")) {
            String name = (String) ((Map<?, ?>) pattern).get("pattern");
            assertTrue(name.equals("unknown") || name.equals("late"), name);
        }
        String cues = MadeRuns.replay(bare, ReplayRun.Emit.CUES);
        assertTrue(cues.lines().count() > 1, "the arch that came later is still cued");
        // Running begins at 38 s; a minute is learned from and a minute is silent, which may be the same one.
        long firstUs =
                Long.parseLong(cues.lines().skip(1).findFirst().orElseThrow().split(",", -1)[0]);
        assertTrue(firstUs >= 98_000_000, cues);
        assertTrue(
                MadeRuns.replay(bare, ReplayRun.Emit.VERDICTS)
                        .lines()
                        .skip(1)
                        .noneMatch(row -> row.endsWith(",95,over")),
                "less speaks for a verdict against the first minute");
    }

    private static List<String> withoutColumn(List<String> lines, String name) {
        List<String> kept = new ArrayList<>();
        int column = -1;
        for (String line : lines) {
            if (line.startsWith("#")) {
                kept.add(line);
                continue;
            }
            List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
            column = column < 0 ? cells.indexOf(name) : column;
            cells.remove(column);
            kept.add(String.join(",", cells));
        }
        return kept;
    }

    private static VirtualOptions options(long seed) {
        return VirtualOptions.defaults().withSeed(seed).withDurationS(DURATION_S);
    }

    /** A session whose cued run holds a spell of leaning, backward when negative. */
    private static VirtualScript swayBack(double leanDeg) {
        return new VirtualScript(List.of(
                Part.of(Activity.STAND, 6, 0).marked(Phase.STAND),
                Part.of(Activity.BEND, 12, 0).marked(Phase.BEND),
                Part.of(Activity.WALK, 15, 5).marked(Phase.WALK),
                Part.of(Activity.RUN, 40, 10).marked(Phase.BASELINE),
                Part.of(Activity.RUN, 40, 10).marked(Phase.NEUTRAL),
                Part.of(Activity.RUN, 15, 10).marked(Phase.RUN),
                Part.of(Activity.RUN, 60, 10).posture(0, leanDeg, 2),
                Part.of(Activity.RUN, 20, 10),
                Part.of(Activity.WALK, 10, 5).marked(Phase.WALK)));
    }

    private static void assertSameAsReplay(TableView live, Path file) throws IOException {
        assertAll(
                () -> assertEquals(live.table(EventCsv.STEPS), MadeRuns.replay(file, ReplayRun.Emit.STEPS)),
                () -> assertEquals(live.table(EventCsv.VERDICTS), MadeRuns.replay(file, ReplayRun.Emit.VERDICTS)),
                () -> assertEquals(live.table(EventCsv.CUES), MadeRuns.replay(file, ReplayRun.Emit.CUES)),
                () -> assertEquals(live.summaryJson(), MadeRuns.replay(file, ReplayRun.Emit.SUMMARY)));
    }

    private static void assertWellFormed(TableView live) {
        for (EventCsv table : EventCsv.values()) {
            String text = live.table(table);
            assertTrue(text.startsWith(table.header() + "\n"));
            assertFalse(text.contains("\r"));
            int cells = table.header().split(",", -1).length;
            long last = Long.MIN_VALUE;
            for (String row : rows(live, table)) {
                String[] parts = row.split(",", -1);
                assertEquals(cells, parts.length, row);
                long at = Long.parseLong(parts[0]);
                assertTrue(at > last, row + " after " + last);
                last = at;
            }
        }
    }

    /** Cues lie in the cued run, and not in the first minute of running since the last walk or stand. */
    private static void assertCuesWhereTheyMayBe(TableView live) {
        List<Long> bouts = new ArrayList<>();
        long last = Long.MIN_VALUE / 2;
        int walked = 0;
        boolean running = false;
        for (String row : rows(live, EventCsv.STEPS)) {
            String[] cells = row.split(",", -1);
            long at = Long.parseLong(cells[0]);
            boolean ran = !cells[2].isEmpty();
            walked = ran ? 0 : walked + 1;
            if (at - last > 2_500_000 || walked >= 3) {
                running = false;
            }
            if (ran && !running) {
                bouts.add(at);
                running = true;
            }
            last = at;
        }
        for (String row : rows(live, EventCsv.CUES)) {
            long at = Long.parseLong(row.split(",", -1)[0]);
            Phase phase = Phase.STAND;
            for (TableView.Part part : live.parts) {
                phase = part.timeUs() <= at ? part.phase() : phase;
            }
            assertEquals(Phase.RUN, phase, row);
            List<Long> begun = bouts.stream().filter(bout -> bout <= at).toList();
            long since = begun.getLast();
            // These sessions begin with minutes of running: any later bout follows a pause.
            long silentUs = begun.size() == 1 ? SETTLE_US : PAUSE_US;
            assertTrue(at - since >= silentUs, row + ": running only since " + since);
        }
    }

    private static List<String> rows(TableView live, EventCsv table) {
        return live.table(table).lines().skip(1).toList();
    }
}
