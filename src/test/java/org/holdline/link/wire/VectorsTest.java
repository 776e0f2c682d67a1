package org.holdline.link.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The codec against the committed golden vectors. */
class VectorsTest {
    private final Schema schema = Schema.load();

    @Test
    void shouldGiveThePublishedCrcWhenBytesAreSummed() {
        List<String[]> rows = Table.read("crc.tsv");
        assertTrue(rows.size() > 15);
        for (String[] row : rows) {
            byte[] bytes = bytes(row[1]);
            byte[] shifted = PlainWire.join(new byte[3], bytes, new byte[2]);
            int crc = new Crc().of(shifted, 3, bytes.length);
            assertEquals(row[2], String.format(Locale.ROOT, "%08x", crc), row[0]);
            assertEquals(crc, PlainWire.crc(bytes), row[0]);
        }
    }

    @Test
    void shouldGiveThePublishedSpellingWhenBytesAreStuffed() {
        List<String[]> rows = Table.read("cobs.tsv");
        assertTrue(rows.size() > 70);
        for (String[] row : rows) {
            byte[] encoded = bytes(row[2]);
            int decoded = Cobs.decodeInPlace(encoded, encoded.length);
            if (row[1].equals("refused")) {
                assertEquals(Cobs.BAD, decoded, row[2]);
                continue;
            }
            byte[] message = bytes(row[1]);
            assertEquals(PlainWire.hex(message), PlainWire.hex(Arrays.copyOf(encoded, decoded)), row[2]);
            byte[] room = new byte[Cobs.maxEncoded(message.length)];
            int length = Cobs.encode(message, 0, message.length, room, 0);
            assertEquals(row[2], PlainWire.hex(Arrays.copyOf(room, length)));
            assertEquals(row[2], PlainWire.hex(PlainWire.stuff(message)));
        }
    }

    @Test
    void shouldWriteAndReadTheSameBytesWhenFramesAreValid() {
        FrameWriter[] writers = {new FrameWriter(), new FrameWriter()};
        List<String[]> rows = Table.read("frames.tsv");
        assertEquals(4 * (schema.parts().size() + 1), rows.size());
        for (String[] row : rows) {
            Schema.Part part = schema.part(row[0].replace(' ', '_').toUpperCase(Locale.ROOT));
            String[] known = row[3].split(" \\+ ", -1);
            byte[] payload =
                    PlainWire.join(Messages.payload(part, known[0]), known.length == 1 ? new byte[0] : bytes(known[1]));
            boolean fromHost = row[1].equals("host");
            assertEquals(row[4], write(writers[fromHost ? 0 : 1], part, payload), row[0]);

            Heard heard = new Heard(fromHost ? Side.HOST : Side.CLIP).feed(bytes(row[4]));
            assertEquals(part.id() + "." + part.flags() + "." + row[2], heard.delivered(), row[0]);
        }
    }

    private static String write(FrameWriter writer, Schema.Part part, byte[] payload) {
        View view = writer.begin(Views.ALL.get(part.constantName()).get());
        System.arraycopy(payload, 0, view.bytes(), Protocol.HEADER_BYTES, payload.length);
        view.tailBytes(payload.length - part.bytes());
        int length = writer.finish(view, false);
        return PlainWire.hex(Arrays.copyOf(writer.wire(), length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"damaged.tsv", "noisy.tsv"})
    void shouldCountAndDeliverAsWrittenWhenStreamsAreDamaged(String file) {
        List<String[]> rows = Table.read(file);
        assertTrue(rows.size() > 30);
        for (String[] row : rows) {
            Heard heard = new Heard(row[0].equals("host") ? Side.HOST : Side.CLIP).feed(bytes(row[2]));
            assertEquals(row[3], heard.counted(), row[1]);
            assertEquals(row[4], heard.delivered(), row[1]);
        }
    }

    @Test
    void shouldRaiseEveryDropWhenAllVectorsAreTaken() {
        String counted = String.join(
                " ", Table.read("damaged.tsv").stream().map(row -> row[3]).toList());
        for (Schema.Counter counter : schema.counters()) {
            assertTrue(!counter.drop() || counted.contains(counter.name() + "="), counter.name());
        }
    }

    /** Never more than the damaged frame and its neighbour, which a lost zero joins to it, are lost. */
    @Test
    void shouldDeliverTheNextFrameWhenOneIsDamaged() {
        for (String[] row : Table.read("damaged.tsv")) {
            boolean joined = row[1].contains("leading zero lost") || row[4].equals("-");
            assertTrue(joined || row[4].matches(".*(33\\.1|34\\.0)\\.8"), row[1] + ": " + row[4]);
        }
    }

    private static byte[] bytes(String hex) {
        return hex.equals("-") ? new byte[0] : PlainWire.bytes(hex);
    }
}
