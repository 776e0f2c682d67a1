package org.holdline.link.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The written dialogues against the plain clip: two descriptions of one behaviour. */
class DialoguesTest {
    private final Schema schema = Schema.load();

    @TestFactory
    Stream<DynamicTest> shouldAnswerAsWrittenWhenPlayedAsClip() {
        return Dialogues.tests(false, this::play);
    }

    private void play(List<String[]> rows) {
        DialogueMemory memory = new DialogueMemory();
        PlainClip clip = boot(memory, Dialogues.BOOT_ID, Long.parseLong(rows.getFirst()[1]));
        for (String[] row : rows) {
            String where = String.join(" ", row[1], row[2], row[4]);
            long timeUs = Long.parseLong(row[1]);
            clip.passTo(timeUs);
            switch (row[2]) {
                case "host>clip" -> clip.hear(PlainWire.bytes(row[3]));
                case "clip>host", "clip-x" -> compare(clip.said.pollFirst(), timeUs, row[3], where);
                case "event" -> {
                    if (row[3].startsWith("boot ")) {
                        clip = boot(memory, Long.parseLong(row[3].substring(5)), timeUs);
                    } else if (!memory.happens(row[3])) {
                        clip.event(row[3]);
                    }
                }
                default -> assertEquals("host-x", row[2], where);
            }
            checkState(clip, row[5], where);
        }
        assertTrue(clip.said.isEmpty(), () -> "also said: " + rows.getFirst()[0]);
    }

    private PlainClip boot(DialogueMemory memory, long bootId, long timeUs) {
        return new PlainClip(schema, Dialogues.identity(schema), memory, bootId, timeUs);
    }

    private void compare(PlainClip.Said said, long timeUs, String wire, String where) {
        assertNotNull(said, "not said: " + where);
        byte[] frame = PlainWire.unstuff(Arrays.copyOf(PlainWire.bytes(wire), wire.length() / 2 - 1));
        Schema.Part part = schema.part(said.part());
        String expected = Messages.fields(part, Arrays.copyOfRange(frame, 6, frame.length - 4));
        assertEquals(expected, Messages.fields(part, PlainWire.bytes(said.payload())), where);
        assertEquals(part.id() + "." + part.flags(), (frame[1] & 0xFF) + "." + (frame[0] & 15), where);
        assertEquals(timeUs, said.timeUs(), where);
    }

    private static void checkState(PlainClip clip, String then, String where) {
        for (String word : then.split(" ", -1)) {
            if (word.startsWith("clip.")) {
                String[] pair = word.substring(5).split("=", -1);
                assertEquals(pair[1], clip.value(pair[0]), where + ": " + pair[0]);
            }
        }
    }

    @Test
    void shouldFindOnlyWholeFramesWhenDialoguesAreRead() {
        Heard hosts = new Heard(Side.HOST);
        Heard clips = new Heard(Side.CLIP);
        int lines = 0;
        for (String[] row : Table.read("dialogues.tsv")) {
            if (!row[2].equals("event")) {
                lines++;
                (row[2].startsWith("host") ? hosts : clips).feed(PlainWire.bytes(row[3]));
            }
        }
        long refused = hosts.reader.count(Counter.UNKNOWN) + hosts.reader.count(Counter.PAYLOAD);
        assertEquals(8, refused);
        long ofAnotherVersion = hosts.reader.count(Counter.VERSION);
        assertEquals(4, ofAnotherVersion);
        assertEquals(
                lines - refused - ofAnotherVersion,
                hosts.reader.count(Counter.FRAMES) + clips.reader.count(Counter.FRAMES));
    }

    @Test
    void shouldUseEveryErrorCodeWhenAllDialoguesArePlayed() {
        String messages = String.join(
                " ",
                Table.read("dialogues.tsv").stream().map(row -> row[4] + " ").toList());
        for (Schema.Named code : schema.enums().getFirst().values()) {
            boolean needsHardware = code.name().endsWith("_FAULT");
            String word = String.format(Locale.ROOT, " code=%d ", code.value());
            assertTrue(needsHardware || messages.contains(word), code.name());
        }
    }
}
