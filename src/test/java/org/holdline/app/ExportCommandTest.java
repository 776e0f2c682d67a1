package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.report.JsonText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code holdline export make} as it is typed. */
@Timeout(180)
class ExportCommandTest {
    private static final String START = "2026-05-17T18:30:00+02:00";

    @TempDir
    static Path recordings;

    @TempDir
    Path folder;

    private static Path simulated;
    private static Path real;
    private Path out;

    @BeforeAll
    static void record() throws IOException {
        simulated = recordings.resolve("simulated.csv");
        MadeRuns.live(new VirtualClip(VirtualOptions.defaults().withSeed(3).withDurationS(240)), simulated);
        // The same samples, as if a clip had measured them and nobody had said the belt.
        real = recordings.resolve("real.csv");
        String text = Files.readString(simulated)
                .replaceFirst("# simulated: 1", "# simulated: 0")
                .replaceFirst("speed_kmh,incline_pct", "was_speed,was_incline");
        Files.writeString(real, text);
    }

    @BeforeEach
    void name() {
        out = folder.resolve("run.fit");
    }

    private Typed make(Path recording, String... more) {
        return Typed.of(Stream.concat(
                        Stream.of("export", "make", recording.toString(), "--out", out.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void shouldRefuseAnActivityWhenNobodyRan() throws IOException {
        Typed typed = make(simulated, "--start", START);
        assertEquals(1, typed.code());
        assertEquals("", typed.out());
        assertEquals(
                "holdline: " + out + ": a simulated run, and training sites take a FIT file for a run of yours,"
                        + " expected --simulated to make it all the same",
                typed.err().strip());
        assertFalse(Files.exists(out));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
        Typed consented = make(simulated, "--start", START, "--simulated");
        assertEquals(0, consented.code(), consented.err());
        assertTrue(consented.out().contains("km by entered speed, simulated"), consented.out());
        byte[] file = Files.readAllBytes(out);
        assertEquals(".FIT", new String(file, 8, 4, StandardCharsets.US_ASCII));
    }

    @Test
    void shouldMakeEveryFormatWhenTheNameEndsSo() throws IOException {
        for (String end : List.of("fit", "tcx", "csv", "json")) {
            out = folder.resolve("run." + end);
            Typed typed = make(real, "--start", START, "--speed-kmh", "10.5", "--incline-pct", "-1", "--json");
            assertEquals(0, typed.code(), typed.err());
            Map<String, Object> told = JsonText.object(typed.out().strip());
            assertEquals("holdline-export/1", told.get("schema"));
            assertEquals(end, told.get("format"));
            assertEquals("2026-05-17T16:30:00Z", told.get("started_at"));
            assertEquals("entered", told.get("speed_known"));
            assertEquals("false", told.get("simulated").toString());
            assertTrue(Double.parseDouble((String) told.get("distance_m")) > 300, typed.out());
            assertTrue(Files.size(out) > 1000);
        }
    }

    @Test
    void shouldSayThatThereIsNoDistanceWhenNobodySaidTheBelt() throws IOException {
        Typed typed = make(real, "--start", START);
        assertEquals(0, typed.code(), typed.err());
        assertTrue(typed.out().contains("no distance: the belt's speed is not known at every step"), typed.out());
        Typed json = make(real, "--start", START, "--json");
        assertFalse(JsonText.object(json.out().strip()).containsKey("distance_m"), json.out());
    }

    @Test
    void shouldTakeTheBeltOfAFileWhenOneIsNamed() throws IOException {
        Path belt = Files.writeString(folder.resolve("belt.csv"), "time_s,speed_kmh,incline_pct\n0,0,0\n40,10,1\n");
        out = folder.resolve("run.json");
        assertEquals(0, make(real, "--start", START, "--belt", belt.toString()).code());
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> spans = (List<Map<String, Object>>)
                JsonText.object(Files.readString(out)).get("belt");
        assertEquals(
                List.of("0.000", "40.000"),
                spans.stream().map(span -> span.get("from_s")).toList());
        assertEquals("entered", spans.get(1).get("known"));
    }

    @Test
    void shouldNameThePlaceWhenTheBeltFileIsNoGood() throws IOException {
        Path belt = Files.writeString(folder.resolve("belt.csv"), "time_s,speed_kmh,incline_pct\n0,9,0\n60,29,0\n");
        Typed typed = make(real, "--start", START, "--belt", belt.toString());
        assertEquals(1, typed.code());
        assertEquals(
                belt + ":3:4: speed_kmh '29' out of range, expected 0..25 km/h",
                typed.err().strip());
        Typed json = make(real, "--start", START, "--belt", belt.toString(), "--json");
        Map<String, Object> error = JsonText.object(json.out().strip());
        assertEquals("error", error.get("type"));
        assertEquals("1", error.get("exit_code"));
        assertTrue(error.get("text").toString().startsWith(belt + ":3:4: "));
    }

    @Test
    void shouldBeginBeforeTheFilesOwnTimeWhenNoStartIsSaid() throws IOException {
        Instant ended = Instant.parse("2026-03-01T12:00:00Z");
        Files.setLastModifiedTime(real, FileTime.from(ended));
        Typed typed = make(real, "--json");
        assertEquals(0, typed.code(), typed.err());
        assertEquals(
                "2026-03-01T11:56:00Z", JsonText.object(typed.out().strip()).get("started_at"));
        assertTrue(typed.err().contains("by the time of the recording's file; --start says another"), typed.err());
    }

    @Test
    void shouldReplaceTheFileWhenOneIsThereAndLeaveItWhenTheRecordingIsBroken() throws IOException {
        Files.writeString(out, "old");
        assertEquals(0, make(real, "--start", START).code());
        byte[] good = Files.readAllBytes(out);
        assertNotEquals(3, good.length);
        Path broken = Files.writeString(folder.resolve("broken.csv"), Files.readString(real) + "no,numbers\n");
        Typed typed = make(broken, "--start", START);
        assertEquals(1, typed.code());
        assertTrue(typed.err().startsWith(broken + ":"), typed.err());
        assertArrayEquals(good, Files.readAllBytes(out));
    }

    @Test
    void shouldNotWriteOverWhatItReads() throws IOException {
        byte[] before = Files.readAllBytes(real);
        Typed typed = Typed.of("export", "make", real.toString(), "--out", real.toString());
        assertEquals(2, typed.code());
        assertArrayEquals(before, Files.readAllBytes(real));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export",
                "export make",
                "export make r.csv",
                "export make r.csv --out x.txt",
                "export make r.csv --out x.fit --format gpx",
                "export make r.csv --out x.fit --speed-kmh 25.1",
                "export make r.csv --out x.fit --speed-kmh -1",
                "export make r.csv --out x.fit --speed-kmh 1e999999999",
                "export make r.csv --out x.fit --speed-kmh fast",
                "export make r.csv --out x.fit --speed-kmh 9 --incline-pct 20.1",
                "export make r.csv --out x.fit --incline-pct 1",
                "export make r.csv --out x.fit --speed-kmh 9 --belt b.csv",
                "export make r.csv --out x.fit --start yesterday",
                "export make r.csv --out x.fit --start 2026-02-30T10:00:00Z"
            })
    void shouldSayHowToUseItWhenTheLineIsNotUnderstood(String line) {
        Typed typed = Typed.of(line.split(" ", -1));
        assertEquals(2, typed.code(), typed.err());
        assertTrue(typed.err().startsWith("holdline: "), typed.err());
        assertTrue(typed.err().lines().toList().getLast().matches("Try 'holdline( [a-z]+)* --help'\\."), typed.err());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-17T18:30:00+02:00, 2026-05-17T16:30:00Z",
        "2026-05-17T16:30:00Z, 2026-05-17T16:30:00Z",
        "2026-05-17T16:30:00.250z, 2026-05-17T16:30:00.250Z"
    })
    void shouldTakeTheTimeWhenItIsWrittenWithAnOffset(String typed, String expected) throws IOException {
        out = folder.resolve("run.csv");
        Typed made = make(real, "--start", typed, "--json");
        assertEquals(0, made.code(), made.err());
        assertEquals(expected, JsonText.object(made.out().strip()).get("started_at"));
    }
}
