package org.holdline.link.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON object and typed looks at its keys; a missing key or another type fails at once. */
record Json(Map<String, Object> keys) {
    static Json read(Path file) {
        try (JsonParser parser = new JsonFactory().createParser(Files.readString(file))) {
            parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            parser.nextToken();
            return (Json) value(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    String text(String key) {
        return (String) keys.get(key);
    }

    long number(String key) {
        return (Long) keys.get(key);
    }

    boolean flag(String key) {
        return Boolean.TRUE.equals(keys.get(key));
    }

    boolean has(String key) {
        return keys.containsKey(key);
    }

    Json object(String key) {
        return (Json) keys.get(key);
    }

    List<Json> objects(String key) {
        return ((List<?>) keys.get(key)).stream().map(Json.class::cast).toList();
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> keys = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String key = parser.currentName();
                    parser.nextToken();
                    keys.put(key, value(parser));
                }
                yield new Json(keys);
            }
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield items;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new IOException("unexpected " + parser.currentToken() + " at " + parser.currentLocation());
        };
    }
}
