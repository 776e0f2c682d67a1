package org.holdline.link.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;
import org.holdline.link.emulated.ClipBody;
import org.holdline.link.emulated.EmulatedClip;
import org.holdline.link.emulated.EmulatedParams;
import org.holdline.link.emulated.ProfileMemory;
import org.holdline.profile.image.TornMemory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A profile written over the link to a clip whose supply is cut at every byte: what HELLO says afterwards. */
class LinkPowerCutTest {
    private static final long SEED = 11;
    private static final int HELLO = 1;

    private final Schema schema = Schema.load();
    private final byte[] old = image(1);
    private final byte[] fresh = image(2);

    private TornMemory memory =
            new TornMemory(RandomGeneratorFactory.of("L64X128MixRandom").create(SEED));
    private EmulatedClip clip;
    private long nowUs;
    private int txn;
    private byte[] said = {};

    private byte[] image(long generation) {
        byte[] body = PlainImage.body(schema, 2, generation == 2, true);
        return PlainImage.image(generation, CalibrationDialogues.SERIAL, body);
    }

    private void start() {
        EmulatedParams params = new EmulatedParams(CalibrationDialogues.SERIAL, 7, 2, List.of(100, 200), false);
        ProfileMemory profiles = new ProfileMemory(memory, Optional.empty(), () -> new byte[16]);
        clip = new EmulatedClip(
                params.with(profiles),
                ClipBody.NONE,
                (bytes, length) -> {
                    int from = bytes[0] == 0 ? 1 : 0;
                    byte[] frame = PlainWire.unstuff(Arrays.copyOfRange(bytes, from, length - 1));
                    said = (frame[0] & 15) == 2 ? frame : said;
                    return true;
                },
                nowUs);
        ask(
                "HELLO_REQUEST",
                "version_min=1 version_max=1 max_payload_bytes=244 host_session=5 schema_crc="
                        + (schema.crc() & 0xFFFFFFFFL));
    }

    /** Field of the last answer. */
    private long answered(String part, String field) {
        return Messages.number(schema.part(part), Arrays.copyOfRange(said, 6, said.length - 4), field);
    }

    private void ask(String part, String fields) {
        txn++;
        Schema.Part asked = schema.part(part);
        byte[] payload = Messages.payload(asked, "txn=" + txn + " " + fields);
        byte[] wire = PlainWire.wire(PlainWire.frame(1, asked.id(), txn, payload));
        clip.hear(wire, wire.length, nowUs);
    }

    private void write(byte[] image, byte[] expected) {
        clip.button(true, nowUs);
        nowUs += 1_600_000;
        clip.button(false, nowUs);
        nowUs += 100_000;
        String named = "generation=" + PlainImage.u32(image, 8) + " crc=" + PlainImage.u32(image, 44);
        ask(
                "CAL_BEGIN_REQUEST",
                named + " image_bytes=" + image.length + " header_crc=" + PlainImage.u32(image, 60)
                        + (expected.length == 0
                                ? ""
                                : " expected_generation=" + PlainImage.u32(expected, 8) + " expected_crc="
                                        + PlainImage.u32(expected, 44))
                        + " serial=" + CalibrationDialogues.SERIAL);
        for (int from = 0; from < image.length; from += 96) {
            byte[] piece = Arrays.copyOfRange(image, from, Math.min(image.length, from + 96));
            ask("CAL_WRITE_REQUEST", "offset=" + from + " data=" + PlainWire.hex(piece));
        }
        ask("CAL_VERIFY_REQUEST", "");
        ask("CAL_COMMIT_REQUEST", "");
        ask("CAL_CONFIRM_REQUEST", named);
    }

    /** Generation of the profile that HELLO names after a start; it must be all of it and confirmed. */
    private long found(String where) {
        memory.power();
        start();
        assertEquals(HELLO, said[1], where);
        assertEquals(1, answered("HELLO_RESPONSE", "profile_state"), where);
        long generation = answered("HELLO_RESPONSE", "profile_generation");
        assertTrue(generation == 1 || generation == 2, where);
        byte[] image = generation == 1 ? old : fresh;
        assertEquals(PlainImage.u32(image, 44), answered("HELLO_RESPONSE", "profile_crc"), where);
        return generation;
    }

    @ParameterizedTest
    @EnumSource(TornMemory.Torn.class)
    void shouldSayExactlyOldOrNewWhenTheSupplyIsCutAtAnyByteOfAWrite(TornMemory.Torn torn) {
        start();
        write(old, new byte[0]);
        TornMemory before = memory.copy();
        write(fresh, old);
        // Both writes took as much.
        long perWrite = memory.written() / 2;
        int[] seen = new int[3];
        for (long cut = 1; cut <= perWrite; cut++) {
            memory = before.copy();
            start();
            memory.cutAfter(cut, torn);
            write(fresh, old);
            long held = found("byte " + cut + ", seed " + SEED);
            seen[(int) held]++;
            if (held == 1) {
                write(fresh, old);
                assertEquals(2, found("repeat after byte " + cut));
            }
        }
        assertTrue(seen[1] > 0 && seen[2] > 0, "both ends were seen");
        System.out.printf(
                Locale.ROOT,
                "link, torn %-6s %d power cuts, 0 profiles lost (old %d, new %d)%n",
                torn,
                perWrite,
                seen[1],
                seen[2]);
    }
}
