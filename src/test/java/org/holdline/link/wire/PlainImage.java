package org.holdline.link.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Profile images by the schema alone: made, and checked as the page says. Shares no code with the reader or the writer. */
final class PlainImage {
    /** What is the matter with an image, NONE at 0 with a valid one. */
    record Fault(String name, int offset) {
        static final Fault NONE = new Fault("NONE", 0);
    }

    /** A record of a body: where its value begins. */
    private record Found(Schema.ImageRecord record, int value) {}

    private static final int HEADER_BYTES = 64;
    private static final int MAX_BODY_BYTES = 896;
    private static final int CRITICAL = 0x8000;

    private final Schema schema;
    private final byte[] image;
    private final List<Found> found = new ArrayList<>();

    private PlainImage(Schema schema, byte[] image) {
        this.schema = schema;
        this.image = image;
    }

    /** A record with its type and length; what is not named gets some value within its bounds. */
    static byte[] record(Schema schema, String name, Map<String, Long> values) {
        Schema.ImageRecord record = schema.image().records().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        byte[] bytes = new byte[4 + record.bytes()];
        put(bytes, 0, 2, record.type());
        put(bytes, 2, 2, record.bytes());
        for (Schema.Field field : record.fields()) {
            long some = some(field);
            put(bytes, 4 + field.offset(), field.bytes(), values.getOrDefault(field.name(), some));
        }
        return bytes;
    }

    private static long some(Schema.Field field) {
        return switch (field.name()) {
            case "imu", "reserved", "slope_known" -> 0;
            case "sensors", "part" -> 1;
            case "at_cdeg" -> 2_150;
            case "from_cdeg" -> 1_900;
            case "to_cdeg" -> 4_400;
            case "residual_rms_ug" -> 410;
            case "residual_max_ug" -> 1_200;
            default ->
                field.name().startsWith("slope_")
                        ? 0
                        : field.min() + (field.max() - field.min()) * (37 * (field.offset() + 1) % 100) / 100;
        };
    }

    /** The records of a usual device, one or two sensors. */
    static byte[] body(Schema schema, int sensors, boolean slope, boolean motor) {
        Map<String, Long> slopes = slope
                ? Map.of(
                        "slope_known",
                        1L,
                        "slope_x_udps_per_k",
                        -4_321L,
                        "slope_y_udps_per_k",
                        0L,
                        "slope_z_udps_per_k",
                        500_000L)
                : Map.of();
        byte[] body = record(schema, "HARDWARE", Map.of("sensors", (long) sensors));
        for (String name : List.of("SENSOR", "ACCEL", "GYRO")) {
            for (long imu = 0; imu < sensors; imu++) {
                Map<String, Long> values = new HashMap<>(name.equals("GYRO") ? slopes : Map.of());
                values.put("imu", imu);
                body = PlainWire.join(body, record(schema, name, values));
            }
        }
        return motor ? PlainWire.join(body, record(schema, "HAPTIC", Map.of())) : body;
    }

    /** An image of this body, its CRCs right. */
    static byte[] image(long generation, String serial, byte[] body) {
        byte[] header = new byte[HEADER_BYTES];
        put(header, 0, 4, 0x49504C48);
        put(header, 4, 1, 1);
        put(header, 5, 1, HEADER_BYTES);
        put(header, 6, 2, body.length);
        put(header, 8, 4, generation);
        text(header, 12, serial);
        put(header, 24, 4, 1_760_000_000L);
        text(header, 28, "bench 1.0");
        return resealed(PlainWire.join(header, body));
    }

    /** The same bytes with both CRCs made right. */
    static byte[] resealed(byte[] image) {
        byte[] sealed = image.clone();
        put(sealed, 44, 4, PlainWire.crc(Arrays.copyOfRange(sealed, HEADER_BYTES, sealed.length)));
        put(sealed, 60, 4, PlainWire.crc(Arrays.copyOf(sealed, 60)));
        return sealed;
    }

    /** The unit that confirms an image. */
    static byte[] confirmation(byte[] image) {
        byte[] unit = new byte[64];
        Arrays.fill(unit, (byte) 0xFF);
        put(unit, 0, 4, 0x43504C48);
        System.arraycopy(image, 8, unit, 4, 4);
        System.arraycopy(image, 60, unit, 8, 4);
        put(unit, 12, 4, PlainWire.crc(Arrays.copyOf(unit, 12)));
        return unit;
    }

    static long u32(byte[] bytes, int at) {
        return number(bytes, at, "u32");
    }

    static void put(byte[] to, int at, int bytes, long value) {
        for (int i = 0; i < bytes; i++) {
            to[at + i] = (byte) (value >> (8 * i));
        }
    }

    private static void text(byte[] to, int at, String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(ascii, 0, to, at, ascii.length);
    }

    static long number(byte[] from, int at, String type) {
        long number = 0;
        int bytes = type.endsWith("8") ? 1 : type.endsWith("16") ? 2 : 4;
        for (int i = 0; i < bytes; i++) {
            number |= (from[at + i] & 0xFFL) << (8 * i);
        }
        return type.startsWith("u") ? number : number << (64 - 8 * bytes) >> (64 - 8 * bytes);
    }

    /** The first fault of an image; with a serial number also whether it is that clip's. */
    static Fault check(Schema schema, byte[] image, Optional<String> serial) {
        PlainImage checked = new PlainImage(schema, image);
        return checked.header()
                .or(checked::records)
                .or(checked::presence)
                .or(checked::together)
                .or(() -> serial.isPresent() && !serial.get().equals(checked.serial())
                        ? Optional.of(new Fault("SERIAL", 12))
                        : Optional.empty())
                .orElse(Fault.NONE);
    }

    /** Fields of a valid image as the vectors show them. */
    static String text(Schema schema, byte[] image) {
        PlainImage checked = new PlainImage(schema, image);
        checked.records();
        StringBuilder out = new StringBuilder("generation=" + u32(image, 8) + " serial=" + checked.serial()
                + " created_s=" + u32(image, 24) + " crc=" + u32(image, 44) + " header_crc=" + u32(image, 60));
        for (Found each : checked.found) {
            out.append(' ').append(each.record.name());
            for (Schema.Field field : each.record.fields()) {
                if (!field.name().equals("reserved")) {
                    out.append(' ')
                            .append(field.name())
                            .append('=')
                            .append(number(image, each.value + field.offset(), field.type()));
                }
            }
        }
        return out.toString();
    }

    private String serial() {
        return new String(image, 12, 12, StandardCharsets.US_ASCII).replace("\0", "");
    }

    private static Optional<Fault> unless(boolean holds, String name, int offset) {
        return holds ? Optional.empty() : Optional.of(new Fault(name, offset));
    }

    private Optional<Fault> header() {
        if (image.length < HEADER_BYTES) {
            return Optional.of(new Fault("LENGTH", image.length));
        }
        int body = (int) number(image, 6, "u16");
        long generation = u32(image, 8);
        return unless(u32(image, 0) == 0x49504C48L, "MAGIC", 0)
                .or(() -> unless((int) u32(image, 60) == PlainWire.crc(Arrays.copyOf(image, 60)), "HEADER_CRC", 60))
                .or(() -> unless(image[4] == 1, "LAYOUT", 4))
                .or(() -> unless(image[5] == HEADER_BYTES, "LENGTH", 5))
                .or(() -> unless(body >= 1 && body <= MAX_BODY_BYTES, "LENGTH", 6))
                .or(() -> unless(generation >= 1 && generation <= 0xFFFFFFFEL, "RANGE", 8))
                .or(() -> filled(48, 48, 60, "", "RESERVED"))
                .or(() -> filled(12, 13, 24, "[0-9A-Za-z]", "SERIAL"))
                .or(() -> filled(28, 29, 44, "[ -~&&[^\"\\\\]]", "RANGE"))
                .or(() -> unless(image.length == HEADER_BYTES + body, "LENGTH", 6))
                .or(() -> unless(
                        (int) u32(image, 44) == PlainWire.crc(Arrays.copyOfRange(image, 64, image.length)),
                        "BODY_CRC",
                        44));
    }

    /** Characters that match, at least up to {@code least}, then zeros. */
    private Optional<Fault> filled(int from, int least, int end, String character, String name) {
        int at = from;
        while (at < end
                && !character.isEmpty()
                && (image[at] != 0 || at < least)
                && Character.toString(image[at] & 0xFF).matches(character)) {
            at++;
        }
        if (at < least) {
            return Optional.of(new Fault(name, at));
        }
        while (at < end && image[at] == 0) {
            at++;
        }
        return unless(at == end, name, at);
    }

    private Optional<Fault> records() {
        int last = 0;
        for (int at = HEADER_BYTES; at < image.length; ) {
            int here = at;
            if (image.length - at < 4) {
                return Optional.of(new Fault("RECORD", at));
            }
            int type = (int) number(image, at, "u16");
            int bytes = (int) number(image, at + 2, "u16");
            if (image.length - at - 4 < bytes) {
                return Optional.of(new Fault("RECORD", at + 2));
            }
            if ((type & ~CRITICAL) < last) {
                return Optional.of(new Fault("RECORD", at));
            }
            last = type & ~CRITICAL;
            Optional<Schema.ImageRecord> known = schema.image().records().stream()
                    .filter(record -> record.type() == type)
                    .findFirst();
            Optional<Fault> fault = known.isEmpty()
                    ? unless((type & CRITICAL) == 0, "CRITICAL", at)
                    : unless(bytes == known.get().bytes(), "RECORD", at + 2).or(() -> take(known.get(), here + 4));
            if (fault.isPresent()) {
                return fault;
            }
            at += 4 + bytes;
        }
        return Optional.empty();
    }

    private Optional<Fault> take(Schema.ImageRecord record, int value) {
        for (Schema.Field field : record.fields()) {
            long number = number(image, value + field.offset(), field.type());
            boolean within = number >= field.min() && number <= field.max();
            boolean code =
                    !field.name().equals("part") || List.of(1L, 2L, 3L, 255L).contains(number);
            if (!within || !code) {
                return Optional.of(
                        new Fault(field.name().equals("reserved") ? "RESERVED" : "RANGE", value + field.offset()));
            }
        }
        long turn = count(record.name());
        long imu = record.perSensor() ? image[value] : 0;
        found.add(new Found(record, value));
        return unless(imu >= turn, "REPEATED", value).or(() -> unless(imu == turn, "MISSING", value));
    }

    private long count(String name) {
        return found.stream().filter(each -> each.record.name().equals(name)).count();
    }

    private Optional<Fault> presence() {
        if (count("HARDWARE") == 0) {
            return Optional.of(new Fault("MISSING", image.length));
        }
        int sensorsAt = found.getFirst().value + 2;
        int sensors = image[sensorsAt];
        for (Schema.ImageRecord record : schema.image().records()) {
            long count = count(record.name());
            if (record.perSensor() && count != sensors) {
                return Optional.of(
                        count < sensors ? new Fault("MISSING", image.length) : new Fault("RANGE", sensorsAt));
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> together() {
        for (Found each : found) {
            int at = each.value;
            if (each.record.name().equals("ACCEL") && u32(image, at + 52) > u32(image, at + 56)) {
                return Optional.of(new Fault("RANGE", at + 52));
            }
            Optional<Fault> fault = each.record.name().equals("GYRO") ? gyro(at) : Optional.empty();
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> gyro(int at) {
        long is = number(image, at + 2, "i16");
        long from = number(image, at + 4, "i16");
        long to = number(image, at + 6, "i16");
        boolean known = image[at + 1] == 1;
        return unless(from <= is && is <= to, "RANGE", at + 2)
                .or(() -> unless(!known || to - from >= 1000, "RANGE", at + 1))
                .or(() -> unless(known || u32(image, at + 20) == 0, "RANGE", at + 20))
                .or(() -> unless(known || u32(image, at + 24) == 0, "RANGE", at + 24))
                .or(() -> unless(known || u32(image, at + 28) == 0, "RANGE", at + 28));
    }
}
