package org.holdline.link.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdline.link.emulated.ClipBody;
import org.holdline.link.emulated.EmulatedClip;
import org.holdline.link.emulated.EmulatedParams;
import org.holdline.link.emulated.ProfileMemory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The emulated clip must answer as the written dialogues say; its identity is its own. */
class EmulatedDialoguesTest {
    private static final int STATUS = MessageType.STATUS;

    private final Schema schema = Schema.load();
    private final Deque<byte[]> said = new ArrayDeque<>();

    @TestFactory
    Stream<DynamicTest> shouldAnswerAsWrittenWhenPlayedAsClip() {
        return Dialogues.tests(false, this::play);
    }

    private EmulatedClip boot(DialogueMemory memory, int bootId, long timeUs) {
        EmulatedParams params = new EmulatedParams("HLTEST000001", bootId, 2, List.of(100, 200), false);
        EmulatedClip clip = new EmulatedClip(
                memory.fitted ? params.with(new ProfileMemory(memory, memory.key, () -> memory.challenge)) : params,
                ClipBody.NONE,
                (bytes, length) -> {
                    byte[] frame = frame(Arrays.copyOf(bytes, length));
                    if ((frame[1] & 0xFF) != STATUS) {
                        said.addLast(frame);
                    }
                    return true;
                },
                timeUs);
        clip.battery(memory.batteryPct);
        return clip;
    }

    private void play(List<String[]> rows) {
        said.clear();
        DialogueMemory memory = new DialogueMemory();
        EmulatedClip clip = boot(memory, (int) Dialogues.BOOT_ID, Long.parseLong(rows.getFirst()[1]));
        for (String[] row : rows) {
            String where = String.join(" ", row[1], row[2], row[4]);
            long timeUs = Long.parseLong(row[1]);
            clip.passTo(timeUs);
            switch (row[2]) {
                case "host>clip" -> {
                    byte[] wire = PlainWire.bytes(row[3]);
                    clip.hear(wire, wire.length, timeUs);
                }
                case "clip>host", "clip-x" -> compare(frame(PlainWire.bytes(row[3])), said.pollFirst(), where);
                case "event" -> {
                    switch (row[3]) {
                        case "button down" -> clip.button(true, timeUs);
                        case "button up" -> clip.button(false, timeUs);
                        case "charger on" -> clip.charger(true, timeUs);
                        case "charger off" -> clip.charger(false, timeUs);
                        case "hang-up" -> clip.hangUp(timeUs);
                        case "check" -> {}
                        default -> {
                            if (memory.happens(row[3])) {
                                clip.battery(memory.batteryPct);
                                break;
                            }
                            assertTrue(row[3].startsWith("boot "), where);
                            clip = boot(memory, Integer.parseInt(row[3].substring(5)), timeUs);
                        }
                    }
                }
                default -> assertEquals("host-x", row[2], where);
            }
            checkState(clip, row[5], where);
        }
        assertTrue(said.isEmpty(), () -> "also said: " + text(said.getFirst()));
    }

    private static byte[] frame(byte[] wire) {
        int from = wire[0] == 0 ? 1 : 0;
        return PlainWire.unstuff(Arrays.copyOfRange(wire, from, wire.length - 1));
    }

    private void compare(byte[] expected, byte[] frame, String where) {
        assertNotNull(frame, "not said: " + where);
        assertEquals(text(expected), text(frame), where);
    }

    private String text(byte[] frame) {
        Schema.Part part = schema.parts().stream()
                .filter(p -> p.id() == (frame[1] & 0xFF) && p.flags() == (frame[0] & 15))
                .findFirst()
                .orElseThrow();
        byte[] payload = Arrays.copyOfRange(frame, 6, frame.length - 4);
        if (part.constantName().equals("HELLO_RESPONSE")) {
            return part.constantName() + " "
                    + Arrays.stream(Messages.fields(part, payload).split(" ", -1))
                            .filter(field -> field.matches("(txn|boot_id|version_agreed|schema_crc|profile_[a-z]+)=.*"))
                            .collect(Collectors.joining(" "));
        }
        return part.constantName() + " " + Messages.fields(part, payload);
    }

    private static void checkState(EmulatedClip clip, String then, String where) {
        for (String word : then.split(" ", -1)) {
            if (word.startsWith("clip.")) {
                String[] pair = word.substring(5).split("=", -1);
                assertEquals(pair[1], value(clip, pair[0]), where + ": " + pair[0]);
            }
        }
    }

    private static String value(EmulatedClip clip, String name) {
        return switch (name) {
            case "state" -> clip.state().name();
            case "playing" -> clip.isPlaying() ? "1" : "0";
            case "muted" -> clip.isMuted() ? "1" : "0";
            case "cues_played" -> Long.toString(clip.cuesPlayed());
            case "cues_refused" -> Long.toString(clip.cuesRefused());
            case "motor_cuts" -> Long.toString(clip.motorCuts());
            case "replies_repeated" -> Long.toString(clip.repliesRepeated());
            case "presses" -> Long.toString(clip.presses());
            case "presses_lost" -> Long.toString(clip.pressesLost());
            default -> throw new IllegalArgumentException(name);
        };
    }
}
