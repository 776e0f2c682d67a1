package org.holdline.link.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The receiver of the README, written from its table and from the schema: an oracle for whole streams. */
final class PlainReceiver {
    private final Schema schema;
    private final boolean fromHost;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final List<String> deliveries = new ArrayList<>();
    private int expectedSeq = -1;

    PlainReceiver(Schema schema, boolean fromHost) {
        this.schema = schema;
        this.fromHost = fromHost;
        schema.counters().forEach(counter -> counts.put(counter.name(), 0L));
    }

    /** Takes a whole stream; what follows the last zero is left lying. */
    PlainReceiver take(byte[] stream) {
        count("bytes", stream.length);
        int from = 0;
        for (int i = 0; i < stream.length; i++) {
            if (stream[i] == 0) {
                piece(Arrays.copyOfRange(stream, from, i));
                from = i + 1;
            }
        }
        if (stream.length - from > schema.constant("MAX_ENCODED_BYTES")) {
            count("oversize", 1);
        }
        return this;
    }

    /** Counters other than 0, {@code name=value} separated by blanks. */
    String counted() {
        List<String> words = new ArrayList<>();
        counts.forEach((name, value) -> {
            if (value != 0) {
                words.add(name + "=" + value);
            }
        });
        return String.join(" ", words);
    }

    /** What was handed on, one word each: type.flags.seq for a frame, !code.txn for a request to be refused. */
    String delivered() {
        return deliveries.isEmpty() ? "-" : String.join(" ", deliveries);
    }

    private void piece(byte[] piece) {
        if (piece.length == 0) {
            return;
        }
        byte[] frame = piece.length > schema.constant("MAX_ENCODED_BYTES") ? null : PlainWire.unstuff(piece);
        String verdict = piece.length > schema.constant("MAX_ENCODED_BYTES") ? "oversize" : verdict(frame);
        count(verdict, 1);
        if (List.of("frames", "unknown", "payload").contains(verdict)) {
            compare(u16(frame, 2), frame[1] == 1);
            deliver(verdict, frame);
        }
    }

    private String verdict(byte[] frame) {
        if (frame == null) {
            return "cobs";
        }
        if (frame.length < 10) {
            return "short";
        }
        if (u16(frame, 4) != frame.length - 10) {
            return "length";
        }
        if (!Arrays.equals(PlainWire.sealed(Arrays.copyOf(frame, frame.length - 4)), frame)) {
            return "crc";
        }
        if ((frame[0] & 0xF0) >> 4 != PlainWire.spoken(frame[1])) {
            return "version";
        }
        int flags = frame[0] & 0x0F;
        if (flags > 2) {
            return "flags";
        }
        return verdict(frame[1] & 0xFF, flags, Arrays.copyOfRange(frame, 6, frame.length - 4));
    }

    private String verdict(int type, int flags, byte[] payload) {
        List<Schema.Part> parts = schema.parts().stream()
                .filter(part -> part.id() == type && part.flags() == flags)
                .toList();
        if (parts.isEmpty()) {
            return "unknown";
        }
        Schema.Part part = parts.getFirst();
        if (!(fromHost ? part.fromHost() : part.fromClip())) {
            return "direction";
        }
        if (payload.length < part.bytes()) {
            return "payload";
        }
        if (part.message().equals("IMU_BATCH")) {
            int samples = payload[12] & 0xFF;
            int bytes = samples * ((payload[13] & 8) == 0 ? 12 : 24);
            return samples > 0 && payload.length == 14 + bytes ? "frames" : "payload";
        }
        return part.tail() == null
                        || payload.length - part.bytes() <= part.tail().maxBytes()
                ? "frames"
                : "payload";
    }

    private void compare(int seq, boolean hello) {
        int ahead = expectedSeq < 0 || hello ? 0 : (seq - expectedSeq) & 0xFFFF;
        if (ahead >= 0x8000) {
            count("seq_repeated", 1);
        } else {
            count("seq_lost", ahead);
            expectedSeq = (seq + 1) & 0xFFFF;
        }
    }

    private void deliver(String verdict, byte[] frame) {
        int flags = frame[0] & 0x0F;
        if (verdict.equals("frames")) {
            deliveries.add((frame[1] & 0xFF) + "." + flags + "." + u16(frame, 2));
        } else if (flags == 1) {
            int txn = frame.length < 12 ? 0 : u16(frame, 6);
            deliveries.add("!" + (verdict.equals("unknown") ? 1 : 2) + "." + txn);
        }
    }

    private void count(String name, long more) {
        counts.merge(name, more, Long::sum);
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }
}
