package org.holdline.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;

/** A recording read to its end: what came of it. */
record WholeFile(StreamInfo info, List<Sample> rows, List<String> warnings, long dropped) {
    private static final String NAME = "memory.csv";

    static WholeFile of(String text) throws IOException {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static WholeFile of(byte[] bytes) throws IOException {
        return of(RecordingReader.openStream(Path.of(NAME), new ByteArrayInputStream(bytes)));
    }

    static WholeFile of(RecordingReader opened) throws IOException {
        try (RecordingReader reader = opened) {
            List<Sample> rows = new ArrayList<>();
            Sample slot = new Sample();
            while (reader.next(slot)) {
                Sample row = new Sample();
                row.copyFrom(slot);
                rows.add(row);
            }
            assertFalse(reader.next(slot), "the end stays the end");
            assertEquals(rows.size(), reader.rows());
            return new WholeFile(reader.info(), rows, reader.warnings(), reader.droppedPartialLines());
        }
    }

    /** A warning about what did not come from a file. */
    static String warning(int line, String what) {
        return NAME + ":" + line + ": " + what;
    }

    /** Every row as {@link MadeSamples#text}. */
    List<String> texts() {
        return rows.stream()
                .map(row -> MadeSamples.text(row, info.placement().isDual()))
                .toList();
    }
}
