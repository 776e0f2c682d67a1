package org.holdline.link.wire;

import java.util.List;
import java.util.Locale;

/** Writes the page of byte tables from the schema. */
final class MessagesPage {
    private final Schema schema;
    private final StringBuilder out = new StringBuilder();

    private MessagesPage(Schema schema) {
        this.schema = schema;
    }

    static String of(Schema schema) {
        MessagesPage page = new MessagesPage(schema);
        page.opening();
        schema.messages().forEach(page::message);
        page.lists();
        page.constants();
        page.image();
        return page.out.toString();
    }

    private void opening() {
        out.append("""
                # Messages of the clip link, byte by byte

                Made from [schema.json](schema.json), not by hand. What the messages mean together stands in [README.md](README.md).
                Offsets count from the start of the payload; integers are little-endian, u unsigned, i two's complement.
                Reserved bytes are sent as 0 and not looked at. Fields may be added at the end in later versions: what follows the known ones is
                ignored.

                | type | message | request from | response from | event from | stored |
                |---|---|---|---|---|---|
                """);
        for (Schema.Message message : schema.messages()) {
            List<Schema.Part> parts = message.parts();
            row(
                    id(message.id()),
                    "[" + message.name() + "](#" + message.name().toLowerCase(Locale.ROOT) + ")",
                    from(parts, "request"),
                    from(parts, "response"),
                    from(parts, "event"),
                    parts.stream().anyMatch(Schema.Part::stored) ? "yes" : "");
        }
        schema.reserved().forEach(named -> row(id((int) named.value()), named.name(), "reserved", "", "", ""));
        out.append("\nSCHEMA_CRC of this page: ")
                .append(String.format(Locale.ROOT, "0x%08X", schema.crc()))
                .append(".\n");
    }

    private static String from(List<Schema.Part> parts, String kind) {
        return parts.stream()
                .filter(part -> part.kind().equals(kind))
                .map(Schema.Part::from)
                .findFirst()
                .orElse("");
    }

    private void message(Schema.Message message) {
        out.append("\n## ").append(message.name()).append("\n\n");
        out.append("Type ")
                .append(id(message.id()))
                .append(". ")
                .append(message.doc())
                .append('\n');
        for (Schema.Part part : message.parts()) {
            String from = part.from().equals("both") ? "either side" : "the " + part.from();
            out.append("\n**")
                    .append(part.kind())
                    .append("** from ")
                    .append(from)
                    .append(", ")
                    .append(part.bytes());
            out.append(part.tail() == null ? " bytes" : " bytes and a tail");
            out.append("\n\n| offset | type | field | unit | limits | meaning |\n|---|---|---|---|---|---|\n");
            for (Schema.Field field : part.fields()) {
                String limits = field.isBounded() ? field.min() + ".." + field.max() : "";
                row(field.offset(), field.type(), code(field.name()), field.unit(), limits, field.doc());
            }
            Schema.Tail tail = part.tail();
            if (tail != null) {
                row(
                        part.bytes(),
                        tail.type() + "[]",
                        code(tail.name()),
                        tail.unit(),
                        "0.." + tail.maxBytes() + " bytes",
                        tail.doc());
            }
        }
    }

    private void lists() {
        out.append("\n## Numbers\n");
        for (Schema.Names list : schema.enums()) {
            out.append("\n**").append(list.name()).append(".** ").append(list.doc());
            out.append("\n\n| value | name | meaning |\n|---|---|---|\n");
            list.values().forEach(value -> row(value.value(), value.name(), value.doc()));
        }
        out.append("\n## Bits\n");
        for (Schema.Names list : schema.bits()) {
            out.append("\n**").append(list.name()).append(".** ").append(list.doc());
            out.append("\n\n| mask | name | meaning |\n|---|---|---|\n");
            list.values().forEach(value -> row(id((int) value.value()), value.name(), value.doc()));
        }
        out.append("\n## Counters of a receiver\n\n| counter | drops | meaning |\n|---|---|---|\n");
        schema.counters().forEach(counter -> row(code(counter.name()), counter.drop() ? "yes" : "", counter.doc()));
    }

    private void constants() {
        out.append("\n## Sizes, limits and times\n\n| name | value | unit | meaning |\n|---|---|---|---|\n");
        schema.constants().forEach(constant -> row(constant.name(), constant.value(), constant.unit(), constant.doc()));
    }

    private void image() {
        out.append("\n## Profile image\n\n").append(schema.image().doc()).append('\n');
        imageTable("**Header**", schema.image().header());
        imageTable("**Confirmation** of a slot", schema.image().confirmation());
        for (Schema.ImageRecord record : schema.image().records()) {
            String type = String.format(Locale.ROOT, "0x%04X", record.type());
            String often = record.perSensor() ? ", one a sensor" : "";
            String opening = "**" + record.name() + "** " + type + ", " + record.bytes() + " bytes" + often + ". "
                    + record.doc();
            imageTable(opening, record.fields());
        }
    }

    private void imageTable(String opening, List<Schema.Field> fields) {
        out.append('\n').append(opening);
        out.append("\n\n| offset | type | field | unit | limits | meaning |\n|---|---|---|---|---|---|\n");
        for (Schema.Field field : fields) {
            String limits = field.isBounded() ? field.min() + ".." + field.max() : "";
            row(field.offset(), field.type(), code(field.name()), field.unit(), limits, field.doc());
        }
    }

    private void row(Object... cells) {
        for (Object cell : cells) {
            out.append("| ").append(cell).append(cell.toString().isEmpty() ? "" : " ");
        }
        out.append("|\n");
    }

    private static String code(String name) {
        return "`" + name + "`";
    }

    private static String id(int value) {
        return String.format(Locale.ROOT, "0x%02X", value);
    }
}
