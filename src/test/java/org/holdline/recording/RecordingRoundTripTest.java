package org.holdline.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordingRoundTripTest {
    private static final long SEED = 31_337;

    @TempDir
    Path folder;

    private Path write(Placement placement, int rows) throws IOException {
        Path file = folder.resolve(placement.word() + rows + ".csv");
        try (RecordingWriter writer =
                RecordingWriter.create(file, MadeSamples.info(placement), RecordingNotes.NONE, false)) {
            Sample sample = new Sample();
            for (int i = 0; i < rows; i++) {
                MadeSamples.fill(sample, SEED, i);
                writer.write(sample);
            }
            writer.flush();
            assertNull(writer.failure());
            assertEquals(rows, writer.rows());
        }
        return file;
    }

    @ParameterizedTest
    @EnumSource(Placement.class)
    void shouldReadWhatWasWrittenWhenSamplesAreRandom(Placement placement) throws IOException {
        Path file = write(placement, 50_000);
        try (RecordingReader reader = RecordingReader.open(file)) {
            assertEquals(MadeSamples.info(placement), reader.info());
            assertEquals(50_000, countPrefix(reader, placement.isDual()));
            assertTrue(reader.warnings().isEmpty(), () -> reader.warnings().toString());
        }
    }

    /** Rows until the end, each of which must be the one that was written at its place. */
    private static long countPrefix(RecordingReader reader, boolean dual) throws IOException {
        Sample sample = new Sample();
        while (reader.next(sample)) {
            long row = reader.rows() - 1;
            assertEquals(
                    MadeSamples.expected(SEED, row, dual),
                    MadeSamples.text(sample, dual),
                    () -> "row " + row + ", seed " + SEED);
        }
        return reader.rows();
    }

    @Test
    void shouldReadHeaderAsWrittenWhenItsValuesAreRandom() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        Sample sample = new Sample();
        for (int i = 0; i < 2_000; i++) {
            StreamInfo info = new StreamInfo(
                    "source " + i,
                    random.nextBoolean(),
                    random.nextDouble(50, 1_000),
                    Placement.values()[random.nextInt(3)],
                    random.nextInt(Integer.MAX_VALUE),
                    random.nextInt(Integer.MAX_VALUE),
                    random.nextInt(Integer.MAX_VALUE / 1_000_000 * 1_000_000 - 10_000_000),
                    random.nextInt(2_140_000_000));
            FakeDisk disk = new FakeDisk();
            try (RecordingWriter writer = new RecordingWriter(disk, info, RecordingNotes.NONE)) {
                writer.write(sample);
            }
            try (RecordingReader reader = open(disk.written.toByteArray())) {
                assertEquals(info, reader.info(), "seed " + SEED);
            }
        }
    }

    @Test
    void shouldGiveWholeRowsAndWarningWhenFileIsCutAnywhereInItsLastPages() throws IOException {
        byte[] whole = Files.readAllBytes(write(Placement.DUAL, 100));
        for (int length = whole.length - 4_096; length <= whole.length; length++) {
            readCut(whole, length);
        }
    }

    @Test
    void shouldGiveCleanErrorOrWholeRowsWhenFileIsCutAnywhere() throws IOException {
        byte[] whole = Files.readAllBytes(write(Placement.SACRAL, 5));
        for (int length = 0; length <= whole.length; length++) {
            readCut(whole, length);
        }
    }

    private static void readCut(byte[] whole, int length) throws IOException {
        byte[] cut = Arrays.copyOf(whole, length);
        boolean dual = new String(whole, StandardCharsets.UTF_8).contains("dual");
        long rows = wholeRows(cut);
        if (rows == 0) {
            String message = assertThrows(
                            RecordingException.class, () -> open(cut).close())
                    .getMessage();
            assertTrue(message.matches(".*:\\d+: (no header line|no rows|empty file).*, expected .*"), message);
            return;
        }
        try (RecordingReader reader = open(cut)) {
            assertEquals(rows, countPrefix(reader, dual), "cut to " + length);
            boolean partial = cut[length - 1] != '\n';
            assertEquals(partial ? 1 : 0, reader.droppedPartialLines(), "cut to " + length);
            assertEquals(partial ? 1 : 0, reader.warnings().size(), "cut to " + length);
        }
    }

    private static RecordingReader open(byte[] bytes) throws RecordingException {
        return RecordingReader.openStream(Path.of("memory.csv"), new ByteArrayInputStream(bytes));
    }

    /** Rows with their line feed: lines that begin with a digit. */
    private static long wholeRows(byte[] bytes) {
        long rows = 0;
        int from = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                rows += bytes[from] >= '0' && bytes[from] <= '9' ? 1 : 0;
                from = at + 1;
            }
        }
        return rows;
    }
}
