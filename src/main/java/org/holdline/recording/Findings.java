package org.holdline.recording;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Errors and warnings about one file, each a single line that begins with {@code FILE:LINE:}. */
final class Findings {
    /** Longest piece of a file that is quoted back. */
    private static final int QUOTED_CHARS = 40;

    private final String file;
    private final List<String> warnings = new ArrayList<>();

    Findings(Path file) {
        this.file = printable(file.toString());
    }

    RecordingException error(long line, String what) {
        return new RecordingException(file, line, what);
    }

    void warn(long line, String what) {
        warnings.add(file + ":" + line + ": " + what);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** A cell as it stands in the file, in quotes, short and free of control characters. */
    static String quote(byte[] bytes, int from, int to) {
        return quote(new String(bytes, from, Math.min(to - from, 4 * QUOTED_CHARS), StandardCharsets.UTF_8));
    }

    static String quote(String text) {
        String shown = printable(text.strip());
        return "'" + (shown.length() > QUOTED_CHARS ? shown.substring(0, QUOTED_CHARS) + "..." : shown) + "'";
    }

    /** File names and cells may hold anything; a message that breaks the line breaks whoever reads it by lines. */
    static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> shown.appendCodePoint(Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? '?' : c));
        return shown.toString();
    }
}
