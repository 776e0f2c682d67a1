package org.holdline.link.wire;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Streams of frames, whole and damaged, from a seed. */
final class MadeStreams {
    private MadeStreams() {}

    /** Frames of both sides, numbered in one sequence, each in a fifth of the cases damaged in one of many ways. */
    static byte[] damaged(Schema schema, Random random, int frames) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        int seq = random.nextInt(65_536);
        for (int i = 0; i < frames; i++) {
            seq = random.nextInt(10) == 0 ? random.nextInt(65_536) : seq + 1;
            byte[] wire = PlainWire.wire(frame(schema, random, seq));
            stream.writeBytes(random.nextInt(5) == 0 ? damage(wire, random) : wire);
        }
        return stream.toByteArray();
    }

    /** Mostly a message of the schema, sometimes one that only looks like one. */
    static byte[] frame(Schema schema, Random random, int seq) {
        Schema.Part part = schema.parts().get(random.nextInt(schema.parts().size()));
        byte[] payload = new byte[part.bytes()];
        random.nextBytes(payload);
        if (part.message().equals("IMU_BATCH")) {
            payload[12] = (byte) (1 + random.nextInt(9));
            int sampleBytes = (payload[13] & 8) == 0 ? 12 : 24;
            payload = Arrays.copyOf(payload, payload.length + payload[12] * sampleBytes);
        } else if (part.tail() != null) {
            payload = Arrays.copyOf(
                    payload, payload.length + random.nextInt(part.tail().maxBytes() + 8));
        } else if (random.nextInt(8) == 0) {
            payload = Arrays.copyOf(payload, random.nextInt(245));
        }
        int flags = random.nextInt(12) == 0 ? random.nextInt(16) : part.flags();
        int type = random.nextInt(12) == 0 ? random.nextInt(256) : part.id();
        int version = random.nextInt(20) == 0 ? random.nextInt(16) : PlainWire.spoken(type);
        return PlainWire.frame(version, flags, type, seq & 0xFFFF, payload);
    }

    private static byte[] damage(byte[] wire, Random random) {
        int at = random.nextInt(wire.length);
        return switch (random.nextInt(6)) {
            case 0 -> flipped(wire, at, random.nextInt(8));
            case 1 -> PlainWire.join(Arrays.copyOf(wire, at), Arrays.copyOfRange(wire, at + 1, wire.length));
            case 2 ->
                PlainWire.join(Arrays.copyOf(wire, at), Arrays.copyOfRange(wire, Math.max(0, at - 1), wire.length));
            case 3 -> Arrays.copyOf(wire, at);
            case 4 -> PlainWire.join(noise(random, random.nextInt(400)), wire);
            default -> PlainWire.join(new byte[] {0}, wire, wire);
        };
    }

    static byte[] flipped(byte[] bytes, int at, int bit) {
        byte[] copy = bytes.clone();
        copy[at] ^= (byte) (1 << bit);
        return copy;
    }

    static byte[] noise(Random random, int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        if (random.nextBoolean()) {
            for (int i = 0; i < length; i++) {
                noise[i] |= 1;
            }
        }
        return noise;
    }
}
