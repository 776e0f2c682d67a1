package org.holdline.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** One JSON object on a line of its own, from what a command has found out. */
public final class JsonObject {
    private JsonObject() {}

    /**
     * Writes the object and flushes.
     *
     * @param values by name, in order: numbers, texts, booleans, and lists and maps of the same
     */
    public static void write(OutputStream out, Map<String, ?> values) throws IOException {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            write(json, values);
            json.writeRaw('\n');
        }
    }

    private static void write(JsonGenerator json, Map<?, ?> values) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> value : values.entrySet()) {
            json.writeFieldName(value.getKey().toString());
            write(json, value.getValue());
        }
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case Map<?, ?> object -> write(json, object);
            case List<?> items -> {
                json.writeStartArray();
                for (Object item : items) {
                    write(json, item);
                }
                json.writeEndArray();
            }
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Boolean bit -> json.writeBoolean(bit);
            default -> json.writeString(value.toString());
        }
    }
}
