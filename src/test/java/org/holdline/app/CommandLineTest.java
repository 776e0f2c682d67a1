package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.holdline.clip.replay.Overrides;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.report.JsonText;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type, and what comes of it. */
@Timeout(120)
class CommandLineTest {
    private static final Set<String> TYPES = Set.of(
            "start",
            "state",
            "step",
            "verdict",
            "cue",
            "suppressed",
            "act",
            "link",
            "gap",
            "neutral",
            "mounting",
            "belt",
            "latency",
            "summary");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "run --bogus",
                "run extra",
                "record",
                "record --out",
                "replay",
                "replay a b",
                "replay a --emit nonsense",
                "replay a --duration 5",
                "replay a --page --emit cues",
                "replay a --phone --emit summary",
                "replay a --page 127.0.0.1:0 --out b.csv",
                "replay a --page --all",
                "replay a --speed 2",
                "replay a --exit",
                "config",
                "config nonsense",
                "bench",
                "bench cue --count 0",
                "bench cue --spacing-ms 80..20",
                "bench cue --spacing-ms 1..20",
                "bench cue --spacing-ms often",
                "bench cue --motors --source i2c",
                "bench cue --source serial:/dev/null",
                "bench tone --count 0",
                "bench clips --count 257",
                "bench clips --duration 4",
                "bench clips --imus 3",
                "bench clips --core 100000",
                "bench page --rounds 0",
                "bench page --duration 4",
                "bench page --speed 51",
                "run --no-page --phone",
                "run --no-page --page",
                "run --set nonsense"
            })
    void shouldSayHowToUseItWhenTheLineIsNotUnderstood(String line) {
        Typed typed = Typed.of(line.isEmpty() ? new String[0] : line.split(" ", -1));
        assertEquals(2, typed.code());
        assertEquals("", typed.out());
        List<String> err = typed.err().lines().toList();
        assertTrue(err.getFirst().startsWith("holdline: "), typed.err());
        assertTrue(err.getLast().matches("Try 'holdline( [a-z]+)* --help'\\."), typed.err());
        assertEquals(2, err.size(), typed.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "run --help",
                "replay --help",
                "record --help",
                "config --help",
                "bench cue --help",
                "bench tone --help",
                "bench clips --help"
            })
    void shouldHelpWhenAsked(String line) {
        Typed typed = Typed.of(line.split(" ", -1));
        assertEquals(0, typed.code());
        assertEquals("", typed.err());
        assertFalse(typed.out().isBlank());
    }

    @Test
    void shouldListItsExitCodesWhenHelping() {
        String help = Typed.of("--help").out();
        for (String code : List.of("0", "1", "2", "78", "130", "143")) {
            assertTrue(help.matches("(?s).*\n *" + code + " +\\S.*"), code + " in " + help);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --duration 5.5        | --duration: 5.5, expected a whole number 1..86400 s
            --duration 0          | --duration: 0, expected a whole number 1..86400 s
            --speed 0             | --speed: 0, expected a number above 0 and up to 10000, or "max"
            --speed fast          | --speed:
            --seed x              | --seed:
            --planned-s -1        | --planned-s:
            --planned-m -1        | --planned-m:
            --speed-kmh 26        | --speed-kmh:
            --speed-kmh 3         | --speed-kmh: run.speed_kmh=3.0, expected 6..20 km/h for the virtual runner
            --incline-pct 21      | --incline-pct:
            --placement knee      | --placement:
            --rate-hz 20          | --rate-hz:
            --source cloud        | --source:
            --set cue.cooldown_s=5 | --set cue.cooldown_s:
            --set cue.nonsense=5  | --set cue.nonsense:
            """)
    void shouldNameTheFlagWhenItsValueCannotBe(String flag, String expected) {
        String[] parts = flag.split(" ", 2);
        Typed typed = Typed.of("run", parts[0], parts[1]);
        assertEquals(78, typed.code());
        assertEquals("", typed.out());
        assertTrue(typed.err().startsWith(expected), typed.err());
        assertEquals(1, typed.err().lines().count(), typed.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [run]; nonsense = 1                 | :2:1: unknown key run.nonsense
            [run]; seed = 'x'                   | :2:
            [run]; duration_s = 5.5             | :2:
            [run]; speed = 0                    | :2:
            [run]; speed_kmh = 3                | :2:1: run.speed_kmh=3.0, expected 6..20 km/h
            [nonsense]; a = 1                   | :1:
            [run]; seed =                       | :2:
            seed = 1                            | :1:
            [cue]; window_steps = 4; trigger_steps = 8 | :
            """)
    void shouldNameFileLineAndColumnWhenTheConfigurationIsBad(String text, String expected) throws IOException {
        Path file = Files.writeString(folder.resolve("holdline.toml"), text.replace("; ", "\n") + "\n");
        Typed typed = Typed.of("run", "--config", file.toString());
        assertEquals(78, typed.code(), typed.err());
        assertEquals("", typed.out());
        String first = typed.err().lines().findFirst().orElse("");
        assertTrue(first.startsWith(file + expected), typed.err());
        assertTrue(first.matches(".*\\.toml:\\d+:\\d+: .*"), typed.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "replay x.csv", "record --out x.csv", "config show"})
    void shouldSayThatTheConfigurationIsMissingWhenItIs(String line) {
        List<String> arguments = new ArrayList<>(List.of(line.split(" ", -1)));
        arguments.addAll(List.of("--config", folder.resolve("no.toml").toString()));
        Typed typed = Typed.of(arguments.toArray(new String[0]));
        assertEquals(78, typed.code());
        assertEquals(folder.resolve("no.toml") + ": no such file, expected a readable TOML file\n", typed.err());
    }

    @Test
    void shouldShowEverySettingWhenAsked() {
        Typed typed = Typed.of("config", "show", "--origin", "--set", "cue.cooldown_s=90");
        assertEquals(0, typed.code());
        assertTrue(typed.out().contains("cue.cooldown_s = 90   # --set cue.cooldown_s\n"), typed.out());
        assertTrue(typed.out().contains("run.duration_s = (not set)   # built-in\n"), typed.out());
        assertTrue(Typed.of("config", "example").out().contains("\n[cue]\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run --record", "record --out"})
    void shouldNotOverwriteWhenTheRecordingExists(String line) throws IOException {
        Path file = Files.writeString(folder.resolve("run.csv"), "precious");
        List<String> arguments = new ArrayList<>(List.of(line.split(" ", -1)));
        arguments.add(file.toString());
        Typed typed = Typed.of(arguments.toArray(new String[0]));
        assertEquals(1, typed.code());
        assertEquals(file + ":0: exists already, expected a new file\n", typed.err());
        assertEquals("precious", Files.readString(file));
    }

    @Test
    void shouldWriteOnlyJsonLinesWhenAsked() throws Exception {
        Holdline.Ended ended = Holdline.run(folder, "run", "--json", "--speed", "max", "--duration", "215");
        assertEquals(0, ended.code());
        assertTrue(ended.out().endsWith("}\n"));
        List<Map<String, Object>> records = JsonText.objects(ended.out());
        assertEquals("start", records.getFirst().get("type"));
        assertEquals("summary", records.getLast().get("type"));
        Set<String> seen = new TreeSet<>();
        for (Map<String, Object> record : records) {
            seen.add((String) record.get("type"));
            assertEquals(true, record.get("simulated"), record::toString);
            boolean timeless = Set.of("start", "latency", "summary").contains((String) record.get("type"));
            assertEquals(!timeless, record.containsKey("t_us"), record::toString);
        }
        assertTrue(TYPES.containsAll(seen), seen::toString);
        assertTrue(
                seen.containsAll(Set.of("start", "state", "step", "verdict", "cue", "link", "summary")),
                seen::toString);
        assertEquals("1", records.getFirst().get("seed"));
        assertEquals(1, ended.err().lines().count(), ended.err());
    }

    @Test
    void shouldDoTheSameWhenAFileSaysWhatTheFlagsSay() throws Exception {
        Holdline.Ended flags = Holdline.run(
                folder,
                ("run --json --source virtual --speed max --duration 60 --seed 5 --placement sacral --rate-hz 100"
                                + " --planned-s 600 --planned-m 2000 --speed-kmh 11 --incline-pct 2")
                        .split(" ", -1));
        Path file = Files.writeString(folder.resolve("holdline.toml"), """
                [run]
                json = true
                source = "virtual"
                speed = "max"
                duration_s = 60
                seed = 5
                placement = "sacral"
                rate_hz = 100
                planned_s = 600
                planned_m = 2000
                speed_kmh = 11
                incline_pct = 2
                """);
        Holdline.Ended fromFile = Holdline.run(folder, "run", "--config", file.toString());
        assertEquals(0, fromFile.code());
        assertEquals(withoutLatency(flags.out()), withoutLatency(fromFile.out()));
        Map<String, Object> start = JsonText.objects(flags.out()).getFirst();
        assertEquals(
                "{type=start, simulated=true, schema=holdline-run/1, version=0.1.0, source=virtual runner, seed 5,"
                        + " placement=sacral, rate_hz=100.0, planned_s=600, planned_m=2000, speed=max, seed=5}",
                start.toString());

        Holdline.Ended otherSeed = Holdline.run(folder, "run", "--config", file.toString(), "--seed", "6");
        assertFalse(withoutLatency(flags.out()).equals(withoutLatency(otherSeed.out())), "a flag beats the file");
    }

    private static String withoutLatency(String out) {
        return out.replaceAll("(?m)^\\{\"type\":\"latency\".*\n", "");
    }

    @Test
    void shouldShowARunInWordsWhenNothingIsConfigured() throws Exception {
        Holdline.Ended ended = Holdline.run(folder, "run", "--speed", "max", "--duration", "215");
        assertEquals(0, ended.code());
        assertEquals("", ended.err());
        List<String> lines = ended.out().lines().toList();
        assertEquals(
                "Holdline 0.1.0  simulated: virtual runner, seed 1, dual, as fast as it goes (--speed 1 for real time). Ctrl-C"
                        + " ends.",
                lines.getFirst());
        for (String said : List.of(
                "  0:00  Not watching: standing",
                "  0:38  Learning your neutral",
                "  2:53  Watching",
                "CUE 1: lumbar arch +",
                "Run of 3:3",
                "read to decision  p50 ",
                "timer of this machine, lateness  p50 ")) {
            assertTrue(ended.out().contains(said), said + " in " + ended.out());
        }
        assertFalse(ended.out().contains("\u001b"), "no escapes without a terminal");
    }

    @Test
    void shouldRecordTheSameFileWhenRecordedEitherWay() throws Exception {
        Path first = folder.resolve("first.csv");
        Path second = folder.resolve("second.csv");
        String[] common = {"--speed", "max", "--duration", "40", "--seed", "3"};
        assertEquals(
                0,
                Holdline.run(folder, with(common, "run", "--record", first.toString()))
                        .code());
        assertEquals(
                0,
                Holdline.run(folder, with(common, "record", "--out", second.toString()))
                        .code());
        assertEquals(-1, Files.mismatch(first, second));

        // The commands add nothing to what the parts decide.
        Holdline.Ended steps = Holdline.run(folder, "replay", first.toString(), "--emit", "steps");
        assertEquals(MadeRuns.replay(first, ReplayRun.Emit.STEPS), steps.out());
        assertEquals("", steps.err());
        assertEquals(0, steps.code());
    }

    @Test
    void shouldReplayAsItWasTunedWhenTheRunHadSettingsOfItsOwn() throws Exception {
        Path file = folder.resolve("run.csv");
        Holdline.Ended live = Holdline.run(
                folder,
                ("run --json --speed max --duration 300 --set cue.cooldown_s=20 --set posture.min_band_deg=1.5 --record "
                                + file)
                        .split(" ", -1));
        assertEquals(0, live.code());
        List<Map<String, Object>> records = JsonText.objects(live.out());
        String cues = table(records, "cue", "t_us", "reason", "deviation_deg", "pulse_ms");
        String verdicts = table(
                records, "verdict", "t_us", "metric", "deviation_deg", "threshold_deg", "over", "confidence", "reason");

        assertEquals(cues, replayed(file, "cues"));
        assertEquals(verdicts, replayed(file, "verdicts"));
        assertEquals(live.out().lines().toList().getLast() + "\n", replayed(file, "summary"));
        assertFalse(cues.equals(replayed(file, "cues", "--set", "cue.cooldown_s=60")), "a flag beats the recording");
    }

    /** The table that a replay writes, from the records of a run. */
    private static String table(List<Map<String, Object>> records, String type, String... columns) {
        StringBuilder table = new StringBuilder(String.join(",", columns)).append('\n');
        int rows = 0;
        for (Map<String, Object> record : records) {
            if (record.get("type").equals(type)) {
                List<String> cells = new ArrayList<>();
                for (String column : columns) {
                    cells.add((String) record.get(column));
                }
                table.append(String.join(",", cells)).append('\n');
                rows++;
            }
        }
        assertTrue(rows > 2, type + ": " + rows + " rows");
        return table.toString();
    }

    private String replayed(Path file, String emit, String... more) throws IOException {
        Path out = folder.resolve("replayed");
        Typed typed = Typed.of(with(more, "replay", file.toString(), "--emit", emit, "--out", out.toString()));
        assertEquals(0, typed.code(), typed.err());
        assertEquals("", typed.err());
        return Files.readString(out);
    }

    private static String[] with(String[] common, String... first) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(common));
        return all.toArray(new String[0]);
    }

    @Test
    void shouldWriteTheSameBytesWhenTheInputIsTheSame() throws IOException {
        Path file = recording(Placement.DUAL);
        Path zipped = folder.resolve("made.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            Files.copy(file, out);
        }
        for (ReplayRun.Emit emit : ReplayRun.Emit.values()) {
            String expected = MadeRuns.replay(file, emit);
            for (Path in : List.of(file, zipped)) {
                Path out = folder.resolve(emit + ".out");
                Typed typed = Typed.of(
                        "replay",
                        in.toString(),
                        "--emit",
                        emit.name().toLowerCase(Locale.ROOT),
                        "--out",
                        out.toString());
                assertEquals(0, typed.code(), typed.err());
                assertEquals("", typed.out());
                assertEquals("", typed.err());
                assertEquals(expected, Files.readString(out));
            }
        }
        Path summary = folder.resolve("summary.json");
        Typed.of("replay", file.toString(), "--out", summary.toString());
        assertEquals(
                MadeRuns.replay(file, ReplayRun.Emit.SUMMARY),
                Files.readString(summary),
                "summary is what is emitted unasked");
    }

    @Test
    void shouldObeyWhatIsKnownBetterWhenReplaying() throws IOException {
        Path file = recording(Placement.DUAL);
        Path out = folder.resolve("out.json");
        Typed typed = Typed.of(("replay " + file
                        + " --placement thoracolumbar --planned-s 1200 --planned-m 3000 --speed-kmh 9 --out " + out)
                .split(" ", -1));
        assertEquals(0, typed.code(), typed.err());
        assertTrue(typed.err().contains("second IMU ignored with placement thoracolumbar"), typed.err());
        assertEquals(
                MadeRuns.replay(file, ReplayRun.Emit.SUMMARY, new Overrides(Placement.THORACOLUMBAR, 1200, 3000, 9000)),
                Files.readString(out));
        assertTrue(Files.readString(out).contains("\"metric\":\"trunk_upright\""));
    }

    private Path recording(Placement placement) throws IOException {
        Path file = folder.resolve("made.csv");
        MadeRuns.live(
                new VirtualClip(
                        VirtualOptions.defaults().withPlacement(placement).withDurationS(60)),
                file);
        assertEquals(Sample.UNKNOWN, Overrides.NONE.speedMPerH());
        return file;
    }
}
