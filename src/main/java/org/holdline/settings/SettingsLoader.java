package org.holdline.settings;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdline.toml.Nearest;
import org.holdline.toml.Problem;
import org.holdline.toml.TomlFile;
import org.jspecify.annotations.Nullable;

/**
 * Gathers settings from every place they may come from, strongest last: built in, {@code holdline.toml} and
 * {@code conf.d/*.toml} below the system's folder, the file named on the command line, the environment, the flags.
 */
public final class SettingsLoader {
    private static final String MAIN_FILE = "holdline.toml";
    private static final String DROP_INS = "conf.d";

    /** Read by the launcher and the JVM's options, not by us. */
    private static final List<String> OTHERS_VARIABLES = List.of("HOLDLINE_JAVA_", "HOLDLINE_BUILD");

    private static final Map<String, Key<?>> BY_VARIABLE =
            Keys.all().stream().collect(Collectors.toMap(Key::environmentName, Function.identity()));

    private record Flag(String keyName, @Nullable String shownAs, String text) {}

    private final Path etcRoot;
    private final Map<String, String> environment;
    private final List<Flag> flags = new ArrayList<>();
    private @Nullable Path config;

    /**
     * @param etcRoot the system's folder, {@code /etc/holdline}; it may be missing
     * @param environment all variables; those that do not start with {@code HOLDLINE_} are left alone
     */
    public SettingsLoader(Path etcRoot, Map<String, String> environment) {
        this.etcRoot = etcRoot;
        // Sorted, so that problems come in the same order every time.
        this.environment = new TreeMap<>(environment);
    }

    /** Reads this file too; missing is then a problem. */
    public SettingsLoader config(Path file) {
        config = file;
        return this;
    }

    /** Texts by key name; problems name the flag after the key. */
    public SettingsLoader flags(Map<String, String> textByKeyName) {
        new TreeMap<>(textByKeyName).forEach((keyName, text) -> flags.add(new Flag(keyName, null, text)));
        return this;
    }

    /**
     * One flag.
     *
     * @param keyName dotted name of the key
     * @param shownAs how problems and origins name the flag, such as {@code --duration}
     * @param text its value as typed
     */
    public SettingsLoader flag(String keyName, String shownAs, String text) {
        flags.add(new Flag(keyName, shownAs, text));
        return this;
    }

    /**
     * Reads everything.
     *
     * @throws SettingsException listing all problems when there is one
     */
    public Settings load() throws SettingsException {
        Draft draft = new Draft();
        Path main = etcRoot.resolve(MAIN_FILE);
        if (isThere(main)) {
            FileLayer.read(main, Layer.SYSTEM_FILE, draft);
        }
        dropIns(draft).forEach(file -> FileLayer.read(file, Layer.DROP_IN, draft));
        if (config != null) {
            FileLayer.read(config, Layer.CONFIG_FILE, draft);
        }
        environment.forEach((variable, text) -> takeVariable(variable, text, draft));
        flags.forEach(flag -> takeFlag(flag, draft));
        return draft.finish();
    }

    /** A link that leads nowhere is there: somebody meant a file. */
    private static boolean isThere(Path path) {
        return !Files.notExists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private List<Path> dropIns(Draft draft) {
        Path folder = etcRoot.resolve(DROP_INS);
        List<Path> files = new ArrayList<>();
        if (isThere(folder)) {
            try (DirectoryStream<Path> toml = Files.newDirectoryStream(folder, "*.toml")) {
                toml.forEach(file -> {
                    // Editors leave hidden files behind, some of them links to nowhere.
                    if (!file.getFileName().toString().startsWith(".")) {
                        files.add(file);
                    }
                });
            } catch (IOException | DirectoryIteratorException e) {
                draft.refuse(new Problem(folder.toString(), "cannot be listed, expected a readable folder"));
                draft.markIncomplete();
            }
        }
        files.sort(null);
        return files;
    }

    private static void takeVariable(String variable, String text, Draft draft) {
        if (!variable.startsWith(Key.ENVIRONMENT_PREFIX)
                || OTHERS_VARIABLES.stream().anyMatch(variable::startsWith)) {
            return;
        }
        Key<?> key = BY_VARIABLE.get(variable);
        if (key == null) {
            String hint = Nearest.hint(variable, BY_VARIABLE.keySet());
            draft.warn(new Problem(variable, "unknown variable, ignored" + hint));
        } else if (text.isEmpty()) {
            // Unit files and containers pass on variables nobody filled in.
            draft.warn(new Problem(variable, "empty, ignored"));
        } else {
            give(key, text, new Origin(Layer.ENVIRONMENT, variable), draft);
        }
    }

    private static void takeFlag(Flag flag, Draft draft) {
        Key<?> key = Keys.named(flag.keyName);
        if (key == null) {
            List<String> names = Keys.all().stream().map(Key::name).toList();
            String shownAs = flag.shownAs == null ? "--" + flag.keyName : flag.shownAs;
            String hint = Nearest.hint(flag.keyName, names);
            String expected = hint.isEmpty() ? ", expected one that `holdline config example` lists" : hint;
            draft.refuse(new Problem(shownAs, "unknown key " + flag.keyName + expected));
            return;
        }
        String shownAs = flag.shownAs == null ? key.flag() : flag.shownAs;
        give(key, flag.text, new Origin(Layer.FLAG, shownAs), draft);
    }

    private static <T> void give(Key<T> key, String text, Origin origin, Draft draft) {
        Optional<T> value = key.kind().fromText(text);
        if (value.isPresent()) {
            draft.give(new Setting<>(key, value.get(), origin));
        } else {
            draft.suspect(key);
            String shown = text.isEmpty() ? "empty" : TomlFile.shortened(text);
            draft.refuse(new Problem(origin.where(), shown + ", expected " + key.expected()));
        }
    }
}
