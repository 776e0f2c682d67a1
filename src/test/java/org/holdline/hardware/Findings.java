package org.holdline.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the checks found, each line led by the name of its check. */
final class Findings {
    private final List<String> lines = new ArrayList<>();

    void add(String check, String format, Object... values) {
        String line = check + ": " + format;
        lines.add(String.format(Locale.ROOT, line, values));
    }

    /** Adds it unless the condition holds. */
    void require(boolean holds, String check, String format, Object... values) {
        if (!holds) {
            add(check, format, values);
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
