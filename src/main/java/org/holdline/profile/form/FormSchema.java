package org.holdline.profile.form;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdline.profile.form.Section.Presence;
import org.holdline.profile.form.Shape.Matrix;
import org.holdline.profile.form.Shape.Moment;
import org.holdline.profile.form.Shape.Quantity;
import org.holdline.profile.form.Shape.Row;
import org.holdline.profile.form.Shape.Text;
import org.holdline.profile.form.Shape.Word;

/** A form as a JSON Schema (draft 2020-12): editors that know TOML check and explain a profile with it while it is typed. */
public final class FormSchema {
    private static final JsonFactory JSON = new JsonFactory();

    private FormSchema() {}

    /** The schema as indented text. */
    public static String of(Form form) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "Holdline " + form.kind() + " profile, version " + form.version());
        root.put("description", form.doc().replace('\n', ' '));
        root.putAll(table(form, form.section("")));
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
            json.useDefaultPrettyPrinter();
            write(root, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out + "\n";
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> each : map.entrySet()) {
                    json.writeFieldName((String) each.getKey());
                    write(each.getValue(), json);
                }
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                for (Object each : list) {
                    write(each, json);
                }
                json.writeEndArray();
            }
            case BigDecimal number -> json.writeNumber(number);
            case Integer number -> json.writeNumber(number);
            case Boolean yes -> json.writeBoolean(yes);
            default -> json.writeString((String) value);
        }
    }

    private static Map<String, Object> table(Form form, Section section) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<Object> required = new ArrayList<>();
        for (Field field : section.fields()) {
            Map<String, Object> property = new LinkedHashMap<>();
            String unit = field.shape().unit();
            property.put("description", field.doc() + (unit.isEmpty() ? "" : " Unit: " + unit + "."));
            property.putAll(shape(field.shape()));
            properties.put(field.name(), property);
            if (field.required()) {
                required.add(field.name());
            }
        }
        for (Section inner : form.sections()) {
            String name = within(section, inner);
            if (!name.isEmpty()) {
                properties.put(name, inner(form, inner));
                if (inner.presence() == Presence.ONCE) {
                    required.add(name);
                }
            }
        }
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("type", "object");
        node.put("additionalProperties", false);
        node.put("properties", properties);
        node.put("required", required);
        return node;
    }

    private static Map<String, Object> inner(Form form, Section section) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("description", section.doc().replace('\n', ' '));
        if (section.presence() == Presence.ANY_TIMES) {
            node.put("type", "array");
            node.put("items", table(form, section));
        } else {
            node.putAll(table(form, section));
        }
        return node;
    }

    /** Last part of the name of a table that stands directly in the other, or empty. */
    private static String within(Section outer, Section section) {
        String prefix = outer.name().isEmpty() ? "" : outer.name() + ".";
        if (section.name().isEmpty() || !section.name().startsWith(prefix)) {
            return "";
        }
        String rest = section.name().substring(prefix.length());
        return rest.contains(".") ? "" : rest;
    }

    private static Map<String, Object> shape(Shape shape) {
        return switch (shape) {
            case Quantity quantity -> {
                String type = quantity.decimals() == 0 ? "integer" : "number";
                Map<String, Object> node = ordered("type", type, "minimum", quantity.decimal(quantity.low()));
                node.put("maximum", quantity.decimal(quantity.high()));
                yield node;
            }
            case Row row -> array(row.count(), "items", shape(row.each()));
            case Matrix matrix -> {
                List<Object> rows = new ArrayList<>();
                for (int row = 0; row < Matrix.SIDE; row++) {
                    List<Object> cells = new ArrayList<>();
                    for (int column = 0; column < Matrix.SIDE; column++) {
                        cells.add(shape(matrix.at(Matrix.SIDE * row + column)));
                    }
                    rows.add(array(Matrix.SIDE, "prefixItems", cells));
                }
                yield array(Matrix.SIDE, "prefixItems", rows);
            }
            case Word word -> ordered("type", "string", "enum", word.words());
            case Text text ->
                ordered("type", "string", "pattern", "^" + text.pattern().pattern() + "$");
            case Moment _ -> ordered("type", "string", "format", "date-time");
        };
    }

    private static Map<String, Object> array(int count, String itemsKey, Object items) {
        Map<String, Object> node = ordered("type", "array", "minItems", count);
        node.put("maxItems", count);
        node.put(itemsKey, items);
        return node;
    }

    private static Map<String, Object> ordered(String key, Object value, String nextKey, Object nextValue) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put(key, value);
        node.put(nextKey, nextValue);
        return node;
    }
}
