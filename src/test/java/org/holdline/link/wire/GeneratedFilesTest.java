package org.holdline.link.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The files of {@code firmware-protocol} that are made from the schema.
 *
 * <p>{@code -Dholdline.regenerate=true} writes them; without it every one must be what would be written.
 */
class GeneratedFilesTest {
    private static final boolean REGENERATE = Boolean.getBoolean("holdline.regenerate");

    @TestFactory
    Stream<DynamicTest> shouldBeAsCommittedWhenGenerated() {
        return files().entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> compare(file.getKey(), file.getValue())));
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        Schema schema = Schema.load();
        files.put("c/holdline_protocol.h", CHeader.of(schema));
        files.put("messages.md", MessagesPage.of(schema));
        files.put("holdline.ksy", KaitaiDescription.of(schema));
        files.put("vectors/crc.tsv", CodecVectors.crc());
        files.put("vectors/cobs.tsv", CodecVectors.cobs());
        files.put("vectors/frames.tsv", CodecVectors.frames(schema));
        StreamVectors streams = new StreamVectors(schema);
        files.put("vectors/damaged.tsv", streams.damaged());
        files.put("vectors/noisy.tsv", streams.noisy());
        files.put("vectors/dialogues.tsv", new Dialogues(schema).toString());
        files.put("vectors/images.tsv", new ImageVectors(schema).toString());
        files.put("corpus/made.tsv", Corpus.made(schema));
        files.put("corpus/found.tsv", Corpus.found());
        return files;
    }

    private static void compare(String name, String content) throws IOException {
        Path file = Schema.FOLDER.resolve(name);
        assertFalse(content.contains("\r"), "line ends depend on the machine");
        if (REGENERATE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            Assumptions.abort("written, not compared");
        }
        assertEquals(
                content,
                Files.readString(file),
                name + " is not what the schema gives; README.md says how to write it");
    }
}
