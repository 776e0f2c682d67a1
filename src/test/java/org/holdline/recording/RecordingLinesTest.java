package org.holdline.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How rows lie in a file: line ends, packing, pipes, buffers, and a last line cut off. */
class RecordingLinesTest {
    private static final long SEED = 4_711;
    private static final String KEYS = "# rate_hz: 100\n# placement: sacral\n";
    private static final String HEADER = "ax,ay,az,gx,gy,gz\n";
    private static final String ROW = "0.1,-0.2,9.8,0.01,0.02,-0.03\n";

    @TempDir
    Path folder;

    @Test
    void shouldReadTheSameWhenLinesEndInCrLfWithByteOrderMarkAndBlanks() throws IOException {
        String text = KEYS + "ax,ay,az,gx,gy,gz,speed_kmh,marker\n" + "1,2,3,0.4,0.5,0.6,12,run\n";
        WholeFile plain = WholeFile.of(text);
        WholeFile other = WholeFile.of("\ufeff"
                + text.replace("\n", "\r\n")
                        .replace(",", "\t, ")
                        .replace("ax", " ax")
                        .replace("12", " 12 "));
        assertEquals(plain.texts(), other.texts());
        assertEquals(plain.info(), other.info());
        assertEquals(List.of(), other.warnings());
    }

    @Test
    void shouldDropLastLineWithWarningWhenItsLineFeedIsMissing() throws IOException {
        for (String tail : List.of("0.1,-0.2,9.8,0.01,0.02,-0.0", "0", "junk", "# remark", ROW.strip() + "\r", " ")) {
            WholeFile read = WholeFile.of(KEYS + HEADER + ROW + tail);
            assertEquals(1, read.rows().size(), tail);
            assertEquals(1, read.dropped(), tail);
            assertEquals(
                    List.of(WholeFile.warning(5, "last line dropped, expected a line feed at its end")),
                    read.warnings(),
                    tail);
        }
    }

    @Test
    void shouldReadTheSameWhenFileIsGzippedUnderAnyName() throws IOException {
        String text = KEYS + HEADER + ROW.repeat(5_000) + "1,2";
        WholeFile plain = WholeFile.of(text);
        WholeFile packed = WholeFile.of(RecordingErrorsTest.gzip(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(plain.texts(), packed.texts());
        assertEquals(plain.warnings(), packed.warnings());
        assertEquals(1, packed.dropped());
        Path unpacked = folder.resolve("unpacked.csv.gz");
        Files.writeString(unpacked, text);
        assertEquals(plain.texts(), WholeFile.of(RecordingReader.open(unpacked)).texts());
    }

    @Test
    void shouldReadOnWhenGzipHasSeveralMembers() throws IOException {
        byte[] head = RecordingErrorsTest.gzip((KEYS + HEADER + ROW + "1,2,").getBytes(StandardCharsets.UTF_8));
        byte[] tail = RecordingErrorsTest.gzip("3,4,5,6\n".getBytes(StandardCharsets.UTF_8));
        byte[] both = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, both, head.length, tail.length);
        assertEquals(2, WholeFile.of(both).rows().size());
    }

    @Test
    void shouldReadLinesWhenTheyFallAcrossTheBuffersEnd() throws IOException {
        Random random = new Random(SEED);
        StringBuilder text = new StringBuilder(KEYS + HEADER);
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            if (random.nextInt(20) == 0) {
                text.append('#')
                        .append("x".repeat(random.nextInt(ByteLines.MAX_LINE_BYTES)))
                        .append('\n');
            }
            expected.add(i * 1_000);
            text.append(i / 1_000.0).append(",2,3,4,5,6\n");
        }
        assertEquals(
                expected,
                WholeFile.of(text.toString()).rows().stream()
                        .map(r -> r.lower.axUms2)
                        .toList(),
                "seed " + SEED);
    }

    @Test
    void shouldReadLineWhenItIsAsLongAsAllowed() throws IOException {
        WholeFile read = WholeFile.of(
                KEYS + HEADER + ROW.strip() + " ".repeat(ByteLines.MAX_LINE_BYTES - ROW.length() + 1) + "\n");
        assertEquals(1, read.rows().size());
    }

    @Test
    @Timeout(60)
    void shouldReadWhenFileIsPipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(makePipe(pipe), "no mkfifo on this machine: pipes not tested");
        byte[] bytes = (KEYS + HEADER + ROW.repeat(4)).getBytes(StandardCharsets.UTF_8);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> writeByteByByte(pipe, bytes));
        assertEquals(4, WholeFile.of(RecordingReader.open(pipe)).rows().size());
        writing.get();
    }

    private static boolean makePipe(Path pipe) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void writeByteByByte(Path pipe, byte[] bytes) {
        try (OutputStream out = Files.newOutputStream(pipe)) {
            for (byte b : bytes) {
                out.write(b);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
