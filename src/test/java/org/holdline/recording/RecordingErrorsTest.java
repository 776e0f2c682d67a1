package org.holdline.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way a recording can be wrong, with the exact line a person gets to read. */
class RecordingErrorsTest {
    private static final String KEYS = "# rate_hz: 100\n# placement: sacral\n";
    private static final String HEADER = "ax,ay,az,gx,gy,gz\n";
    private static final String ROW = "0.1,0.2,9.8,0.01,0.02,0.03\n";
    private static final String STAMPED = "# placement: sacral\nt_us,ax,ay,az,gx,gy,gz\n";
    private static final String EXPECTED_HEADER = "expected a header line with ax,ay,az,gx,gy,gz";
    private static final String EXPECTED_FILE = "expected a recording (CSV or gzipped CSV)";

    @TempDir
    Path folder;

    static Stream<Arguments> texts() {
        return Stream.of(
                text("", "1: empty file, " + EXPECTED_HEADER),
                text("\ufeff\n", "1: no header line, " + EXPECTED_HEADER),
                text("# rate_hz: 100\n", "1: no header line, " + EXPECTED_HEADER),
                text(
                        KEYS + "ax,ay,az,gx,gy,gz",
                        "3: no header line (the last line lacks its line feed and does not count), " + EXPECTED_HEADER),
                text(KEYS + HEADER, "3: no rows, expected at least one below the header"),
                text(
                        KEYS + HEADER + "1,2,3,0.1,0.2,0.3",
                        "4: no rows (the last line lacks its line feed and does not count), expected at least one below"
                                + " the header"),
                text(KEYS + ROW, "3: numbers instead of a header line, expected columns ax,ay,az,gx,gy,gz"),
                text(KEYS + "ax,ay,az,gx,gz\n" + ROW, "3: no column gy, expected all of ax,ay,az,gx,gy,gz"),
                text(KEYS + "time,x\n1,2\n", "3: no column ax,ay,az,gx,gy,gz, expected all of ax,ay,az,gx,gy,gz"),
                text(
                        KEYS + "ax,ay,az,gx,gy,gz,ax2,ay2,az2,gx2,gz2\n",
                        "3: no column gy2, expected all of ax2,ay2,az2,gx2,gy2,gz2"),
                text(KEYS + "ax,ay,az,gx,gy,gz,ax\n", "3: column ax twice, expected it once"),
                text(KEYS + HEADER + "1,2,3,4,5\n", "4: cells: 5, expected 6 as in the header"),
                text(KEYS + HEADER + ROW + "\n" + "1,2,3,4,5,6,7\n", "6: cells: 7, expected 6 as in the header"),
                text(KEYS + HEADER + "1,2,3\n4,5,6\n", "4: cells: 3, expected 6 as in the header"),
                row("abc,0,0,0,0,0", "ax 'abc', expected a number from -400 to 400 m/s^2"),
                row("0,0,,0,0,0", "az empty, expected a number from -400 to 400 m/s^2"),
                row("0,0,0,NaN,0,0", "gx 'NaN', expected a finite number from -90 to 90 rad/s"),
                row("0,-inf,0,0,0,0", "ay '-inf', expected a finite number from -400 to 400 m/s^2"),
                row("0,400.000001,0,0,0,0", "ay '400.000001' out of range, expected -400 to 400 m/s^2"),
                row("0,0,-400.0000005,0,0,0", "az '-400.0000005' out of range, expected -400 to 400 m/s^2"),
                row("0,0,0,0,0,1e400", "gz '1e400' out of range, expected -90 to 90 rad/s"),
                row("0,0,0,0,-91,0", "gy '-91' out of range, expected -90 to 90 rad/s"),
                row("a\u0007b,0,0,0,0,0", "ax 'a?b', expected a number from -400 to 400 m/s^2"),
                row(
                        "x".repeat(90) + ",0,0,0,0,0",
                        "ax '" + "x".repeat(40) + "...', expected a number from -400 to 400 m/s^2"),
                cell("cue_active", "2", "cue_active '2', expected 0, 1, false or true"),
                cell("speed_kmh", "60.001", "speed_kmh '60.001' out of range, expected 0 to 60 km/h"),
                cell("speed_kmh", "-1", "speed_kmh '-1' out of range, expected 0 to 60 km/h"),
                cell("speed_kmh", "fast", "speed_kmh 'fast', expected a number from 0 to 60 km/h"),
                cell("incline_pct", "41", "incline_pct '41' out of range, expected -30 to 40 %"),
                cell("temp_c", "151", "temp_c '151' out of range, expected -60 to 150 degrees Celsius"),
                cell("temp_c", "nan", "temp_c 'nan', expected a finite number from -60 to 150 degrees Celsius"),
                text(
                        "# placement: sacral\n" + HEADER + ROW,
                        "2: no rate, expected a line \"# rate_hz: N\" above the header or a column t_us"),
                key("rate_hz: 0", "rate_hz '0', expected a number from 50 to 1000"),
                key("rate_hz: 49.9", "rate_hz '49.9', expected a number from 50 to 1000"),
                key("rate_hz: 1000.1 (fast)", "rate_hz '1000.1', expected a number from 50 to 1000"),
                key("rate_hz:", "rate_hz '', expected a number from 50 to 1000"),
                key("rate_hz: NaN", "rate_hz 'NaN', expected a number from 50 to 1000"),
                key("rate_hz: 0x1p7", "rate_hz '0x1p7', expected a number from 50 to 1000"),
                key("rate_hz: 100f", "rate_hz '100f', expected a number from 50 to 1000"),
                key("placement: chest", "placement 'chest', expected sacral, thoracolumbar or dual"),
                key("planned_s: soon", "planned_s 'soon', expected a number from 0 to 2147483647"),
                key("planned_m: -1", "planned_m '-1', expected a number from 0 to 2147483647"),
                key("simulated: yes", "simulated 'yes', expected 0 or 1"),
                key("accel_range_g: -16", "accel_range_g '-16', expected a number from 0 to 218"),
                key("gyro_range_dps: 1e6", "gyro_range_dps '1e6', expected a number from 0 to 123000"),
                key("holdline_recording: 3", "made by a newer Holdline (holdline_recording '3'), expected version 2"),
                key("holdline_recording: 0", "holdline_recording '0', expected a number from 1 to 2147483647"),
                text("# rate_hz: 100\n#rate_hz:100\n", "2: rate_hz given already in line 1, expected it once"),
                text(
                        "# rate_hz: 100\n# placement: dual\n" + HEADER + ROW,
                        "2: placement dual without a second IMU, expected columns ax2,ay2,az2,gx2,gy2,gz2"),
                stamps("t_us '-1' out of range, expected 0 to 4000000000000000 us", 3, "-1"),
                stamps("t_us 5000 after 5000, expected times that rise strictly", 4, "5000", "5000"),
                stamps("t_us 4999 after 5000, expected times that rise strictly", 4, "5000", "4999"),
                stamps("t_us 1 after 1, expected times that rise strictly", 4, "0.6", "1.4"),
                stamps("t_us empty, expected a number from 0 to 4000000000000000 us", 3, ""),
                stamps(
                        "t_us '9223372036854775808' out of range, expected 0 to 4000000000000000 us",
                        3,
                        "9223372036854775808"),
                stamps("no rate, expected a line \"# rate_hz: N\" or two rows with t_us", 2, "0"),
                stamps("rate 10.0 Hz by the median step of t_us, expected 50 to 1000 Hz", 2, "0", "100000"),
                stamps("rate 2000.0 Hz by the median step of t_us, expected 50 to 1000 Hz", 2, "0", "500"),
                text(
                        KEYS + HEADER + ROW + "#" + "x".repeat(65_536) + "\n",
                        "5: line too long, expected at most 65536 bytes before the line feed"),
                text("x".repeat(1_000_000), "1: line too long, expected at most 65536 bytes before the line feed"));
    }

    private static Arguments text(String text, String expected) {
        return Arguments.of(text, expected);
    }

    private static Arguments row(String row, String expected) {
        return text(KEYS + HEADER + ROW + row + "\n" + ROW, "5: " + expected);
    }

    private static Arguments cell(String column, String cell, String expected) {
        return text(KEYS + column + "," + HEADER + cell + "," + ROW, "4: " + expected);
    }

    private static Arguments key(String key, String expected) {
        return text("\n# " + key + "\n" + HEADER + ROW, "2: " + expected);
    }

    private static Arguments stamps(String expected, int line, String... stamps) {
        return text(
                STAMPED
                        + String.join(
                                "",
                                Arrays.stream(stamps).map(t -> t + "," + ROW).toList()),
                line + ": " + expected);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void shouldNameLineAndExpectationWhenTextIsWrong(String text, String expected) throws IOException {
        Path file = folder.resolve("run.csv");
        Files.writeString(file, text);
        assertEquals(file + ":" + expected, messageOf(file));
    }

    @Test
    void shouldNameLineAndExpectationWhenTextIsWrongInsideGzip() throws IOException {
        Path file = folder.resolve("run.csv.gz");
        Files.write(file, gzip((KEYS + HEADER + ROW + "1,2,x,4,5,6\n").getBytes(StandardCharsets.UTF_8)));
        assertEquals(file + ":5: az 'x', expected a number from -400 to 400 m/s^2", messageOf(file));
    }

    @Test
    void shouldRefuseWhenFileIsMissing() {
        Path file = folder.resolve("none.csv");
        assertEquals(file + ":0: no such file, " + EXPECTED_FILE, messageOf(file));
    }

    @Test
    void shouldRefuseWhenFileIsFolder() {
        assertEquals(folder + ":0: a folder, " + EXPECTED_FILE, messageOf(folder));
    }

    @Test
    void shouldRefuseWhenPathRunsThroughFile() throws IOException {
        Path file = folder.resolve("run.csv");
        Files.writeString(file, "x");
        Path below = file.resolve("below.csv");
        assertEquals(below + ":0: not readable (" + below + ": Not a directory), " + EXPECTED_FILE, messageOf(below));
    }

    @Test
    void shouldRefuseWhenFileIsNotReadable() throws IOException {
        Path file = folder.resolve("run.csv");
        Files.writeString(file, KEYS + HEADER + ROW);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "this user reads files it has no permission for (root): not tested");
        assertEquals(file + ":0: not readable, permission denied, " + EXPECTED_FILE, messageOf(file));
    }

    @Test
    void shouldRefuseWhenColumnsOfSecondImuAreMissingForPlacementSaid() throws IOException {
        Path file = folder.resolve("run.csv");
        Files.writeString(file, "# rate_hz: 100\n" + HEADER + ROW);
        RecordingException error = assertThrows(
                RecordingException.class,
                () -> RecordingReader.open(file, Placement.DUAL).close());
        assertEquals(
                file + ":2: placement dual without a second IMU, expected columns ax2,ay2,az2,gx2,gy2,gz2",
                error.getMessage());
    }

    @Test
    void shouldRefuseEveryCutWhenGzipIsTruncated() throws IOException {
        StringBuilder text = new StringBuilder(KEYS + HEADER);
        for (int i = 0; i < 200; i++) {
            text.append(i).append(".5,").append(ROW, ROW.indexOf(',') + 1, ROW.length());
        }
        byte[] whole = gzip(text.toString().getBytes(StandardCharsets.UTF_8));
        Path file = folder.resolve("run.csv.gz");
        for (int length = 2; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            String message = messageOf(file);
            assertEquals(
                    "gzip data cut off, expected them whole",
                    message.substring(message.indexOf(": ") + 2),
                    "cut to " + length + " bytes of " + whole.length);
        }
    }

    @Test
    void shouldRefuseWhenGzipIsDamaged() throws IOException {
        byte[] bytes = gzip((KEYS + HEADER + ROW.repeat(1_000)).getBytes(StandardCharsets.UTF_8));
        bytes[bytes.length - 6] ^= 1;
        Path file = folder.resolve("run.csv.gz");
        Files.write(file, bytes);
        assertEquals(file + ":1004: broken gzip data (Corrupt GZIP trailer), expected them whole", messageOf(file));
    }

    @Test
    void shouldNameLineWhenReadingFailsOnTheWay() {
        byte[] head = (KEYS + HEADER + ROW).getBytes(StandardCharsets.UTF_8);
        InputStream failing = new SequenceInputStream(new ByteArrayInputStream(head), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                throw new IOException("Input/output error");
            }
        });
        RecordingException error = assertThrows(RecordingException.class, () -> {
            try (RecordingReader reader = RecordingReader.openStream(Path.of("card.csv"), failing)) {
                Sample sample = new Sample();
                reader.next(sample);
                reader.next(sample);
            }
        });
        assertEquals("card.csv:5: reading failed (Input/output error), expected a readable file", error.getMessage());
    }

    @Test
    void shouldThrowTheSameAgainWhenReadingGoesOnAfterAnError() throws IOException {
        Path file = folder.resolve("run.csv");
        Files.writeString(file, KEYS + HEADER + ROW + "bad\n" + ROW);
        try (RecordingReader reader = RecordingReader.open(file)) {
            Sample sample = new Sample();
            reader.next(sample);
            RecordingException first = assertThrows(RecordingException.class, () -> reader.next(sample));
            assertEquals(first, assertThrows(RecordingException.class, () -> reader.next(sample)));
            assertEquals(5, first.line());
        }
    }

    @Test
    void shouldStayOnOneLineWhenFileNameHasLineFeed() {
        Path file = folder.resolve("a\nb.csv");
        assertEquals(folder.resolve("a?b.csv") + ":0: no such file, " + EXPECTED_FILE, messageOf(file));
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static String messageOf(Path file) {
        return assertThrows(RecordingException.class, () -> readAll(file)).getMessage();
    }

    private static void readAll(Path file) throws IOException {
        try (RecordingReader reader = RecordingReader.open(file)) {
            Sample sample = new Sample();
            while (reader.next(sample)) {
                // Only the error matters.
            }
        }
    }
}
