package org.holdline.link.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Golden vectors of CRC, COBS and whole frames. */
final class CodecVectors {
    private static final String RFC_3720 = "RFC 3720 B.4";
    private static final String COBS_PYTHON = "cobs-python 1.2 (McQueen), predefined encodings";

    private CodecVectors() {}

    static String crc() {
        Table table = new Table("""
                CRC-32C (Castagnoli). bytes: hexadecimal, - for none. crc: the value, most significant digit first;
                on the wire its bytes go out lowest first. Every source but 'made' is outside this project.
                """, "source", "bytes", "crc");
        String check = PlainWire.hex("123456789".getBytes(StandardCharsets.US_ASCII));
        table.row("CRC catalogue (reveng), CRC-32/ISCSI check", check, "e3069283");
        table.row(RFC_3720 + " zeros", "00".repeat(32), "8a9136aa");
        table.row(RFC_3720 + " ones", "ff".repeat(32), "62a8ab43");
        table.row(RFC_3720 + " rising", PlainWire.hex(ramp(0, 31)), "46dd794e");
        table.row(RFC_3720 + " falling", falling(), "113fdb5c");
        table.row(
                RFC_3720 + " read command",
                "01c00000000000000000000000000000140000000000040000000014000000182800000000000000" + "0200000000000000",
                "d9963a56");
        table.row("made", "-", hex8(PlainWire.crc(new byte[0])));
        Random random = new Random(1);
        for (int length : new int[] {1, 2, 3, 4, 5, 7, 8, 15, 16, 31, 64, 247, 248, 249, 250}) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            table.row("made", PlainWire.hex(bytes), hex8(PlainWire.crc(bytes)));
        }
        return table.toString();
    }

    static String cobs() {
        Table table = new Table("""
                COBS without zeros around it, hexadecimal. message: - for none, 'refused' where decoding must fail.
                Every source but 'made' is outside this project.
                """, "source", "message", "encoded");
        external(table, "", "01");
        external(table, "31", "0231");
        external(table, "3132333435", "063132333435");
        external(table, "31323334350036373839", "0631323334350536373839");
        external(table, "0031323334350036373839", "010631323334350536373839");
        external(table, "3132333435003637383900", "063132333435053637383901");
        external(table, "00", "0101");
        external(table, "0000", "010101");
        external(table, "000000", "01010101");
        external(table, hex(1, 253), "fe" + hex(1, 253));
        external(table, hex(1, 254), "ff" + hex(1, 254));
        external(table, hex(1, 255), "ff" + hex(1, 254) + "02ff");
        external(table, hex(0, 255), "01ff" + hex(1, 254) + "02ff");
        table.row(COBS_PYTHON, "refused", "05313233");
        for (int zeroAt : new int[] {-1, 0, 1, 127, 251, 252, 253, 254, 255}) {
            for (int length : new int[] {252, 253, 254, 255, 256, 508, 509, 510}) {
                made(table, length, zeroAt);
            }
        }
        table.row("made", "refused", "ff" + hex(1, 254) + "01");
        table.row("made", "refused", "02");
        table.row("made", "refused", "ff" + hex(1, 253));
        table.row("made", "refused", "010301");
        return table.toString();
    }

    private static void made(Table table, int length, int zeroAt) {
        if (zeroAt < length) {
            byte[] message = new byte[length];
            for (int i = 0; i < length; i++) {
                message[i] = (byte) (1 + i % 255);
            }
            if (zeroAt >= 0) {
                message[zeroAt] = 0;
            }
            table.row("made", PlainWire.hex(message), PlainWire.hex(PlainWire.stuff(message)));
        }
    }

    private static void external(Table table, String message, String encoded) {
        table.row(COBS_PYTHON, message.isEmpty() ? "-" : message, encoded);
    }

    static String frames(Schema schema) {
        Table table = new Table("""
                Valid frames. message: its name in schema.json and its kind. from: who sends it. seq: number of the frame.
                fields: the payload, numbers decimal, reserved fields left out, serial in ASCII, text in hexadecimal, samples with commas;
                '+ hex' = bytes of a later version behind the known fields. wire: hexadecimal, with its closing zero.
                Each side's frames are numbered 0, 1, 2 ... in the order of the file.
                """, "message", "from", "seq", "fields", "wire");
        int[] seq = new int[2];
        for (Schema.Part part : schema.parts()) {
            for (String from :
                    part.from().equals("both") ? new String[] {"host", "clip"} : new String[] {part.from()}) {
                for (Content content : Content.values()) {
                    int side = from.equals("host") ? 0 : 1;
                    frame(table, part, from, seq[side]++, content);
                }
            }
        }
        return table.toString();
    }

    /** What stands in the fields of a made frame. */
    private enum Content {
        ZEROS,
        ONES,
        COUNTING,
        LONGEST
    }

    private static void frame(Table table, Schema.Part part, String from, int seq, Content content) {
        byte[] payload = new byte[part.bytes()];
        for (int i = 0; i < payload.length; i++) {
            payload[i] = (byte) (content == Content.ZEROS ? 0 : content == Content.ONES ? 0xFF : 0x11 * (1 + i % 14));
        }
        clean(part, payload);
        String later = "";
        if (part.message().equals("IMU_BATCH")) {
            payload = batch(payload, content);
        } else if (part.tail() != null) {
            int length = content == Content.ZEROS
                    ? 0
                    : content == Content.LONGEST ? part.tail().maxBytes() : 5;
            payload = PlainWire.join(payload, "x".repeat(length).getBytes(StandardCharsets.US_ASCII));
        } else if (content == Content.LONGEST) {
            byte[] more = new byte[244 - payload.length];
            Arrays.fill(more, (byte) 0xAA);
            later = " + " + PlainWire.hex(more);
            payload = PlainWire.join(payload, more);
        }
        byte[] known = later.isEmpty() ? payload : Arrays.copyOf(payload, part.bytes());
        byte[] wire = PlainWire.wire(PlainWire.frame(part.flags(), part.id(), seq, payload));
        String name = part.message() + " " + part.kind();
        table.row(name, from, seq, Messages.fields(part, known) + later, PlainWire.hex(wire));
    }

    /** Zeros in reserved fields, a serial of letters, and batches that are what they say. */
    private static void clean(Schema.Part part, byte[] payload) {
        for (Schema.Field field : part.fields()) {
            if (field.name().equals("reserved")) {
                Arrays.fill(payload, field.offset(), field.offset() + field.bytes(), (byte) 0);
            } else if (field.type().equals("u8[12]")) {
                byte[] serial = "HLA000000042".getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(serial, 0, payload, field.offset(), serial.length);
            }
        }
    }

    private static byte[] batch(byte[] fixed, Content content) {
        boolean dual = content == Content.ONES || content == Content.COUNTING;
        int count = content == Content.LONGEST ? 19 : content == Content.ONES ? 9 : content == Content.COUNTING ? 4 : 1;
        fixed[12] = (byte) count;
        fixed[13] = (byte) (dual ? 0x1F : 0x04);
        byte[] samples = new byte[count * (dual ? 24 : 12)];
        for (int i = 0; i < samples.length / 2; i++) {
            int value = content == Content.ZEROS ? 0 : content == Content.ONES ? -1 : (i % 2 == 0 ? 1 : -1) * 271 * i;
            samples[2 * i] = (byte) value;
            samples[2 * i + 1] = (byte) (value >> 8);
        }
        return PlainWire.join(fixed, samples);
    }

    private static byte[] ramp(int first, int last) {
        byte[] bytes = new byte[last - first + 1];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (first + i);
        }
        return bytes;
    }

    private static String hex(int first, int last) {
        return PlainWire.hex(ramp(first, last));
    }

    private static String falling() {
        return IntStream.range(0, 32)
                .mapToObj(i -> String.format(Locale.ROOT, "%02x", 31 - i))
                .collect(Collectors.joining());
    }

    private static String hex8(int value) {
        return String.format(Locale.ROOT, "%08x", value);
    }
}
