package org.holdline.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run has millions of rows: none of them may cost garbage, in either direction. */
class RecordingAllocationTest {
    private static final int ROWS = 40_000;
    private static final int WINDOW = 100;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    @Test
    void shouldAllocateNothingPerRowWhenWritingAndReading() throws IOException {
        Path file = folder.resolve("run.csv");
        Sample sample = new Sample();
        long least = Long.MAX_VALUE;
        try (RecordingWriter writer =
                RecordingWriter.create(file, MadeSamples.info(Placement.DUAL), RecordingNotes.NONE, false)) {
            for (int window = 0; window < ROWS / WINDOW; window++) {
                MadeSamples.fill(sample, 1, window);
                sample.timeUs = (long) window * WINDOW;
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < WINDOW; i++) {
                    sample.timeUs++;
                    writer.write(sample);
                }
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertNull(writer.failure());
        }
        assertEquals(0, least, "bytes allocated writing " + WINDOW + " rows");
        restamp(file);
        assertEquals(0, leastReading(file, sample), "bytes allocated reading " + WINDOW + " rows");
    }

    /** Rows a microsecond apart are no recording; without the column's name the stamps are nobody's business. */
    private static void restamp(Path file) throws IOException {
        Files.writeString(file, Files.readString(file).replace("\nt_us,", "\nstamp,"));
    }

    private long leastReading(Path file, Sample sample) throws IOException {
        long least = Long.MAX_VALUE;
        try (RecordingReader reader = RecordingReader.open(file)) {
            for (int window = 0; window < ROWS / WINDOW - 1; window++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < WINDOW; i++) {
                    assertTrue(reader.next(sample));
                }
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
        }
        return least;
    }
}
