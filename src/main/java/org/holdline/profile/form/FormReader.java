package org.holdline.profile.form;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdline.profile.form.Section.Presence;
import org.holdline.toml.Nearest;
import org.holdline.toml.Problem;
import org.holdline.toml.TomlFile;
import org.holdline.toml.TomlFile.Entry;

/** Reads a profile file by its form.
 *
 * <p>Every mistake is found in one go and stands with its place in the file. */
public final class FormReader {
    private final TomlFile file;
    private final Path path;
    private final List<Form> forms;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();

    private FormReader(Path path, TomlFile file, List<Form> forms) {
        this.path = path;
        this.file = file;
        this.forms = forms;
    }

    /**
     * Reads a file.
     *
     * @param forms the kinds that are welcome
     * @throws FormException with every problem of the file
     */
    public static Filled read(Path path, List<Form> forms) throws FormException {
        return new FormReader(path, TomlFile.read(path), forms).fill();
    }

    /** As if the file held these bytes. */
    public static Filled of(Path path, byte[] bytes, List<Form> forms) throws FormException {
        return new FormReader(path, TomlFile.of(path, bytes), forms).fill();
    }

    private Filled fill() throws FormException {
        problems.addAll(file.problems());
        Optional<Form> form = formOf();
        // Without its kind nothing else of the file can be judged.
        if (form.isEmpty()) {
            throw new FormException(problems);
        }
        Filled filled = new Filled(form.get());
        takeTable(filled, form.get().section(""), file.entries());
        demandTables(filled);
        if (problems.isEmpty()) {
            form.get().rules().forEach(rule -> rule.check(filled).forEach(this::breach));
        }
        if (!problems.isEmpty()) {
            throw new FormException(problems);
        }
        return filled;
    }

    private Optional<Form> formOf() {
        Optional<Entry> kind = file.entries().stream()
                .filter(entry -> entry.name().equals(Form.KIND))
                .findFirst();
        String expected = "expected "
                + String.join(
                        " or ",
                        forms.stream().map(f -> TomlFile.quoted(f.kind())).toList());
        if (kind.isEmpty()) {
            if (problems.isEmpty() || !file.isBroken()) {
                problems.add(new Problem(path.toString(), "kind is missing, " + expected));
            }
            return Optional.empty();
        }
        Optional<Form> form =
                forms.stream().filter(f -> f.kind().equals(kind.get().value())).findFirst();
        if (form.isEmpty()) {
            refuse(kind.get(), "kind=" + TomlFile.shown(kind.get().value()) + ", " + expected);
        }
        return form;
    }

    private void takeTable(Filled filled, Section section, List<Entry> entries) {
        Map<String, Object> values = filled.add(section.name());
        int before = problems.size();
        for (Entry entry : entries) {
            takeEntry(filled, section, values, entry);
        }
        // What a mistake has hidden is not missing.
        if (problems.size() > before || file.isBroken()) {
            return;
        }
        for (Field field : section.fields()) {
            if (field.required() && !values.containsKey(field.name())) {
                String where = entries.isEmpty()
                        ? path.toString()
                        : file.where(entries.getFirst().position());
                String table = section.name().isEmpty() ? "" : "[" + section.name() + "] ";
                problems.add(new Problem(
                        where,
                        table + field.name() + " is missing, expected "
                                + field.shape().expected()));
            }
        }
    }

    private void takeEntry(Filled filled, Section section, Map<String, Object> values, Entry entry) {
        String name = entry.path().getLast();
        Optional<Field> field =
                section.fields().stream().filter(f -> f.name().equals(name)).findFirst();
        if (field.isPresent()) {
            give(field.get(), values, entry);
            return;
        }
        String dotted = String.join(".", entry.path());
        Optional<Section> table = filled.form().sections().stream()
                .filter(s -> !s.name().isEmpty() && s.name().equals(dotted))
                .findFirst();
        if (table.isPresent()) {
            takeSection(filled, table.get(), entry);
        } else if (entry.value() instanceof TomlFile.Table inner && isPrefix(filled.form(), dotted)) {
            inner.entries()
                    .forEach(
                            each -> takeEntry(filled, new Section(dotted, Presence.ONCE, "", List.of()), values, each));
        } else {
            refuseUnknown(filled.form(), section, entry);
        }
    }

    private void takeSection(Filled filled, Section section, Entry entry) {
        boolean list = section.presence() == Presence.ANY_TIMES;
        switch (entry.value()) {
            case TomlFile.Table table when !list -> takeTable(filled, section, table.entries());
            case TomlFile.Items items
            when list ->
                items.items().forEach(item -> {
                    if (item.value() instanceof TomlFile.Table table) {
                        takeTable(filled, section, table.entries());
                    } else {
                        refuse(item, TomlFile.shown(item.value()) + ", expected a table [[" + section.name() + "]]");
                    }
                });
            default -> {
                String expected = list ? "tables [[" + section.name() + "]]" : "the table [" + section.name() + "]";
                refuse(entry, entry.name() + "=" + TomlFile.shown(entry.value()) + ", expected " + expected);
            }
        }
    }

    private static boolean isPrefix(Form form, String dotted) {
        return form.sections().stream().anyMatch(s -> s.name().startsWith(dotted + "."));
    }

    private void give(Field field, Map<String, Object> values, Entry entry) {
        if (field.name().equals(Form.VERSION) && entry.value() instanceof Long version && version > 1) {
            refuse(entry, "version=" + version + ", expected 1: the file is for a newer Holdline");
            return;
        }
        Optional<Object> value = field.shape().fromToml(entry.value());
        if (value.isPresent()) {
            values.put(field.name(), value.get());
            places.put(String.join(".", entry.path()), file.where(entry.position()));
        } else {
            refuse(
                    entry,
                    field.name() + "=" + TomlFile.shown(entry.value()) + ", expected "
                            + field.shape().expected());
        }
    }

    private void refuseUnknown(Form form, Section section, Entry entry) {
        if (file.isDoubtful(entry) && (file.isBroken() || entry.path().size() == 1)) {
            return;
        }
        String name = entry.path().getLast();
        Optional<Form.Trap> trap =
                form.traps().stream().filter(t -> t.name().equals(name)).findFirst();
        if (trap.isPresent()) {
            refuse(entry, entry.name() + ": " + trap.get().reason());
            return;
        }
        boolean table = entry.value() instanceof TomlFile.Table;
        List<String> known = table
                ? form.sections().stream()
                        .map(Section::name)
                        .filter(n -> !n.isEmpty())
                        .toList()
                : section.fields().stream().map(Field::name).toList();
        String hint = Nearest.hint(name, known);
        String expected = hint.isEmpty() ? ", expected one of " + String.join(", ", known) : hint;
        refuse(entry, "unknown " + (table ? "table " : "key ") + entry.name() + expected);
    }

    private void demandTables(Filled filled) {
        if (file.isBroken()) {
            return;
        }
        for (Section section : filled.form().sections()) {
            if (section.presence() == Presence.ONCE && !filled.has(section.name()) && hasParent(filled, section)) {
                problems.add(new Problem(
                        path.toString(), "the table [" + section.name() + "] is missing: " + section.doc()));
            }
        }
    }

    /** A table within an absent table is not missing. */
    private static boolean hasParent(Filled filled, Section section) {
        int dot = section.name().lastIndexOf('.');
        String parent = dot < 0 ? "" : section.name().substring(0, dot);
        boolean isSection =
                filled.form().sections().stream().anyMatch(s -> s.name().equals(parent));
        return !isSection || filled.has(parent);
    }

    private void breach(Form.Breach breach) {
        String name = breach.section().isEmpty() ? breach.field() : breach.section() + "." + breach.field();
        problems.add(new Problem(places.getOrDefault(name, path.toString()), breach.what()));
    }

    private void refuse(Entry entry, String what) {
        problems.add(new Problem(file.where(entry.position()), what));
    }
}
