package org.holdline.report.export;

import static org.holdline.readers.FitReader.list;
import static org.holdline.readers.FitReader.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdline.app.VirtualRuns;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.readers.FitReader;
import org.holdline.report.Summary;
import org.holdline.road.Event;
import org.holdline.session.KeptRun;
import org.holdline.session.MadeKeptRuns;
import org.holdline.session.belt.Ground;
import org.holdline.session.belt.Ground.Bout;
import org.holdline.session.belt.Split;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FIT files as fit-file-parser reads them, a program that knows nothing of Holdline: {@code .ci/run exports} lays it out. */
@Tag("exports")
class FitFileParserTest {
    private static final int RUNS = 200;

    @TempDir
    Path folder;

    /** Each run as the package read it, by what it is called here. */
    private Map<String, Map<String, Object>> read(Map<String, KeptRun> runs) throws Exception {
        List<Path> paths = new ArrayList<>();
        for (KeptRun run : runs.values()) {
            Path file = folder.resolve(paths.size() + ".fit");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ExportFormat.FIT.export().write(run, out);
            Files.write(file, out.toByteArray());
            paths.add(file);
        }
        List<Map<String, Object>> objects = FitReader.read(paths, folder);
        assertEquals(runs.size(), objects.size());
        Map<String, Map<String, Object>> read = new LinkedHashMap<>();
        runs.keySet().forEach(name -> read.put(name, objects.get(read.size())));
        return read;
    }

    @Test
    void shouldReadTheSameNumbersWhateverTheRunWas() throws Exception {
        Map<String, KeptRun> runs = new LinkedHashMap<>();
        for (long seed = 1000; seed < 1000 + RUNS; seed++) {
            runs.put("seed " + seed, MadeKeptRuns.random(seed));
        }
        Map<String, Map<String, Object>> read = read(runs);
        for (Map.Entry<String, KeptRun> run : runs.entrySet()) {
            check(run.getKey(), run.getValue(), read.get(run.getKey()));
        }
    }

    private static void check(String said, KeptRun run, Map<String, Object> fit) {
        Summary summary = run.summary();
        Map<String, Object> session = list(fit, "sessions").getFirst();
        assertEquals("running", session.get("sport"), said);
        assertEquals("treadmill", session.get("sub_sport"), said);
        assertEquals(
                (double) summary.steps(),
                2 * (number(session, "total_cycles") + number(session, "total_fractional_cycles")),
                said);
        assertEquals((double) summary.overSteps(), number(session, "total_over_steps"), said);
        assertEquals((double) summary.judgedSteps(), number(session, "total_judged_steps"), said);
        assertEquals((double) summary.cues(), number(session, "total_cues"), said);
        if (summary.cadenceSpm() == null) {
            assertNull(session.get("avg_cadence"), said);
        } else {
            assertEquals(
                    summary.cadenceSpm(),
                    2 * (number(session, "avg_cadence") + number(session, "avg_fractional_cadence")),
                    0.01,
                    said);
        }
        if (summary.contactMs() == null) {
            assertNull(session.get("avg_stance_time"), said);
        } else {
            assertEquals(summary.contactMs(), number(session, "avg_stance_time"), said);
        }
        Ground ground = Ground.of(run);
        if (ground.isKnown()) {
            assertEquals(ground.metres(), number(session, "total_distance"), 0.006, said);
            assertEquals(ground.known().word(), session.get("speed_known"), said);
        } else {
            assertNull(session.get("total_distance"), said);
            assertEquals("", session.get("speed_known"), said);
        }
        List<Map<String, Object>> records = list(fit, "records");
        assertEquals(
                (double) overWithin(run, ground.bouts()),
                records.stream()
                        .filter(record -> record.get("over_steps") != null)
                        .mapToDouble(record -> number(record, "over_steps"))
                        .sum(),
                said);
        assertEquals(list(fit, "laps").size(), (int) number(session, "num_laps"), said);
        assertEquals(session.get("timestamp"), records.getLast().get("timestamp"), said);
    }

    /** A lone step, seconds from any other, counts in the totals and starts no timer. */
    private static long overWithin(KeptRun run, List<Bout> bouts) {
        long startUs = run.events().getFirst().timeUs;
        return run.events().stream()
                .filter(event -> event.kind == Event.Kind.VERDICT && event.over)
                .map(event -> (event.timeUs - startUs) / 1_000_000)
                .filter(second -> bouts.stream().anyMatch(bout -> second >= bout.fromS() && second < bout.toS()))
                .count();
    }

    @Test
    void shouldReadNamesUnitsAndKilometresWhenAVirtualRunnerHasRun() throws Exception {
        KeptRun run = VirtualRuns.kept(VirtualOptions.defaults().withSeed(3).withDurationS(600));
        Map<String, Object> fit = read(Map.of("run", run)).get("run");
        Map<String, String> units = new LinkedHashMap<>();
        list(fit, "field_descriptions")
                .forEach(field -> units.put((String) field.get("field_name"), (String) field.get("units")));
        assertEquals("deg", units.get("posture_deviation"));
        assertEquals("steps/km", units.get("over_steps_per_km"));
        Map<String, Object> session = list(fit, "sessions").getFirst();
        assertEquals("1", session.get("simulated"));
        assertEquals("lumbar_arch", session.get("posture_metric"));
        assertEquals("Holdline simulated", list(fit, "file_ids").getFirst().get("product_name"));
        assertFalse(list(fit, "file_ids").getFirst().containsKey("serial_number"));
        List<Split> splits = Split.of(run, Ground.of(run));
        List<Map<String, Object>> laps = list(fit, "laps");
        assertEquals(splits.size(), laps.size());
        for (int i = 0; i < laps.size(); i++) {
            assertEquals(splits.get(i).metres(), number(laps.get(i), "total_distance"), 0.006);
            assertEquals(splits.get(i).part().overSteps(), (int) number(laps.get(i), "total_over_steps"));
        }
        Instant start = Instant.parse((String) session.get("start_time"));
        assertTrue(!start.isBefore(VirtualRuns.STARTED) && start.isBefore(VirtualRuns.STARTED.plusSeconds(60)));
    }

    @Test
    void shouldRefuseWhenAByteIsAnother() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExportFormat.FIT.export().write(MadeKeptRuns.random(3), out);
        byte[] bytes = out.toByteArray();
        bytes[bytes.length / 2] ^= 1;
        Path file = Files.write(folder.resolve("broken.fit"), bytes);
        assertThrows(IOException.class, () -> FitReader.read(List.of(file), folder));
    }
}
