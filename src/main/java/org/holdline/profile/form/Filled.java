package org.holdline.profile.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A form with its values: what a file held, or what is to be written. Absent fields are absent, nothing is filled in. */
public final class Filled {
    private final Form form;
    private final Map<String, List<Map<String, Object>>> tables = new HashMap<>();

    public Filled(Form form) {
        this.form = form;
    }

    public Form form() {
        return form;
    }

    /** Adds a table, the only one of its name or one more of a list. */
    public Map<String, Object> add(String section) {
        Map<String, Object> table = new HashMap<>();
        tables.computeIfAbsent(form.section(section).name(), _ -> new ArrayList<>())
                .add(table);
        return table;
    }

    /** Tables of that name in the order of the file. */
    public List<Map<String, Object>> all(String section) {
        return tables.getOrDefault(section, List.of());
    }

    public boolean has(String section) {
        return tables.containsKey(section);
    }

    /** Value of a field of the only table of that name. */
    public Optional<Object> find(String section, String field) {
        List<Map<String, Object>> found = all(section);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(found.getFirst().get(field));
    }

    /** Value of a field that the form requires. */
    private Object get(String section, String field) {
        return find(section, field).orElseThrow(() -> new IllegalStateException(section + "." + field + " is absent"));
    }

    /** Number of a required field, in the whole numbers of its shape. */
    public long number(String section, String field) {
        return (Long) get(section, field);
    }

    /** Numbers of a required row or matrix. */
    public List<Long> numbers(String section, String field) {
        return Field.longs(get(section, field));
    }

    public String text(String section, String field) {
        return (String) get(section, field);
    }
}
