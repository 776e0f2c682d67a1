package org.holdline.link.wire;

import java.util.List;
import java.util.Locale;

/** Writes the Kaitai Struct description of a decoded frame from the schema. */
final class KaitaiDescription {
    private static final String LISTED = "enum ";

    private final Schema schema;
    private final StringBuilder out = new StringBuilder();

    private KaitaiDescription(Schema schema) {
        this.schema = schema;
    }

    static String of(Schema schema) {
        KaitaiDescription description = new KaitaiDescription(schema);
        description.frame();
        schema.parts().forEach(description::part);
        description.enums();
        return description.out.toString();
    }

    private void frame() {
        out.append("""
                # Made from schema.json, not by hand. A frame after COBS decoding, without zeros around it; Kaitai Struct
                # (https://kaitai.io) knows neither COBS nor CRC-32C, so undo the one and check the other beforehand. A field that is one of
                # a list is a number; its name stands beside it, null where the list does not hold it.
                meta:
                  id: holdline_frame
                  title: Frame of the Holdline clip link, wire version 1
                  license: Apache-2.0
                  endian: le
                seq:
                  - id: version_flags
                    type: u1
                  - id: type
                    type: u1
                  - id: seq
                    type: u2
                  - id: len_payload
                    type: u2
                  - id: payload
                    size: len_payload
                    type:
                      switch-on: type * 4 + flags
                      cases:
                """);
        for (Schema.Part part : schema.parts()) {
            out.append("        ")
                    .append(4 * part.id() + part.flags())
                    .append(": ")
                    .append(name(part))
                    .append('\n');
        }
        out.append("""
                  - id: crc
                    type: u4
                instances:
                  version:
                    value: version_flags >> 4
                  flags:
                    value: version_flags & 15
                types:
                  imu_sample:
                    seq:
                """);
        for (String axis : new String[] {"ax", "ay", "az", "gx", "gy", "gz"}) {
            item(axis, "s2");
        }
    }

    private void part(Schema.Part part) {
        out.append("  ").append(name(part)).append(":\n    seq:\n");
        for (Schema.Field field : part.fields()) {
            if (field.type().contains("[")) {
                out.append("      - id: ")
                        .append(field.name())
                        .append("\n        size: ")
                        .append(field.bytes())
                        .append('\n');
            } else {
                item(field.name(), type(field.type()));
            }
        }
        if (part.tail() == null) {
            out.append("      - id: later\n        size-eos: true\n");
        } else if (part.tail().unit().equals("bytes")) {
            out.append("      - id: ").append(part.tail().name()).append("\n        size-eos: true\n");
        } else if (part.tail().type().equals("u8")) {
            out.append("      - id: text\n        type: str\n        encoding: UTF-8\n        size-eos: true\n");
        } else {
            out.append("      - id: samples\n        type: imu_sample\n        repeat: expr\n");
            out.append("        repeat-expr: 'count * ((flags & 8) != 0 ? 2 : 1)'\n");
        }
        names(part);
    }

    /** Beside the numbers, not in their place: a number no list holds would be lost. */
    private void names(Schema.Part part) {
        List<Schema.Field> listed = part.fields().stream()
                .filter(field -> field.unit().startsWith(LISTED))
                .toList();
        out.append(listed.isEmpty() ? "" : "    instances:\n");
        for (Schema.Field field : listed) {
            out.append("      ").append(field.name()).append("_name:\n        value: ");
            out.append(field.name()).append("\n        enum: ");
            out.append(field.unit().substring(LISTED.length()).toLowerCase(Locale.ROOT))
                    .append('\n');
        }
    }

    private void enums() {
        out.append("enums:\n");
        for (Schema.Names list : schema.enums()) {
            out.append("  ").append(list.name().toLowerCase(Locale.ROOT)).append(":\n");
            list.values()
                    .forEach(value -> out.append("    ")
                            .append(value.value())
                            .append(": ")
                            .append(value.name().toLowerCase(Locale.ROOT))
                            .append('\n'));
        }
    }

    private void item(String id, String type) {
        out.append("      - id: ")
                .append(id)
                .append("\n        type: ")
                .append(type)
                .append('\n');
    }

    private static String name(Schema.Part part) {
        return part.constantName().toLowerCase(Locale.ROOT);
    }

    /** Kaitai counts bytes where the schema counts bits. */
    private static String type(String type) {
        String letter = type.startsWith("i") ? "s" : "u";
        return letter + Integer.parseInt(type.substring(1)) / 8;
    }
}
