package org.holdline.link.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Golden vectors of streams that are not, or not only, valid frames. */
final class StreamVectors {
    private static final String COLUMNS = """
            from: who sends the stream. stream: hexadecimal, fed to a new receiver.
            counted: its counters afterwards, those that are 0 left out. delivered: in order, type.flags.seq of each valid frame and
            !code.txn of each request to be answered with ERROR; - for none.
            """;

    private final Schema schema;
    private final byte[] good;

    StreamVectors(Schema schema) {
        this.schema = schema;
        good = wire("CUE_STOP_REQUEST", 8, "txn=900");
    }

    /** Every truncation and single-bit flip of whole frames, and one stream for each way to be dropped. */
    String damaged() {
        Table table = new Table(
                "Damaged frames, each followed by a good one.\n" + COLUMNS,
                "from",
                "what",
                "stream",
                "counted",
                "delivered");
        ownFaults(table);
        byte[] cue = wire(
                "CUE_REQUEST", 7, "txn=513 issued_us=16909060 ttl_ms=300 duration_ms=250 pattern=1 intensity_pct=80");
        damages(table, "host", "CUE", cue, good);
        byte[] batch = wire(
                "IMU_BATCH_EVENT",
                7,
                "t0_us=4294967295 first_idx=256 period_ns=5000000 count=1 flags=4 samples=2048,0,-1,-32768,32767,16");
        damages(table, "clip", "IMU_BATCH", batch, wire("CUE_END_EVENT", 8, "cue_txn=1"));
        byte[] longest = PlainWire.wire(PlainWire.frame(0, 3, 7, filled(244)));
        byte[] next = wire("CUE_END_EVENT", 8, "cue_txn=1");
        for (int at : new int[] {0, 1, 2, 5, 6, 7, 100, 253, 254, 255}) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = MadeStreams.flipped(longest, at, bit);
                row(table, "clip", "longest STATUS, byte " + at + " bit " + bit, PlainWire.join(flipped, next));
            }
        }
        return table.toString();
    }

    private void damages(Table table, String from, String name, byte[] wire, byte[] next) {
        for (int at = 0; at < wire.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = MadeStreams.flipped(wire, at, bit);
                row(table, from, name + ", byte " + at + " bit " + bit, PlainWire.join(flipped, next));
            }
        }
        for (int length = 0; length < wire.length - 1; length++) {
            byte[] cut = Arrays.copyOf(wire, length);
            row(table, from, name + " cut to " + length + ", closed", PlainWire.join(cut, new byte[1], next));
            row(table, from, name + " cut to " + length + ", leading zero lost", PlainWire.join(cut, next));
        }
    }

    /** Frames whose sender made a mistake: the CRC is right. */
    private void ownFaults(Table table) {
        byte[] txn = {0x34, 0x12};
        fault(table, "host", "empty pieces", new byte[5]);
        fault(table, "host", "256 bytes without a zero", PlainWire.join(filled(256), new byte[1]));
        fault(table, "host", "255 bytes without a zero", PlainWire.join(filled(255), new byte[1]));
        byte[] other = PlainWire.join(new byte[] {(byte) 255}, filled(254), new byte[] {1, 0});
        fault(table, "host", "block of 254 spelt the other way", other);
        fault(table, "host", "9 bytes", PlainWire.wire(filled(9)));
        byte[] longer = {1, 32, 7, 0, 3, 0, 1, 2};
        fault(table, "host", "length too large", PlainWire.wire(PlainWire.sealed(longer)));
        byte[] shorter = {1, 32, 7, 0, 1, 0, 1, 2};
        fault(table, "host", "length too small", PlainWire.wire(PlainWire.sealed(shorter)));
        fault(table, "host", "length of 65535", PlainWire.wire(PlainWire.sealed(new byte[] {1, 32, 7, 0, -1, -1})));
        fault(table, "host", "CRC of CRC-32", crc32());
        fault(table, "host", "version 0", frame(0, 1, 33, txn));
        fault(table, "host", "version 2", frame(2, 1, 33, txn));
        fault(table, "host", "HELLO in version 1", frame(1, 1, 1, new byte[18]));
        fault(table, "host", "ERROR in version 15", frame(15, 2, 4, new byte[8]));
        fault(table, "host", "REQUEST and RESPONSE", spoken(3, 33, txn));
        fault(table, "host", "flag bit 2", spoken(5, 33, txn));
        fault(table, "host", "flag bit 3", spoken(9, 33, txn));
        fault(table, "host", "unknown request", spoken(1, 240, txn));
        fault(table, "host", "unknown request without txn", spoken(1, 240, new byte[1]));
        fault(table, "host", "unknown event", spoken(0, 240, txn));
        fault(table, "host", "unknown response", spoken(2, 240, txn));
        fault(table, "host", "reserved ENTER_BOOTLOADER", spoken(1, 96, txn));
        fault(table, "host", "known type, other flags", spoken(0, 33, txn));
        fault(table, "host", "echo of a response", spoken(2, 33, new byte[3]));
        fault(table, "host", "echo of a batch", spoken(0, 17, new byte[26]));
        fault(table, "clip", "echo of a request", spoken(1, 33, txn));
        fault(table, "host", "CUE one byte short", spoken(1, 32, new byte[11]));
        fault(table, "host", "CUE_STOP without txn", spoken(1, 33, new byte[0]));
        fault(table, "clip", "STATUS one byte short", spoken(0, 3, new byte[119]));
        fault(table, "clip", "ERROR with 65 bytes of text", spoken(2, 4, new byte[73]));
        fault(table, "clip", "LOG with 201 bytes of text", spoken(0, 5, new byte[209]));
        fault(table, "clip", "batch without samples", batch(0, 0, 14));
        fault(table, "clip", "batch one byte too long", batch(1, 0, 27));
        fault(table, "clip", "batch of two that holds one", batch(2, 0, 26));
        fault(table, "clip", "batch of two IMUs that holds one", batch(1, 8, 26));
        fault(table, "clip", "batch of 20", batch(20, 0, 244));
    }

    /** Long streams with noise, losses, doubles, echoes and gaps in the numbers. */
    String noisy() {
        Table table = new Table("Noisy streams.\n" + COLUMNS, "from", "what", "stream", "counted", "delivered");
        byte[] batches = batches(20);
        byte[] banner = "boot: ok\r\nAT+NAME?\r\nERROR\r\n".getBytes(StandardCharsets.US_ASCII);
        row(table, "clip", "banner of a modem first, no leading zero", PlainWire.join(banner, batches));
        row(table, "clip", "banner of a modem first, leading zero", PlainWire.join(banner, new byte[1], batches));
        row(table, "clip", "joined in the middle", Arrays.copyOfRange(batches, 30, batches.length));
        row(table, "clip", "random bytes, as at another baud rate", noise(2000));
        row(table, "clip", "600 bytes without a zero, then frames", PlainWire.join(filled(600), new byte[1], batches));
        for (long seed = 1; seed <= 6; seed++) {
            row(table, "clip", "1 byte in 100 lost, seed " + seed, worn(batches, new Random(seed), 0));
            row(table, "clip", "1 byte in 100 doubled, seed " + seed, worn(batches, new Random(seed), 1));
            row(table, "clip", "1 bit in 800 flipped, seed " + seed, worn(batches, new Random(seed), 2));
        }
        row(table, "clip", "every frame twice", twice());
        row(
                table,
                "clip",
                "numbers wrap, jump ahead and back",
                numbers(65_534, 65_535, 0, 1, 5, 6, 2, 7, 40_000, 40_001, 7));
        row(table, "clip", "HELLO sets the number", hello());
        row(table, "clip", "own requests come back as an echo", echoed(batches(4)));
        for (long seed = 11; seed <= 16; seed++) {
            row(table, "host", "anything, seed " + seed, MadeStreams.damaged(schema, new Random(seed), 15));
            row(table, "clip", "anything, seed " + seed, MadeStreams.damaged(schema, new Random(seed), 15));
        }
        return table.toString();
    }

    private void fault(Table table, String from, String what, byte[] stream) {
        byte[] next = from.equals("host") ? good : wire("CUE_END_EVENT", 8, "cue_txn=1");
        row(table, from, what, PlainWire.join(stream, next));
    }

    private void row(Table table, String from, String what, byte[] stream) {
        PlainReceiver receiver = new PlainReceiver(schema, from.equals("host")).take(stream);
        table.row(from, what, PlainWire.hex(stream), receiver.counted(), receiver.delivered());
    }

    private byte[] wire(String part, int seq, String fields) {
        Schema.Part message = schema.part(part);
        return PlainWire.wire(PlainWire.frame(message.flags(), message.id(), seq, Messages.payload(message, fields)));
    }

    private static byte[] spoken(int flags, int type, byte[] payload) {
        return frame(PlainWire.spoken(type), flags, type, payload);
    }

    private static byte[] frame(int version, int flags, int type, byte[] payload) {
        return PlainWire.wire(PlainWire.frame(version, flags, type, 7, payload));
    }

    private static byte[] batch(int count, int flags, int length) {
        byte[] payload = new byte[length];
        payload[12] = (byte) count;
        payload[13] = (byte) flags;
        return spoken(0, 17, payload);
    }

    private static byte[] crc32() {
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        byte[] frame = PlainWire.frame(1, 33, 7, new byte[] {1, 0});
        crc.update(frame, 0, frame.length - 4);
        for (int i = 0; i < 4; i++) {
            frame[frame.length - 4 + i] = (byte) (crc.getValue() >> (8 * i));
        }
        return PlainWire.wire(frame);
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 0xA5);
        return bytes;
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(99).nextBytes(noise);
        return noise;
    }

    private byte[] batches(int count) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            out.writeBytes(batchFrame(i));
        }
        return out.toByteArray();
    }

    private byte[] batchFrame(int seq) {
        StringBuilder samples = new StringBuilder();
        for (int i = 0; i < 24; i++) {
            samples.append(i == 0 ? "" : ",").append((seq * 37 + i * i * 11) % 2000 - (i % 3 == 0 ? 0 : 900));
        }
        return wire(
                "IMU_BATCH_EVENT",
                seq,
                "t0_us=" + (4_294_900_000L + seq * 20_000L) + " first_idx=" + 4 * seq
                        + " period_ns=5003210 count=4 flags=0 samples=" + samples);
    }

    /** Loses, doubles or flips in one byte of a hundred. */
    private static byte[] worn(byte[] stream, Random random, int how) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte next : stream) {
            boolean hit = random.nextInt(100) == 0;
            if (!hit) {
                out.write(next);
            } else if (how == 1) {
                out.write(next);
                out.write(next);
            } else if (how == 2) {
                out.write(next ^ 1 << random.nextInt(8));
            }
        }
        return out.toByteArray();
    }

    private byte[] twice() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < 5; i++) {
            out.writeBytes(batchFrame(i));
            out.writeBytes(batchFrame(i));
        }
        return out.toByteArray();
    }

    private byte[] numbers(int... numbers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int seq : numbers) {
            out.writeBytes(wire("CUE_END_EVENT", seq, "cue_txn=1"));
        }
        return out.toByteArray();
    }

    private byte[] hello() {
        return PlainWire.join(numbers(100, 101), wire("HELLO_RESPONSE", 0, "txn=1"), numbers(1, 2, 102));
    }

    private byte[] echoed(byte[] heard) {
        byte[] own = wire("TIMESYNC_REQUEST", 30_000, "txn=5 host_sent_us=77");
        return PlainWire.join(own, heard, own, wire("HELLO_REQUEST", 0, "txn=1"), numbers(4));
    }
}
