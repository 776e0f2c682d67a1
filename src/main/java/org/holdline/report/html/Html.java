package org.holdline.report.html;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML that is well-formed XML as well: whatever is opened is closed, and every text is escaped. */
final class Html {
    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();

    /** Attributes come as name and value in turn; one whose value is empty is left out. */
    Html open(String name, String... attributes) {
        tag(name, attributes);
        out.append('>');
        open.push(name);
        return this;
    }

    Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes down to, and with, the innermost element of a name. */
    Html close(String name) {
        while (!open.element().equals(name)) {
            close();
        }
        return close();
    }

    /** An element without content. */
    Html leaf(String name, String... attributes) {
        tag(name, attributes);
        out.append("/>");
        return this;
    }

    /** An element with a text and nothing else. */
    Html text(String name, String text, String... attributes) {
        open(name, attributes);
        return text(text).close();
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    /** A line break in the file, for those who read it. */
    Html line() {
        out.append('\n');
        return this;
    }

    /** A style sheet of ours: it holds neither markup nor an ampersand. */
    Html style(String css) {
        if (css.indexOf('<') >= 0 || css.indexOf('&') >= 0) {
            throw new IllegalArgumentException("css: holds markup, expected a plain style sheet");
        }
        open("style");
        out.append('\n').append(css);
        return close();
    }

    private void tag(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1]);
                out.append('"');
            }
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(isAllowed(text, i) ? c : '\uFFFD');
            }
        }
    }

    /** Control characters, lone surrogates and non-characters are neither HTML nor XML. */
    private static boolean isAllowed(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return (c >= ' ' && c != 0x7F && !(c > 0x7F && c < 0xA0) && c < 0xFFFE) || c == '\n' || c == '\t';
    }

    /** The whole, when everything is closed. */
    String whole() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return "<!DOCTYPE html>\n" + out + "\n";
    }
}
