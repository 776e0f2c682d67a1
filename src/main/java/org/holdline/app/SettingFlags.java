package org.holdline.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdline.clip.replay.Overrides;
import org.holdline.sample.Sample;
import org.holdline.settings.Key;
import org.holdline.settings.Keys;
import org.holdline.settings.Settings;
import org.holdline.settings.SettingsException;
import org.holdline.settings.SettingsLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags that stand for settings, shared by the commands. */
final class SettingFlags {
    private static final Path SYSTEM_FOLDER = Path.of("/etc/holdline");
    private static final Path NO_FOLDER = Path.of("/nonexistent");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings in TOML; config/holdline.example.toml documents every key.")
    private @Nullable Path config;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Any setting by its name, e.g. cue.cooldown_s=90.")
    private @Nullable Map<String, String> set;

    private record Given(Key<?> key, String shownAs, String text) {}

    private final List<Given> given = new ArrayList<>();

    /** A flag of its own; null = not given. */
    void flag(Key<?> key, String shownAs, @Nullable Object value) {
        if (value != null) {
            given.add(new Given(key, shownAs, value.toString()));
        }
    }

    /** Profile files; none leaves the setting alone. */
    void profiles(List<String> files) {
        if (!files.isEmpty()) {
            flag(Keys.RUN_PROFILES, "--profile", String.join("\n", files) + "\n");
        }
    }

    /** Everything together: the machine's files and environment, and this command line. */
    Settings load() throws Failure {
        return load(new SettingsLoader(SYSTEM_FOLDER, System.getenv()));
    }

    /**
     * For a replay: nothing of this machine counts, so that the same recording gives the same answer everywhere. The road is
     * tuned as when the recording was made, unless this command line says otherwise.
     *
     * @param recorded settings in the recording, by name
     */
    Settings loadApart(Map<String, String> recorded) throws Failure {
        SettingsLoader loader = new SettingsLoader(NO_FOLDER, Map.of());
        if (config == null) {
            recorded.forEach((name, value) -> loader.flag(name, "setting in the recording, " + name, value));
        }
        return load(loader);
    }

    private Settings load(SettingsLoader loader) throws Failure {
        if (config != null) {
            loader.config(config);
        }
        given.forEach(flag -> loader.flag(flag.key.name(), flag.shownAs, flag.text));
        if (set != null) {
            set.forEach((key, value) -> loader.flag(key, "--set " + key, value));
        }
        try {
            Settings settings = loader.load();
            settings.warnings().forEach(warning -> System.err.println("holdline: warning: " + warning));
            return settings;
        } catch (SettingsException e) {
            throw new Failure(ExitCode.BAD_CONFIGURATION, e);
        }
    }

    /** The settings a recording's description may be overruled by. */
    static Overrides overrides(Settings settings) {
        return new Overrides(
                settings.get(Keys.RUN_PLACEMENT).orElse(null),
                settings.get(Keys.RUN_PLANNED_S),
                settings.get(Keys.RUN_PLANNED_M),
                settings.get(Keys.RUN_SPEED_KMH)
                        .map(kmh -> (int) Math.round(kmh * 1000))
                        .orElse(Sample.UNKNOWN));
    }
}
