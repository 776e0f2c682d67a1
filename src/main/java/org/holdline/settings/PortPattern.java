package org.holdline.settings;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.holdline.toml.TomlFile;

/** Names of ports: one of two words, or an absolute path whose last part may hold {@code *}, {@code ?}, {@code [0-9]}. */
public record PortPattern() implements Kind<String> {
    /** Only what hangs on the same device. */
    public static final String SAME_DEVICE = "same-device";

    /** No other port at all. */
    public static final String NOWHERE = "nowhere";

    private static final Pattern PATH = Pattern.compile("/(?:[^*?\\[\\]{}\\\\/]+/)*[^{}\\\\/]+");

    @Override
    public Optional<String> fromToml(Object value) {
        return value instanceof String text ? fromText(text) : Optional.empty();
    }

    @Override
    public Optional<String> fromText(String text) {
        return text.equals(SAME_DEVICE) || text.equals(NOWHERE) || isPattern(text)
                ? Optional.of(text)
                : Optional.empty();
    }

    private static boolean isPattern(String text) {
        try {
            // What is no pattern would be found out only when the clip is lost.
            return PATH.matcher(text).matches()
                    && FileSystems.getDefault()
                                    .getPathMatcher("glob:" + Path.of(text).getFileName())
                            != null;
        } catch (InvalidPathException | PatternSyntaxException refusedByTheSystem) {
            return false;
        }
    }

    @Override
    public String toToml(String value) {
        return TomlFile.quoted(value);
    }

    @Override
    public String expected() {
        return "\"" + SAME_DEVICE + "\", \"" + NOWHERE + "\" or a path such as \"/dev/rfcomm*\"";
    }
}
