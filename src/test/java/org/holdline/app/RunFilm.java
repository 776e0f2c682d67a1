package org.holdline.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.holdline.page.Chromium;
import org.holdline.report.JsonObject;

/**
 * What a browser showed of a run, kept: a picture whenever what is shown has changed, a line of {@code events.jsonl} for each
 * picture and each touch, and {@code index.html}, which shows them in order.
 */
final class RunFilm implements AutoCloseable {
    /** What makes another picture when it changes; figures that run all the time are not among them. */
    private static final List<String> TOLD =
            List.of("stage", "state", "step", "line", "choices", "cue", "ask", "checkin", "mute", "cues", "marks");

    /** Keeps the steps that the page shows, for a step may be over before anybody looks. */
    private static final String STEPS = """
            window.stepsSeen = [];
            new MutationObserver(() => {
              const step = document.documentElement.dataset.guide ?? '';
              if (stepsSeen.at(-1) !== step) { stepsSeen.push(step); }
            }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-guide'] });""";

    /** A picture and what was on it. */
    record Frame(String file, int run, Map<String, Object> shown, List<String> touches) {
        String text(String key) {
            return Objects.toString(shown.get(key), "");
        }
    }

    private final Path folder;
    private final Chromium browser;
    private final OutputStream events;
    private final List<Frame> frames = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private final List<String> touches = new ArrayList<>();
    private final long startedNs = System.nanoTime();
    private int run;
    private int allTouches;
    private Map<String, Object> last = Map.of();

    /** @param folder emptied of an older film */
    RunFilm(Path folder, Chromium browser) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.browser = browser;
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        events = Files.newOutputStream(folder.resolve("events.jsonl"));
        browser.call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", STEPS));
    }

    /** Another run begins. */
    void begin() {
        run++;
        steps.clear();
        last = Map.of();
    }

    /** A touch, before its effect is seen. */
    void touched(String what) throws IOException {
        touches.add(what);
        allTouches++;
        write("touch", Map.of("what", what));
    }

    /** Steps of this run that stood on the page, in order, those between two pictures too. */
    List<String> steps() {
        return steps;
    }

    int touches() {
        return allTouches;
    }

    List<Frame> frames() {
        return frames;
    }

    /** What is shown now; a picture when it is something else than before. */
    void see(Map<String, Object> shown) throws Exception {
        for (Object step : (List<?>) shown.remove("steps")) {
            if (!step.equals("") && (steps.isEmpty() || !steps.getLast().equals(step))) {
                steps.add((String) step);
                write("step", Map.of("step", step));
            }
        }
        if (TOLD.stream().allMatch(key -> Objects.equals(last.get(key), shown.get(key)))) {
            return;
        }
        last = shown;
        String part = shown.get("step").equals("")
                ? shown.get("stage").toString()
                : shown.get("step").toString();
        String at = shown.get("time").toString().replace(':', 'm');
        String file = String.format(Locale.ROOT, "%04d-run%d-%s-%ss.jpg", frames.size() + 1, run, part, at);
        browser.picture(folder.resolve(file));
        frames.add(new Frame(file, run, shown, List.copyOf(touches)));
        touches.clear();
        Map<String, Object> values = new LinkedHashMap<>(shown);
        values.put("picture", file);
        write("shown", values);
    }

    private void write(String type, Map<String, Object> values) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", type);
        line.put("run", run);
        line.put("wall_s", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNs) / 1e3);
        line.putAll(values);
        JsonObject.write(events, line);
    }

    /** All pictures in order, for a browser. */
    @Override
    public void close() throws IOException {
        events.close();
        StringBuilder html = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">"
                + "<title>Holdline: two guided runs</title><style>body{font:16px sans-serif;max-width:1040px;margin:auto}"
                + "img{width:100%;border:1px solid #888}figure{margin:2em 0}</style>"
                + "<h1>Two guided runs of the virtual runner</h1>\n");
        for (Frame frame : frames) {
            html.append("<figure><img loading=\"lazy\" src=\"")
                    .append(frame.file)
                    .append("\" alt=\"\"><figcaption>Run ")
                    .append(frame.run)
                    .append(", ")
                    .append(escaped(caption(frame)));
            if (!frame.touches.isEmpty()) {
                html.append("; touched before: ").append(escaped(String.join(", ", frame.touches)));
            }
            html.append("</figcaption></figure>\n");
        }
        Files.writeString(folder.resolve("index.html"), html);
    }

    private static String caption(Frame frame) {
        String said = frame.text("line");
        if (frame.text("cue").equals("true")) {
            said = "a cue";
        } else if (frame.text("state").equals("lost")) {
            said = frame.text("word");
        } else if (said.isEmpty()) {
            said = frame.text("checkin").isEmpty() ? frame.text("word") : frame.text("checkin");
        }
        return frame.text("time") + "  " + said;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Chosen pictures on one, four in a row, each with its caption. */
    void strip(List<Frame> chosen, Path file) throws Exception {
        StringBuilder html =
                new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>strip</title>"
                        + "<style>body{margin:8px;display:grid;grid-template-columns:repeat(4,1fr);gap:8px;font:13px Inter,sans-serif;"
                        + "background:#fff;color:#222}figure{margin:0}img{width:100%;display:block;border:1px solid #bbb}"
                        + "figcaption{padding:3px 0 6px;white-space:nowrap;overflow:hidden}</style>");
        for (Frame frame : chosen) {
            html.append("<figure><img src=\"")
                    .append(frame.file)
                    .append("\" alt=\"\"><figcaption>")
                    .append(escaped(caption(frame)))
                    .append("</figcaption></figure>");
        }
        Path page = Files.writeString(folder.resolve("strip.html"), html);
        int rows = (chosen.size() + 3) / 4;
        browser.screen(1280, 16 + rows * 268);
        browser.go(page.toUri().toString());
        browser.await("[...document.images].every(i => i.complete && i.naturalWidth > 0)");
        browser.picture(file);
    }
}
