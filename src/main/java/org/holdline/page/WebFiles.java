package org.holdline.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.holdline.page.state.PageJson;
import org.holdline.text.Language;
import org.holdline.text.Texts;
import org.jspecify.annotations.Nullable;

/** The files of the page, read once from beside this class. A path is looked up by its whole name and never resolved. */
final class WebFiles {
    private static final String HTML = "text/html; charset=utf-8";
    private static final String CSS = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String JSON = "application/json; charset=utf-8";
    private static final String SVG = "image/svg+xml";

    /** One answer. Its bytes are never changed. */
    static final class WebFile {
        private final String type;
        private final byte[] bytes;

        WebFile(String type, byte[] bytes) {
            this.type = type;
            this.bytes = bytes;
        }

        String type() {
            return type;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    private final Map<String, WebFile> byPath = new HashMap<>();

    WebFiles() {
        add("/", "index.html", HTML);
        add("/page.css", "page.css", CSS);
        add("/icon.svg", "icon.svg", SVG);
        for (String module : new String[] {
            "page", "words", "stream", "gauge", "chart", "cue", "controls", "choices", "guide", "checkin", "after"
        }) {
            add("/" + module + ".js", module + ".js", SCRIPT);
        }
        add("/vendor/uPlot.esm.js", "vendor/uPlot.esm.js", SCRIPT);
        add("/vendor/uPlot.min.css", "vendor/uPlot.min.css", CSS);
        for (Language language : Language.values()) {
            byPath.put(
                    "/texts/" + language.tag() + ".json",
                    new WebFile(JSON, PageJson.line(Texts.of(language).all())));
        }
    }

    private void add(String path, String resource, String type) {
        try (InputStream in = WebFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not beside " + WebFiles.class);
            }
            byPath.put(path, new WebFile(type, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    @Nullable
    WebFile at(String path) {
        return byPath.get(path);
    }
}
