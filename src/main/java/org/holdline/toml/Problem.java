package org.holdline.toml;

/**
 * One thing wrong with a setting or a profile, or worth a warning. Fits on one line whatever the input held.
 *
 * @param where {@code FILE:LINE:COLUMN}, {@code FILE}, the environment variable or the flag
 * @param what what is wrong and what was expected
 */
public record Problem(String where, String what) {
    public Problem {
        where = onOneLine(where);
        what = onOneLine(what);
    }

    @Override
    public String toString() {
        return where + ": " + what;
    }

    /** Control characters would break the line or colour the terminal. */
    private static String onOneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                line.append(String.format("\\u%04X", c));
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.toString();
    }
}
