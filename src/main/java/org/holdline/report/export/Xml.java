package org.holdline.report.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** XML with elements, attributes and text, an element a line. */
final class Xml {
    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    Xml(OutputStream out) throws IOException {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** @param attributes names and values in turn */
    Xml open(String name, String... attributes) throws IOException {
        begin(name, attributes);
        out.write(">\n");
        open.push(name);
        return this;
    }

    private void begin(String name, String... attributes) throws IOException {
        out.write(" ".repeat(open.size()));
        out.write("<" + name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.write(" " + attributes[i] + "=\"" + escaped(attributes[i + 1]) + "\"");
        }
    }

    Xml text(String name, String text) throws IOException {
        begin(name);
        out.write(">" + escaped(text) + "</" + name + ">\n");
        return this;
    }

    Xml close() throws IOException {
        String name = open.pop();
        out.write(" ".repeat(open.size()) + "</" + name + ">\n");
        return this;
    }

    void flush() throws IOException {
        out.flush();
    }

    /** Characters that XML 1.0 cannot hold become question marks. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default ->
                    escaped.appendCodePoint(
                            Character.isISOControl(c) || c == 0xfffe || c == 0xffff || (c >= 0xd800 && c <= 0xdfff)
                                    ? '?'
                                    : c);
            }
        });
        return escaped.toString();
    }
}
