package org.holdline.link.wire;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;

/** {@code firmware-protocol/schema.json} as values. */
public record Schema(
        int versionMin,
        int versionMax,
        int versionNone,
        List<Constant> constants,
        List<Counter> counters,
        List<Names> enums,
        List<Names> bits,
        List<Message> messages,
        Image image,
        List<Named> reserved) {

    public record Constant(String group, String name, long value, String unit, String doc) {}

    public record Counter(String name, boolean drop, String doc) {}

    /** A list of named numbers; for bits the number is the mask. */
    public record Names(String name, String doc, List<Named> values) {}

    public record Named(String name, long value, String doc) {}

    public record Message(String name, int id, String doc, List<Part> parts) {}

    /** One direction of a message. */
    public record Part(
            String message, int id, String kind, String from, boolean stored, List<Field> fields, Tail tail) {
        /** Length of the fixed fields. */
        int bytes() {
            Field last = fields.getLast();
            return last.offset + last.bytes();
        }

        /** Such as HELLO_REQUEST. */
        String constantName() {
            return message + "_" + kind.toUpperCase(Locale.ROOT);
        }

        int flags() {
            return switch (kind) {
                case "request" -> 1;
                case "response" -> 2;
                case "event" -> 0;
                default -> throw new IllegalStateException("kind: " + kind);
            };
        }

        boolean fromHost() {
            return !from.equals("clip");
        }

        boolean fromClip() {
            return !from.equals("host");
        }
    }

    /** A field; {@code min > max} when any value will do. */
    public record Field(int offset, String name, String type, String unit, long min, long max, String doc) {
        int bytes() {
            return switch (type) {
                case "u8" -> 1;
                case "u16", "i16" -> 2;
                case "u32", "i32" -> 4;
                case "u8[8]" -> 8;
                case "u8[12]" -> 12;
                case "u8[16]" -> 16;
                case "u8[32]" -> 32;
                default -> throw new IllegalStateException("type: " + type);
            };
        }

        boolean isBounded() {
            return min <= max;
        }
    }

    /** The profile image: what stands where in header, confirmation and records. */
    public record Image(String doc, List<Field> header, List<Field> confirmation, List<ImageRecord> records) {}

    /** A record of the body; {@code perSensor} when there is one an IMU. */
    public record ImageRecord(String name, int type, boolean perSensor, String doc, List<Field> fields) {
        /** Length of its value. */
        int bytes() {
            Field last = fields.getLast();
            return last.offset + last.bytes();
        }
    }

    /** What follows the fixed fields, null when nothing does. */
    public record Tail(String name, String type, String unit, int maxBytes, String doc) {}

    public static final Path FOLDER = Path.of(System.getProperty("holdline.home", "."), "firmware-protocol");

    private static final Schema LOADED = read();

    public static Schema load() {
        return LOADED;
    }

    private static Schema read() {
        Json json = Json.read(FOLDER.resolve("schema.json"));
        Json versions = json.object("versions");
        return new Schema(
                (int) versions.number("min"),
                (int) versions.number("max"),
                (int) versions.number("none"),
                json.objects("constants").stream()
                        .map(c -> new Constant(
                                c.text("group"), c.text("name"), c.number("value"), c.text("unit"), c.text("doc")))
                        .toList(),
                json.object("counters").objects("values").stream()
                        .map(c -> new Counter(c.text("name"), c.flag("drop"), c.text("doc")))
                        .toList(),
                json.objects("enums").stream().map(Schema::numbers).toList(),
                json.objects("bits").stream().map(Schema::masks).toList(),
                json.objects("messages").stream().map(Schema::message).toList(),
                image(json.object("image")),
                json.objects("reserved").stream()
                        .map(r -> new Named(r.text("name"), r.number("id"), ""))
                        .toList());
    }

    public List<Part> parts() {
        return messages.stream().flatMap(message -> message.parts.stream()).toList();
    }

    public Part part(String constantName) {
        return parts().stream()
                .filter(part -> part.constantName().equals(constantName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(constantName));
    }

    public int constant(String name) {
        return (int) constants.stream()
                .filter(constant -> constant.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name))
                .value();
    }

    /** Everything two sides must agree on, one fact a line; prose and units are left out. */
    String facts() {
        StringBuilder out = new StringBuilder();
        line(out, "versions", versionMin, versionMax, versionNone);
        constants.forEach(c -> line(out, "constant", c.name, c.value));
        counters.forEach(c -> line(out, "counter", c.name));
        enums.forEach(e -> e.values.forEach(v -> line(out, "enum", e.name, v.name, v.value)));
        bits.forEach(b -> b.values.forEach(v -> line(out, "bits", b.name, v.name, v.value)));
        for (Part part : parts()) {
            line(out, "part", part.message, part.id, part.kind, part.from, part.stored ? "stored" : "fresh");
            part.fields.forEach(f -> line(
                    out, "field", f.offset, f.name, f.type, f.isBounded() ? f.min : "*", f.isBounded() ? f.max : "*"));
            if (part.tail != null) {
                line(out, "tail", part.tail.name, part.tail.type, part.tail.maxBytes);
            }
        }
        image.header.forEach(f -> imageLine(out, "header", f));
        image.confirmation.forEach(f -> imageLine(out, "confirmation", f));
        for (ImageRecord record : image.records) {
            line(out, "record", record.name, record.type, record.perSensor ? "sensor" : "once");
            record.fields.forEach(f -> imageLine(out, "cell", f));
        }
        reserved.forEach(r -> line(out, "reserved", r.name, r.value));
        return out.toString();
    }

    /** CRC-32C of {@link #facts} in UTF-8. */
    int crc() {
        CRC32C crc = new CRC32C();
        crc.update(facts().getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    private static void line(StringBuilder out, Object... words) {
        for (int i = 0; i < words.length; i++) {
            out.append(i == 0 ? "" : " ").append(words[i]);
        }
        out.append('\n');
    }

    private static void imageLine(StringBuilder out, String what, Field f) {
        line(out, what, f.offset, f.name, f.type, f.isBounded() ? f.min : "*", f.isBounded() ? f.max : "*");
    }

    private static Image image(Json json) {
        return new Image(
                json.text("doc"),
                json.objects("header").stream().map(Schema::field).toList(),
                json.objects("confirmation").stream().map(Schema::field).toList(),
                json.objects("records").stream()
                        .map(r -> new ImageRecord(
                                r.text("name"),
                                (int) r.number("type"),
                                r.flag("per_sensor"),
                                r.text("doc"),
                                r.objects("fields").stream().map(Schema::field).toList()))
                        .toList());
    }

    private static Names numbers(Json json) {
        return new Names(
                json.text("name"),
                json.text("doc"),
                json.objects("values").stream()
                        .map(v -> new Named(v.text("name"), v.number("value"), v.text("doc")))
                        .toList());
    }

    private static Names masks(Json json) {
        return new Names(
                json.text("name"),
                json.text("doc"),
                json.objects("values").stream()
                        .map(v -> new Named(v.text("name"), 1L << v.number("bit"), v.text("doc")))
                        .toList());
    }

    private static Message message(Json json) {
        String name = json.text("name");
        int id = (int) json.number("id");
        List<Part> parts = json.objects("parts").stream()
                .map(part -> new Part(
                        name,
                        id,
                        part.text("kind"),
                        part.text("from"),
                        part.flag("stored"),
                        part.objects("fields").stream().map(Schema::field).toList(),
                        part.has("tail") ? tail(part.object("tail")) : null))
                .toList();
        return new Message(name, id, json.text("doc"), parts);
    }

    private static Field field(Json json) {
        boolean bounded = json.has("min");
        return new Field(
                (int) json.number("offset"),
                json.text("name"),
                json.text("type"),
                json.text("unit"),
                bounded ? json.number("min") : 1,
                bounded ? json.number("max") : 0,
                json.text("doc"));
    }

    private static Tail tail(Json json) {
        return new Tail(
                json.text("name"),
                json.text("type"),
                json.text("unit"),
                (int) json.number("max_bytes"),
                json.text("doc"));
    }
}
