package org.holdline.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdline.toml.Problem;

/** Settings while they are gathered, weakest layer first, with what was wrong on the way. */
final class Draft {
    private final Map<Key<?>, Setting<?>> given = new HashMap<>();
    private final Set<Key<?>> suspects = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private boolean isIncomplete;

    /** Takes the place of what a weaker layer gave. */
    void give(Setting<?> setting) {
        given.put(setting.key(), setting);
    }

    void refuse(Problem problem) {
        problems.add(problem);
    }

    void warn(Problem warning) {
        warnings.add(warning);
    }

    /** A value of this key was refused: nothing is to be concluded from the one in its place. */
    void suspect(Key<?> key) {
        suspects.add(key);
    }

    /** Some input could not be read: nothing is to be concluded from what is missing. */
    void markIncomplete() {
        isIncomplete = true;
    }

    Settings finish() throws SettingsException {
        Settings settings = new Settings(given, warnings);
        if (!isIncomplete) {
            Limits.all().stream()
                    .filter(limit -> !suspects.contains(limit.key()) && !suspects.contains(limit.atMost()))
                    .forEach(limit -> limit.check(settings).ifPresent(this::refuse));
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems, warnings);
        }
        return settings;
    }
}
