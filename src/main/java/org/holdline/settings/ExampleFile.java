package org.holdline.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the example file: every key, its meaning, bounds and default, commented out. */
public final class ExampleFile {
    private static final String HEAD = """
            # Every setting of Holdline. Copy what you change to /etc/holdline/holdline.toml, to a file of its own in
            # /etc/holdline/conf.d, or to a file named with --config, and drop the # in front of the key.
            #
            # A flag is stronger than the environment variable, which is stronger than the file named with --config, than
            # /etc/holdline/conf.d/*.toml (the later name wins), than /etc/holdline/holdline.toml, than the default.
            # `holdline config show --origin` says which one is in force.
            #
            # Where there is no default the value shown is an example, and a run without it decides for itself.
            # This file is written by the program; edits to it are lost.

            version = 1
            """;

    private static final Map<String, String> SECTIONS = new LinkedHashMap<>();

    static {
        SECTIONS.put("run", "The run: where its samples come from and what is known of it beforehand.");
        SECTIONS.put("attitude", "How the inclination of the back is told from its shaking.");
        SECTIONS.put("strides", "How steps are found in the vertical force, given as a share of gravity.");
        SECTIONS.put("posture", "What counts as a deviation from the runner's own neutral.");
        SECTIONS.put("slip", "What is made of a clip that moves on the body in the middle of a run.");
        SECTIONS.put("cue", "When a cue is given, and how strong.");
        SECTIONS.put("tone", "The tone of the channel speaker, on this machine's audio output.");
        SECTIONS.put("fading", "How far a runner does without cues, as a profile would say. Off as it stands.");
        SECTIONS.put("i2c", "The wired clip (run.source = \"i2c\"): where its IMUs are and how they are read.");
        SECTIONS.put("gpio", "The GPIO chip that buzzer and data-ready lines belong to.");
        SECTIONS.put("motor", "What makes a cue felt on a wired clip.");
        SECTIONS.put("serial", "A clip behind a serial port (run.source = \"serial:PORT\").");
        SECTIONS.put(
                "page", "The live page: for a browser on this machine, or for phones on the network with a token.");
        SECTIONS.put("state", "What Holdline keeps between runs.");
        SECTIONS.put("session", "The runs that are kept, for whom and for how long.");
    }

    private ExampleFile() {}

    /** The whole file. */
    public static String text() {
        StringBuilder file = new StringBuilder(HEAD);
        SECTIONS.forEach((section, about) -> {
            file.append("\n# ").append(about).append("\n[").append(section).append("]\n");
            Keys.all().stream().filter(key -> key.section().equals(section)).forEach(key -> append(file, key));
        });
        return file.toString();
    }

    private static <T> void append(StringBuilder file, Key<T> key) {
        String fallback = key.toToml(key.fallback());
        file.append("\n# ").append(key.description());
        file.append("\n# Expected: ").append(key.expected()).append(limits(key));
        file.append("\n# ").append(fallback.isEmpty() ? "No default" : "Default: " + fallback);
        file.append(". Environment: ").append(key.environmentName()).append('\n');
        file.append('#').append(key.nameInSection()).append(" = ").append(key.toToml(key.example()));
        file.append('\n');
    }

    private static String limits(Key<?> key) {
        StringBuilder text = new StringBuilder();
        for (Limits.Limit<?> limit : Limits.all()) {
            if (limit.key() == key) {
                text.append(", at most ").append(limit.atMost());
            }
            if (limit.atMost() == key) {
                text.append(", at least ").append(limit.key());
            }
        }
        return text.toString();
    }
}
