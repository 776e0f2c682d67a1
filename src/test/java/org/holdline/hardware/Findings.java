package org.holdline.hardware;

import java.util.ArrayList;
import java.util.List;

/** What the checks found, each line led by the name of its check. */
final class Findings {
    private final List<String> lines = new ArrayList<>();

    void add(String check, String format, Object... values) {
        lines.add(check + ": " + format.formatted(values));
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
