package org.holdline.link.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CobsTest {
    @Test
    void shouldAgreeWithTheOracleAndComeBackWhenMessagesAreEncoded() {
        long seed = 20_260_101;
        Random random = new Random(seed);
        for (int run = 0; run < 20_000; run++) {
            byte[] message = new byte[random.nextInt(600)];
            int zeroOneIn = 1 + random.nextInt(600);
            for (int i = 0; i < message.length; i++) {
                message[i] = random.nextInt(zeroOneIn) == 0 ? 0 : (byte) (1 + random.nextInt(255));
            }
            byte[] room = new byte[Cobs.maxEncoded(message.length) + 5];
            int length = Cobs.encode(message, 0, message.length, room, 5);
            byte[] encoded = Arrays.copyOfRange(room, 5, 5 + length);
            assertArrayEquals(PlainWire.stuff(message), encoded, "seed " + seed + " run " + run);
            int decoded = Cobs.decodeInPlace(encoded, length);
            assertArrayEquals(message, Arrays.copyOf(encoded, decoded), "seed " + seed + " run " + run);
        }
    }

    @Test
    void shouldTakeExactlyTheCanonicalSpellingWhenBytesAreDecoded() {
        long seed = 7;
        Random random = new Random(seed);
        for (int run = 0; run < 50_000; run++) {
            byte[] bytes = new byte[1 + random.nextInt(300)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (random.nextInt(3) == 0 ? 255 : 1 + random.nextInt(4));
            }
            if (bytes.length > 256 && random.nextBoolean()) {
                bytes[0] = (byte) 255;
            }
            byte[] expected = PlainWire.unstuff(bytes);
            byte[] copy = bytes.clone();
            int decoded = Cobs.decodeInPlace(copy, copy.length);
            String where = "seed " + seed + " run " + run + ": " + PlainWire.hex(bytes);
            if (expected == null) {
                assertEquals(Cobs.BAD, decoded, where);
            } else {
                assertArrayEquals(expected, Arrays.copyOf(copy, decoded), where);
            }
        }
    }

    @Test
    void shouldRefuseTheOtherSpellingWhenABlockOf254EndsTheMessage() {
        byte[] bytes = new byte[256];
        Arrays.fill(bytes, (byte) 5);
        bytes[0] = (byte) 255;
        bytes[255] = 1;
        assertEquals(254, Cobs.decodeInPlace(bytes.clone(), 255));
        assertEquals(Cobs.BAD, Cobs.decodeInPlace(bytes, 256));
    }
}
