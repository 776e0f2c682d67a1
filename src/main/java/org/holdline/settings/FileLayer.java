package org.holdline.settings;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdline.toml.Nearest;
import org.holdline.toml.Problem;
import org.holdline.toml.TomlFile;

/** Turns the entries of one file into settings. */
final class FileLayer {
    private static final String VERSION = "version";
    private static final long NEWEST_VERSION = 1;

    private static final Set<String> SECTIONS =
            Keys.all().stream().map(Key::section).collect(Collectors.toCollection(LinkedHashSet::new));
    private static final List<String> NAMES = Keys.all().stream().map(Key::name).toList();

    private final TomlFile file;
    private final Layer layer;
    private final Draft draft;

    private FileLayer(TomlFile file, Layer layer, Draft draft) {
        this.file = file;
        this.layer = layer;
        this.draft = draft;
    }

    /** Adds a file's settings and problems to the draft. */
    static void read(Path path, Layer layer, Draft draft) {
        take(TomlFile.read(path), layer, draft);
    }

    static void take(TomlFile file, Layer layer, Draft draft) {
        file.problems().forEach(draft::refuse);
        if (file.isBroken()) {
            draft.markIncomplete();
        }
        FileLayer reader = new FileLayer(file, layer, draft);
        file.entries().forEach(reader::takeTopLevel);
    }

    private void takeTopLevel(TomlFile.Entry entry) {
        String name = entry.path().getFirst();
        if (name.equals(VERSION)) {
            checkVersion(entry);
        } else if (!SECTIONS.contains(name)) {
            refuseUnknown(entry);
        } else if (entry.value() instanceof TomlFile.Table table) {
            table.entries().forEach(this::take);
        } else {
            refuse(entry, entry.name() + "=" + TomlFile.shown(entry.value()) + ", expected the table [" + name + "]");
        }
    }

    private void checkVersion(TomlFile.Entry entry) {
        if (!(entry.value() instanceof Long version) || version < 1) {
            refuse(entry, "version=" + TomlFile.shown(entry.value()) + ", expected " + NEWEST_VERSION);
        } else if (version > NEWEST_VERSION) {
            refuse(
                    entry,
                    "version=" + version + ", expected at most " + NEWEST_VERSION
                            + ": the file is for a newer Holdline");
        }
    }

    private void take(TomlFile.Entry entry) {
        Key<?> key = Keys.named(String.join(".", entry.path()));
        if (key == null) {
            refuseUnknown(entry);
        } else {
            give(key, entry);
        }
    }

    private <T> void give(Key<T> key, TomlFile.Entry entry) {
        Optional<T> value = key.kind().fromToml(entry.value());
        if (value.isPresent()) {
            draft.give(new Setting<>(key, value.get(), new Origin(layer, file.where(entry.position()))));
        } else {
            draft.suspect(key);
            refuse(entry, key.name() + "=" + TomlFile.shown(entry.value()) + ", expected " + key.expected());
        }
    }

    private void refuseUnknown(TomlFile.Entry entry) {
        boolean topLevel = entry.path().size() == 1;
        // A header that was not understood, or refused as a repetition, leaves its keys in the table before it.
        if (file.isDoubtful(entry) && (file.isBroken() || topLevel)) {
            return;
        }
        boolean table = topLevel && entry.value() instanceof TomlFile.Table;
        String hint =
                table ? Nearest.hint(entry.name(), SECTIONS) : Nearest.hint(String.join(".", entry.path()), NAMES);
        String expected = hint.isEmpty() ? ", expected one that `holdline config example` lists" : hint;
        refuse(entry, "unknown " + (table ? "table" : "key") + " " + entry.name() + expected);
    }

    private void refuse(TomlFile.Entry entry, String what) {
        draft.refuse(new Problem(file.where(entry.position()), what));
    }
}
