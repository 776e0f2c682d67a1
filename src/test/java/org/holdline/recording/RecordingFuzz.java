package org.holdline.recording;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.holdline.sample.Sample;

/** Any bytes as a recording: rows, or one clear error that names file and line; nothing else is thrown. */
public final class RecordingFuzz {
    private static final Path NAME = Path.of("any.csv");

    private RecordingFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        run(input);
    }

    /** Rows read before the end or the error. */
    static long run(byte[] input) throws IOException {
        long rows = 0;
        try (RecordingReader reader = RecordingReader.openStream(NAME, new ByteArrayInputStream(input))) {
            Sample sample = new Sample();
            long lastUs = Long.MIN_VALUE;
            while (reader.next(sample)) {
                rows++;
                need(sample.timeUs >= lastUs, "time runs back at row " + rows);
                lastUs = sample.timeUs;
            }
            need(rows <= input.length || isPacked(input), "more rows than bytes");
        } catch (RecordingException e) {
            need(String.valueOf(e.getMessage()).startsWith("any.csv"), "no place: " + e.getMessage());
        }
        return rows;
    }

    private static boolean isPacked(byte[] input) {
        return input.length > 1 && input[0] == 0x1F && (input[1] & 0xFF) == 0x8B;
    }

    private static void need(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
