package org.holdline.hardware;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdline.toml.TomlFile;

/** A table of a TOML file by names. What is asked for and not there is an error that says where. */
record Tree(String where, Map<String, Object> values) {
    static Tree read(Path file, String text) {
        TomlFile read = TomlFile.of(file, text.getBytes(StandardCharsets.UTF_8));
        if (!read.problems().isEmpty()) {
            throw new IllegalArgumentException(read.problems().toString());
        }
        return new Tree(file.getFileName().toString(), byName(read.entries()));
    }

    private static Map<String, Object> byName(List<TomlFile.Entry> entries) {
        Map<String, Object> named = new LinkedHashMap<>();
        entries.forEach(entry -> named.put(entry.path().getLast(), plain(entry.value())));
        return named;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case TomlFile.Table table -> byName(table.entries());
            case TomlFile.Items items ->
                items.items().stream().map(item -> plain(item.value())).toList();
            default -> value;
        };
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Set<String> names() {
        return values.keySet();
    }

    private Object value(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(where + ": no " + name);
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    Tree table(String name) {
        return new Tree(where + "." + name, (Map<String, Object>) value(name));
    }

    /** The table, or an empty one. */
    Tree tableOrEmpty(String name) {
        return has(name) ? table(name) : new Tree(where + "." + name, Map.of());
    }

    String text(String name) {
        return value(name).toString();
    }

    String textOr(String name, String instead) {
        return has(name) ? text(name) : instead;
    }

    double number(String name) {
        return ((Number) value(name)).doubleValue();
    }

    double numberOr(String name, double instead) {
        return has(name) ? number(name) : instead;
    }

    boolean flag(String name) {
        return has(name) && Boolean.TRUE.equals(values.get(name));
    }

    private List<?> list(String name) {
        return (List<?>) value(name);
    }

    /** Strings of a list; none when the list is not there. */
    List<String> texts(String name) {
        return has(name) ? list(name).stream().map(Object::toString).toList() : List.of();
    }

    List<Double> numbers(String name) {
        return list(name).stream().map(item -> ((Number) item).doubleValue()).toList();
    }

    List<List<Double>> rows(String name) {
        return list(name).stream()
                .map(row -> ((List<?>) row)
                        .stream().map(item -> ((Number) item).doubleValue()).toList())
                .toList();
    }
}
