package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that is no recording: one line that says where, exit code 1, and nothing written anywhere. */
@Timeout(120)
class ReplayErrorsTest {
    private static final String HEAD = "# rate_hz: 200\n# placement: sacral\nax,ay,az,gx,gy,gz\n";
    private static final String ROW = "0,0,9.81,0,0,0\n";

    @TempDir
    Path folder;

    /** Each with the line it must name; a missing file and a folder have none. */
    enum Bad {
        MISSING(0, "") {
            @Override
            void write(Path file) {}
        },
        FOLDER(0, "") {
            @Override
            void write(Path file) throws IOException {
                Files.createDirectory(file);
            }
        },
        EMPTY(1, ""),
        ONLY_REMARKS(2, "# rate_hz: 200\n# placement: sacral\n"),
        NO_ROWS(3, HEAD),
        NO_RATE(1, "ax,ay,az,gx,gy,gz\n" + ROW),
        NO_HEADER(3, "# rate_hz: 200\n# placement: sacral\n" + ROW),
        NO_GYRO(3, "# rate_hz: 200\n# placement: sacral\nax,ay,az\n0,0,9.81\n"),
        TWICE(3, "# rate_hz: 200\n# placement: sacral\nax,ax,ay,az,gx,gy,gz\n0," + ROW),
        RATE_TOO_LOW(1, "# rate_hz: 10\n# placement: sacral\nax,ay,az,gx,gy,gz\n" + ROW),
        RATE_NOT_A_NUMBER(1, "# rate_hz: fast\n# placement: sacral\nax,ay,az,gx,gy,gz\n" + ROW),
        PLACEMENT(2, "# rate_hz: 200\n# placement: knee\nax,ay,az,gx,gy,gz\n" + ROW),
        DUAL_WITHOUT_SECOND(2, "# rate_hz: 200\n# placement: dual\nax,ay,az,gx,gy,gz\n" + ROW),
        RAGGED(5, HEAD + ROW + "0,0,9.81\n" + ROW),
        RAGGED_LONG(5, HEAD + ROW + "0,0,9.81,0,0,0,0\n" + ROW),
        NAN(6, HEAD + ROW + ROW + "0,NaN,9.81,0,0,0\n"),
        INFINITE(5, HEAD + ROW + "0,inf,9.81,0,0,0\n"),
        WORD(5, HEAD + ROW + "0,abc,9.81,0,0,0\n"),
        EMPTY_CELL(5, HEAD + ROW + "0,,9.81,0,0,0\n"),
        TOO_LARGE(5, HEAD + ROW + "0,0,9810,0,0,0\n"),
        COMMA_AS_POINT(5, HEAD + ROW + "0;0;9,81;0;0;0\n"),
        BINARY(1, "\u0000\u0001\u0002\uFFFD\n"),
        TIME_STANDS(3, "# placement: sacral\nt_us,ax,ay,az,gx,gy,gz\n0," + ROW + "0," + ROW) {
            @Override
            int line() {
                return 4;
            }
        },
        TIME_BACK(5, "# placement: sacral\nt_us,ax,ay,az,gx,gy,gz\n0," + ROW + "5000," + ROW + "4000," + ROW),
        ONLY_A_CUT_ROW(4, HEAD + "0,0,9.81,0,0,0"),
        LATE_FAULT(20_004, HEAD + ROW.repeat(20_000) + "0,0,9.81,0,0\n"),
        BROKEN_GZIP(0, "") {
            @Override
            void write(Path file) throws IOException {
                byte[] bytes = zipped(HEAD + ROW.repeat(5_000));
                bytes[bytes.length / 2] ^= 0x55;
                bytes[bytes.length / 2 + 1] ^= 0x55;
                Files.write(file, bytes);
            }
        },
        CUT_GZIP(0, "") {
            @Override
            void write(Path file) throws IOException {
                byte[] bytes = zipped(HEAD);
                Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            }
        },
        ZIPPED_NOTHING(1, "") {
            @Override
            void write(Path file) throws IOException {
                Files.write(file, zipped(""));
            }
        };

        private final int line;
        private final String text;

        Bad(int line, String text) {
            this.line = line;
            this.text = text;
        }

        void write(Path file) throws IOException {
            Files.writeString(file, text);
        }

        int line() {
            return line;
        }

        static byte[] zipped(String text) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            return bytes.toByteArray();
        }
    }

    @ParameterizedTest
    @EnumSource(Bad.class)
    void shouldNameTheLineAndLeaveNothingWhenTheInputIsBad(Bad bad) throws IOException {
        Path file = folder.resolve("in.csv");
        bad.write(file);
        Path results = Files.createDirectory(folder.resolve("results"));
        Path old = Files.writeString(results.resolve("old.csv"), "old");
        Path fresh = results.resolve("fresh.csv");
        for (ReplayRun.Emit emit : List.of(ReplayRun.Emit.ATTITUDE, ReplayRun.Emit.SUMMARY)) {
            for (Path out : List.of(old, fresh)) {
                Typed typed = Typed.of("replay", file.toString(), "--emit", emit.name(), "--out", out.toString());
                assertAll(
                        bad + " " + emit,
                        () -> assertEquals(1, typed.code(), typed.err()),
                        () -> assertEquals("", typed.out()),
                        () -> assertEquals(1, typed.err().lines().count(), typed.err()),
                        () -> assertTrue(typed.err().startsWith(file + ":" + lineText(bad)), typed.err()),
                        () -> assertTrue(typed.err().contains(", expected "), typed.err()));
            }
        }
        assertEquals("old", Files.readString(old));
        try (Stream<Path> left = Files.list(results)) {
            assertEquals(List.of(old), left.toList());
        }
    }

    private static String lineText(Bad bad) {
        // Where a damaged gzip breaks depends on the damage.
        return bad == Bad.BROKEN_GZIP || bad == Bad.CUT_GZIP ? "" : bad.line() + ": ";
    }

    @ParameterizedTest
    @ValueSource(strings = {"MISSING", "LATE_FAULT", "BROKEN_GZIP"})
    void shouldWriteNothingToStandardOutputWhenTheInputIsBad(Bad bad) throws Exception {
        Path file = folder.resolve("in.csv");
        bad.write(file);
        Holdline.Ended ended = Holdline.run(folder, "replay", file.toString(), "--emit", "attitude");
        assertEquals(1, ended.code());
        assertEquals("", ended.out());
        assertEquals(1, ended.err().lines().count(), ended.err());
    }

    @Test
    void shouldFailALiveRunInTheSameWordsWhenItsSourceIsBad() throws Exception {
        Path file = folder.resolve("in.csv");
        Bad.LATE_FAULT.write(file);
        Holdline.Ended ended = Holdline.run(folder, "run", "--json", "--source", "replay:" + file, "--speed", "max");
        assertEquals(1, ended.code());
        assertEquals(
                file + ":20004: cells: 5, expected 6 as in the header",
                ended.err().lines().toList().getLast());
        assertTrue(ended.out().contains("\"type\":\"summary\""), "what was measured is still told");

        Holdline.Ended missing = Holdline.run(folder, "run", "--source", "replay:" + folder.resolve("no.csv"));
        assertEquals(1, missing.code());
        assertEquals("", missing.out());
        assertEquals(1, missing.err().lines().count(), missing.err());
    }

    @Test
    void shouldWarnOnceInALiveRunWhenTheLastLineWasCutOrWordsAreUnknown() throws Exception {
        Path file = Files.writeString(
                folder.resolve("in.csv"),
                "# rate_hz: 200\nmarker,ax,ay,az,gx,gy,gz\n" + ("," + ROW).repeat(2000) + "jump," + ROW + ",0,0,9.8");
        List<String> warnings = List.of(
                "holdline: warning: " + file
                        + ":2: no placement, taken as sacral, expected a line \"# placement: ...\"",
                "holdline: warning: " + file
                        + ":2003: marker 'jump' ignored, expected stand, bend, drill, walk, baseline,"
                        + " neutral, hollow, lean, run or end",
                "holdline: warning: " + file + ":2004: last line dropped, expected a line feed at its end");
        Holdline.Ended live = Holdline.run(folder, "run", "--source", "replay:" + file, "--speed", "max");
        assertEquals(0, live.code());
        assertEquals(warnings, live.err().lines().toList());
        Holdline.Ended replay = Holdline.run(folder, "replay", file.toString());
        assertEquals(0, replay.code());
        assertEquals(warnings, replay.err().lines().toList());
        assertTrue(replay.out().contains("\"dropped_partial_lines\":1"), replay.out());
    }

    @Test
    void shouldKeepTheMessageOnOneLineWhenTheFileNameHoldsALineFeed() throws IOException {
        Path file = Files.writeString(folder.resolve("a\nb.csv"), HEAD);
        Typed typed = Typed.of("replay", file.toString());
        assertEquals(1, typed.code());
        assertEquals(1, typed.err().lines().count(), typed.err());
    }
}
