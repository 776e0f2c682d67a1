package org.holdline.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;

/** Recordings of real bodies, made by others with other software. */
class RealRecordingsTest {
    private static final Path DATA =
            Path.of(System.getProperty("holdline.home", "")).toAbsolutePath().resolve("../shared/data");

    @Test
    void shouldReadEveryRowWhenRecordingIsReal() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "no recordings in " + DATA + ": reading them is not tested");
        List<Path> files;
        try (Stream<Path> found = Files.walk(DATA)) {
            files = found.filter(f -> f.toString().endsWith(".csv.gz")).sorted().toList();
        }
        assertTrue(files.size() > 0, "recordings in " + DATA);
        for (Path file : files) {
            readWhole(file);
        }
    }

    private static void readWhole(Path file) throws IOException {
        List<String> lines = rowsByOtherMeans(file);
        try (RecordingReader reader = RecordingReader.open(file)) {
            Sample sample = new Sample();
            double rateHz = reader.info().rateHz();
            for (int i = 0; i < lines.size(); i++) {
                assertTrue(reader.next(sample), file + " ends at row " + i);
                String[] cells = lines.get(i).split(",", -1);
                assertEquals(Math.round(Double.parseDouble(cells[0]) * 1e6), sample.lower.axUms2, file + " row " + i);
                assertEquals(Math.round(Double.parseDouble(cells[5]) * 1e6), sample.lower.gzUrads, file + " row " + i);
                assertEquals(Math.round(i * 1e6 / rateHz), sample.timeUs, file + " row " + i);
            }
            assertTrue(!reader.next(sample), file + " goes on after " + lines.size() + " rows");
            assertEquals(0, reader.droppedPartialLines());
            assertEquals(1, reader.warnings().size(), "only the placement is not said: " + reader.warnings());
        }
    }

    private static List<String> rowsByOtherMeans(Path file) throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.startsWith("#")).skip(1).toList();
        }
    }
}
