package org.holdline.settings;

import java.nio.file.Path;
import org.holdline.toml.TomlFile;

/** Any bytes as a settings file: settings, or problems that each name the file; nothing else is thrown. */
public final class SettingsFuzz {
    private static final Path NAME = Path.of("any.toml");

    private SettingsFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        run(input);
    }

    /** Whether the file is one that counts. */
    static boolean run(byte[] input) {
        Draft draft = new Draft();
        FileLayer.take(TomlFile.of(NAME, input), Layer.CONFIG_FILE, draft);
        try {
            draft.finish();
            return true;
        } catch (SettingsException e) {
            need(!e.problems().isEmpty(), "refused without a problem");
            e.problems().forEach(problem -> need(problem.where().startsWith("any.toml"), problem.toString()));
            return false;
        }
    }

    private static void need(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
