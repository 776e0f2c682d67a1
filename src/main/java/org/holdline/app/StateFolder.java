package org.holdline.app;

import java.nio.file.Path;
import java.util.Map;
import org.holdline.settings.Keys;
import org.holdline.settings.Settings;

/** Where Holdline keeps what it learned about this hardware. */
final class StateFolder {
    private static final String NAME = "holdline";

    private StateFolder() {}

    /**
     * As set; else what systemd gives a service, else as the XDG base directory specification says.
     *
     * @param environment of this process
     */
    static Path of(Settings settings, Map<String, String> environment) {
        return settings.get(Keys.STATE_FOLDER).orElseGet(() -> {
            String service = environment.getOrDefault("STATE_DIRECTORY", "");
            if (!service.isEmpty()) {
                // systemd separates several by colons; the first is the service's own.
                return Path.of(service.split(":", 2)[0]);
            }
            String state = environment.getOrDefault("XDG_STATE_HOME", "");
            Path base = state.startsWith("/")
                    ? Path.of(state)
                    : Path.of(
                            environment.getOrDefault("HOME", System.getProperty("user.home", ".")), ".local", "state");
            return base.resolve(NAME);
        });
    }
}
