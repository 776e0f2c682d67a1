package org.holdline.profile.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.holdline.profile.form.Section.Presence;

/** Writes a filled form as a file that {@link FormReader} reads back to the same values, explains it, and compares two. */
public final class FormWriter {
    private FormWriter() {}

    /** The file, without explanations. */
    public static String write(Filled filled) {
        StringBuilder out = new StringBuilder();
        for (Section section : filled.form().sections()) {
            for (Map<String, Object> table : filled.all(section.name())) {
                header(section, out);
                for (Field field : section.fields()) {
                    Object value = table.get(field.name());
                    if (value != null) {
                        out.append(field.name())
                                .append(" = ")
                                .append(field.shape().toToml(value))
                                .append('\n');
                    }
                }
            }
        }
        return out.toString();
    }

    /** A file with every field, its example value, its unit and bounds. */
    public static String example(Form form) {
        StringBuilder out = new StringBuilder();
        comment(form.doc(), out);
        for (Section section : form.sections()) {
            if (!section.name().isEmpty()) {
                out.append('\n');
                comment(section.doc() + (section.presence() == Presence.ONCE ? "" : " May be left out."), out);
                out.append(bracketed(section)).append('\n');
            }
            for (Field field : section.fields()) {
                comment(field.doc() + (field.required() ? "" : " May be left out."), out);
                comment("Expected: " + field.shape().expected() + ".", out);
                out.append(field.name())
                        .append(" = ")
                        .append(field.shape().toToml(field.example()))
                        .append('\n');
            }
        }
        return out.toString();
    }

    /**
     * What differs, a line each: {@code lower.accel.bias_mg: [1, 2, 3] -> [1, 2, 4] mg}.
     *
     * @param after of the same form
     */
    public static List<String> difference(Filled before, Filled after) {
        Map<String, String> old = lines(before);
        Map<String, String> fresh = lines(after);
        Set<String> names = new HashSet<>(old.keySet());
        names.addAll(fresh.keySet());
        List<String> found = new ArrayList<>();
        for (String name : names.stream().sorted().toList()) {
            String from = old.getOrDefault(name, "absent");
            String to = fresh.getOrDefault(name, "absent");
            if (!from.equals(to)) {
                found.add(name + ": " + from + " -> " + to);
            }
        }
        return found;
    }

    private static Map<String, String> lines(Filled filled) {
        Map<String, String> lines = new TreeMap<>();
        for (Section section : filled.form().sections()) {
            List<Map<String, Object>> tables = filled.all(section.name());
            for (int i = 0; i < tables.size(); i++) {
                String table =
                        section.presence() == Presence.ANY_TIMES ? section.name() + "[" + i + "]" : section.name();
                for (Field field : section.fields()) {
                    Object value = tables.get(i).get(field.name());
                    if (value != null) {
                        String unit = field.shape().unit();
                        String shown = field.shape().toToml(value) + (unit.isEmpty() ? "" : " " + unit);
                        lines.put(table.isEmpty() ? field.name() : table + "." + field.name(), shown);
                    }
                }
            }
        }
        return lines;
    }

    private static void header(Section section, StringBuilder out) {
        if (!section.name().isEmpty()) {
            out.append('\n').append(bracketed(section)).append('\n');
        }
    }

    private static String bracketed(Section section) {
        return section.presence() == Presence.ANY_TIMES ? "[[" + section.name() + "]]" : "[" + section.name() + "]";
    }

    private static void comment(String text, StringBuilder out) {
        text.lines().forEach(line -> out.append("# ").append(line).append('\n'));
    }
}
