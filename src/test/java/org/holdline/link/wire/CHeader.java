package org.holdline.link.wire;

import java.util.List;
import java.util.Locale;
import org.holdline.link.wire.Schema.Field;
import org.holdline.link.wire.Schema.Part;

/** Writes the C header of the firmware from the schema. */
final class CHeader {
    private final Schema schema;
    private final StringBuilder out = new StringBuilder();

    private CHeader(Schema schema) {
        this.schema = schema;
    }

    static String of(Schema schema) {
        CHeader header = new CHeader(schema);
        header.opening();
        header.constants();
        header.counters();
        header.names();
        header.messages();
        header.byteOrder();
        schema.parts().forEach(header::layout);
        header.image();
        header.out.append("\n#endif\n");
        return header.out.toString();
    }

    private void opening() {
        out.append("""
                /* Ids, offsets and limits of the Holdline link. Made from schema.json, not by hand:
                 * ./holdline verify -Dtest=GeneratedFilesTest -Dholdline.regenerate=true
                 * C99, no dependency but stdint.h. Meaning: firmware-protocol/README.md. */
                #ifndef HOLDLINE_PROTOCOL_H
                #define HOLDLINE_PROTOCOL_H

                #include <stdint.h>

                """);
        define("HL_SCHEMA_CRC", String.format(Locale.ROOT, "0x%08Xu", schema.crc()), "The facts of the schema.");
        define("HL_VERSION_MIN", schema.versionMin() + "u", "Lowest wire version.");
        define("HL_VERSION_MAX", schema.versionMax() + "u", "Highest wire version.");
        define("HL_VERSION_NONE", schema.versionNone() + "u", "No common wire version.");
    }

    private void constants() {
        String group = "";
        for (Schema.Constant constant : schema.constants()) {
            if (!constant.group().equals(group)) {
                group = constant.group();
                out.append("\n/* ").append(group).append(" */\n");
            }
            define("HL_" + constant.name(), constant.value() + "u", constant.unit() + ": " + constant.doc());
        }
    }

    private void counters() {
        out.append("\n/* What a receiver counts, in the order of STATUS. */\nenum hl_counter {\n");
        for (Schema.Counter counter : schema.counters()) {
            String name = counter.name().toUpperCase(Locale.ROOT);
            out.append("    HL_RX_" + name + ", /* " + counter.doc() + " */\n");
        }
        out.append("    HL_RX_COUNTERS\n};\n");
    }

    private void names() {
        for (Schema.Names list : schema.enums()) {
            out.append("\n/* ").append(list.doc()).append(" */\n");
            list.values()
                    .forEach(value ->
                            define("HL_" + list.name() + "_" + value.name(), value.value() + "u", value.doc()));
        }
        for (Schema.Names list : schema.bits()) {
            out.append("\n/* ").append(list.doc()).append(" */\n");
            list.values()
                    .forEach(value -> define(
                            "HL_" + list.name() + "_" + value.name(),
                            String.format(Locale.ROOT, "0x%02Xu", value.value()),
                            value.doc()));
        }
    }

    private void messages() {
        out.append("\n/* Message types. */\n");
        schema.messages().forEach(message -> define("HL_TYPE_" + message.name(), type(message.id()), message.doc()));
        schema.reserved()
                .forEach(named -> define(
                        "HL_TYPE_" + named.name(), type((int) named.value()), "Reserved: unknown in this version."));
        out.append("""

                /* Every message anybody sends:
                 * X(type, flags, from host, from clip, reply is stored, fixed bytes, longest tail) */
                #define HL_KNOWN_MESSAGES(X) \\
                """);
        String lines = String.join(
                " \\\n",
                schema.parts().stream()
                        .map(part -> String.format(
                                Locale.ROOT,
                                "    X(HL_TYPE_%s, %du, %d, %d, %d, %du, %du)",
                                part.message(),
                                part.flags(),
                                part.fromHost() ? 1 : 0,
                                part.fromClip() ? 1 : 0,
                                part.stored() ? 1 : 0,
                                part.bytes(),
                                part.tail() == null ? 0 : part.tail().maxBytes()))
                        .toList());
        out.append(lines).append('\n');
    }

    private void byteOrder() {
        out.append("""

                static inline uint8_t hl_get_u8(const uint8_t *at) { return at[0]; }
                static inline uint16_t hl_get_u16(const uint8_t *at) { return (uint16_t)(at[0] | at[1] << 8); }
                static inline int16_t hl_get_i16(const uint8_t *at)
                {
                    uint16_t u = hl_get_u16(at);
                    return (int16_t)(u < 0x8000u ? (int32_t)u : (int32_t)u - 0x10000);
                }
                static inline uint32_t hl_get_u32(const uint8_t *at)
                {
                    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
                }
                static inline void hl_put_u8(uint8_t *at, uint8_t v) { at[0] = v; }
                static inline void hl_put_u16(uint8_t *at, uint16_t v)
                {
                    at[0] = (uint8_t)(v & 0xFFu);
                    at[1] = (uint8_t)(v >> 8);
                }
                static inline void hl_put_i16(uint8_t *at, int16_t v) { hl_put_u16(at, (uint16_t)v); }
                static inline void hl_put_u32(uint8_t *at, uint32_t v)
                {
                    hl_put_u16(at, (uint16_t)(v & 0xFFFFu));
                    hl_put_u16(at + 2, (uint16_t)(v >> 16));
                }

                /* Signed difference a - b of two 32-bit instants; they must lie less than 2^31 us (35 min) apart. */
                static inline int32_t hl_us_between(uint32_t b, uint32_t a)
                {
                    uint32_t d = a - b;
                    return d < 0x80000000u ? (int32_t)d : -(int32_t)(0xFFFFFFFFu - d) - 1;
                }
                """);
    }

    private void layout(Part part) {
        String name = part.constantName();
        out.append("\n/* ")
                .append(part.message())
                .append(' ')
                .append(part.kind())
                .append(", from ")
                .append(part.from())
                .append(" */\n");
        define("HL_" + name + "_BYTES", part.bytes() + "u", "Fixed fields.");
        for (Field field : part.fields()) {
            String upper = "HL_" + name + "_" + field.name().toUpperCase(Locale.ROOT);
            define(upper + "_AT", field.offset() + "u", unit(field) + field.doc());
            if (field.isBounded()) {
                out.append("#define ")
                        .append(upper)
                        .append("_MIN ")
                        .append(field.min())
                        .append("u\n");
                out.append("#define ")
                        .append(upper)
                        .append("_MAX ")
                        .append(field.max())
                        .append("u\n");
            }
        }
        if (part.tail() != null) {
            String upper = "HL_" + name + "_" + part.tail().name().toUpperCase(Locale.ROOT);
            define(
                    upper + "_AT",
                    part.bytes() + "u",
                    part.tail().unit() + ": " + part.tail().doc());
            define(upper + "_MAX_BYTES", part.tail().maxBytes() + "u", "Longest.");
        }
        part.fields().forEach(field -> accessors(name, field));
    }

    /** Offsets by name, and every record as a row that code can be made of. */
    private void image() {
        out.append("\n/* ").append(schema.image().doc()).append(" */\n");
        schema.image().header().forEach(field -> imageField("HEADER", field));
        schema.image().confirmation().forEach(field -> imageField("CONFIRMATION", field));
        for (Schema.ImageRecord record : schema.image().records()) {
            define(
                    "HL_IMAGE_" + record.name(),
                    String.format(Locale.ROOT, "0x%04Xu", record.type()),
                    "Record: " + record.doc());
            define("HL_IMAGE_" + record.name() + "_BYTES", record.bytes() + "u", "");
            record.fields().forEach(field -> imageField(record.name(), field));
        }
        rows(
                "Every record: X(type, one a sensor, bytes)",
                "HL_IMAGE_RECORDS",
                schema.image().records().stream()
                        .map(record -> String.format(
                                Locale.ROOT,
                                "    X(HL_IMAGE_%s, %d, HL_IMAGE_%s_BYTES)",
                                record.name(),
                                record.perSensor() ? 1 : 0,
                                record.name()))
                        .toList());
        rows(
                "Every number of a record, in order: X(record, offset, bytes, signed, reserved, lowest, highest)",
                "HL_IMAGE_CELLS",
                schema.image().records().stream()
                        .flatMap(record -> record.fields().stream()
                                .map(field -> String.format(
                                        Locale.ROOT,
                                        "    X(HL_IMAGE_%s, %d, %d, %d, %d, %d, %d)",
                                        record.name(),
                                        field.offset(),
                                        field.bytes(),
                                        field.type().startsWith("i") ? 1 : 0,
                                        field.name().equals("reserved") ? 1 : 0,
                                        field.min(),
                                        field.max())))
                        .toList());
    }

    private void imageField(String group, Field field) {
        define(
                "HL_IMAGE_" + group + "_" + field.name().toUpperCase(Locale.ROOT) + "_AT",
                field.offset() + "u",
                unit(field) + field.doc());
    }

    private void rows(String doc, String macro, List<String> rows) {
        out.append("\n/* ").append(doc).append(" */\n#define ").append(macro).append("(X) \\\n");
        out.append(String.join(" \\\n", rows)).append('\n');
    }

    private void accessors(String part, Field field) {
        if (field.type().contains("[") || field.name().equals("reserved")) {
            return;
        }
        String function = ("hl_" + part + "_" + field.name()).toLowerCase(Locale.ROOT);
        String setter = ("hl_" + part + "_set_" + field.name()).toLowerCase(Locale.ROOT);
        String cType =
                field.type().startsWith("i") ? "int16_t" : "uint" + field.type().substring(1) + "_t";
        out.append(String.format(
                Locale.ROOT,
                "static inline %s %s(const uint8_t *payload) { return hl_get_%s(payload + %d); }\n",
                cType,
                function,
                field.type(),
                field.offset()));
        out.append(String.format(
                Locale.ROOT,
                "static inline void %s(uint8_t *payload, %s v) { hl_put_%s(payload + %d, v); }\n",
                setter,
                cType,
                field.type(),
                field.offset()));
    }

    private void define(String name, String value, String doc) {
        out.append("#define ").append(name).append(' ').append(value);
        out.append(doc.isEmpty() ? "\n" : " /* " + doc + " */\n");
    }

    private static String unit(Field field) {
        return field.unit().isEmpty() ? "" : field.unit() + ": ";
    }

    private static String type(int id) {
        return String.format(Locale.ROOT, "0x%02Xu", id);
    }
}
