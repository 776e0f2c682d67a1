package org.holdline.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The frame of every file: head, style sheet, patterns that charts share, and what is said of a run that does not count. */
final class Sheet {
    private Sheet() {}

    /** Opens document, head and body. */
    static Html open(Words words, String title, String kind) {
        Html html = new Html();
        html.open("html", "lang", words.language().tag()).line().open("head").line();
        html.leaf("meta", "charset", "utf-8").line();
        html.leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        html.leaf("meta", "name", "generator", "content", "Holdline").line();
        html.leaf("meta", "name", "color-scheme", "content", "light dark").line();
        html.text("title", title).line();
        html.style(css()).line().close("head").line();
        html.open("body", "class", kind);
        hatches(html);
        return html;
    }

    static String close(Html html) {
        return html.close("body").line().close("html").whole();
    }

    private static void hatches(Html html) {
        html.open("svg", "width", "0", "height", "0", "class", "unseen", "aria-hidden", "true", "focusable", "false");
        html.open("defs");
        hatch(html, "hatch", "M-1 1l2-2M0 6l6-6M5 7l2-2", 6);
        hatch(html, "dots", "M2 2h1.6v1.6h-1.6z", 5);
        html.close("svg");
    }

    private static void hatch(Html html, String id, String path, int size) {
        String length = String.valueOf(size);
        html.open("pattern", "id", id, "width", length, "height", length, "patternUnits", "userSpaceOnUse");
        html.leaf("path", "d", path, "class", "hatch-" + id).close();
    }

    private static String css() {
        try (InputStream in = Sheet.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is not beside " + Sheet.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("report.css", e);
        }
    }
}
