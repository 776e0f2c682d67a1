package org.holdline.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdline.report.JsonObject;

/** Debian's Chromium without a window, one tab, driven by its DevTools protocol over the JDK's own WebSocket. */
public final class Chromium implements AutoCloseable {
    private static final long PATIENCE_S = 60;

    /** A page of a PDF file. */
    private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b");

    private static final Pattern TALKS_AT = Pattern.compile("ws://127\\.0\\.0\\.1:(\\d+)/");
    private static final Pattern TAB =
            Pattern.compile("\"type\": *\"page\"[^}]*?\"webSocketDebuggerUrl\": *\"(ws:[^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Long, CompletableFuture<Map<?, ?>>> waiting = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** Null when the machine has none. */
    public static Path program() {
        for (String name : new String[] {"/usr/bin/chromium", "/usr/bin/chromium-browser"}) {
            if (Files.isExecutable(Path.of(name))) {
                return Path.of(name);
            }
        }
        return null;
    }

    /** @param more flags of Chromium's */
    public Chromium(Path folder, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                program().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--force-color-profile=srgb",
                "--lang=en-IE",
                "--no-first-run",
                "--disable-background-networking",
                "--remote-debugging-port=0",
                "--user-data-dir=" + Files.createTempDirectory(folder, "chromium")));
        command.addAll(List.of(more));
        command.add("about:blank");
        process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int port = portSaid();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                .build();
        Matcher tab = TAB.matcher(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        if (!tab.find()) {
            throw new IOException("Chromium has no tab");
        }
        socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(tab.group(1)), new Listener())
                .get(PATIENCE_S, TimeUnit.SECONDS);
        call("Page.enable", Map.of());
        call("Runtime.enable", Map.of());
        call("Log.enable", Map.of());
        call("Network.enable", Map.of());
    }

    private int portSaid() throws IOException {
        BufferedReader err =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        for (String line = err.readLine(); line != null; line = err.readLine()) {
            all.append(line).append('\n');
            Matcher talks = TALKS_AT.matcher(line);
            if (talks.find()) {
                Thread.ofVirtual().start(() -> err.lines().forEach(ignored -> {}));
                return Integer.parseInt(talks.group(1));
            }
        }
        throw new IOException("Chromium did not start: " + all);
    }

    /** One command of the protocol and its result. */
    public Map<?, ?> call(String method, Map<String, ?> params) throws Exception {
        long id = lastId.incrementAndGet();
        CompletableFuture<Map<?, ?>> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", id);
        message.put("method", method);
        message.put("params", params);
        JsonObject.write(json, message);
        socket.sendText(json.toString(StandardCharsets.UTF_8), true).get(PATIENCE_S, TimeUnit.SECONDS);
        Map<?, ?> heard = answer.get(PATIENCE_S, TimeUnit.SECONDS);
        if (heard.containsKey("error")) {
            throw new IOException(method + ": " + heard.get("error"));
        }
        return (Map<?, ?>) heard.get("result");
    }

    /** The value of an expression of the page, awaited; numbers come as they are, objects as maps and lists. */
    public Object eval(String expression) throws Exception {
        Map<?, ?> result = call(
                "Runtime.evaluate",
                Map.of("expression", expression, "awaitPromise", true, "returnByValue", true, "userGesture", true));
        if (result.containsKey("exceptionDetails")) {
            throw new IOException(expression + ": " + result.get("exceptionDetails"));
        }
        return ((Map<?, ?>) result.get("result")).get("value");
    }

    /** What axe finds amiss with the page as it is now, a line each. */
    public String violations() throws Exception {
        if (Boolean.FALSE.equals(eval("'axe' in window"))) {
            try (InputStream in = Chromium.class.getResourceAsStream("axe.min.js")) {
                eval(new String(in.readAllBytes(), StandardCharsets.UTF_8) + "; true");
            }
        }
        return (String) eval("axe.run().then(r => r.violations.map(v => v.id + ': '"
                + " + v.nodes.map(n => n.html.slice(0, 120) + ' ' + n.failureSummary).join(' | ')).join('\\n'))");
    }

    /** Waits for an expression to become true. */
    public void await(String expression) throws Exception {
        eval("new Promise((yes, no) => { const end = performance.now() + " + PATIENCE_S * 500
                + "; (function look() { let it = false; try { it = " + expression + "; } catch (e) { it = false; }"
                + " if (it) { yes(true); } else if (performance.now() > end) { no('never: ' + "
                + quoted(expression) + " + ' but ' + document.body.innerText.slice(0, 400)); }"
                + " else { setTimeout(look, 20); } })(); })");
    }

    static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** A screen of so many CSS pixels. */
    public void screen(int width, int height) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    public void media(String scheme, boolean reducedMotion) throws Exception {
        call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", reducedMotion ? "reduce" : ""))));
    }

    public void go(String address) throws Exception {
        call("Page.navigate", Map.of("url", address));
        await("document.readyState === 'complete'");
    }

    /** A touch in the middle of an element. */
    public void press(String id) throws Exception {
        Map<?, ?> at = (Map<?, ?>) eval("(() => { const r = document.getElementById('" + id
                + "').getBoundingClientRect(); return { x: r.x + r.width / 2, y: r.y + r.height / 2 }; })()");
        for (String type : new String[] {"mousePressed", "mouseReleased"}) {
            call(
                    "Input.dispatchMouseEvent",
                    Map.of("type", type, "x", at.get("x"), "y", at.get("y"), "button", "left", "clickCount", 1));
        }
    }

    /** What is on the screen: PNG, or JPEG where the name says so. */
    public void picture(Path file) throws Exception {
        boolean jpeg = file.toString().endsWith(".jpg");
        Map<String, Object> how = jpeg ? Map.of("format", "jpeg", "quality", 70) : Map.of("format", "png");
        Files.write(file, Base64.getDecoder().decode((String)
                call("Page.captureScreenshot", how).get("data")));
    }

    /** What axe finds at fault in the page; empty when nothing is. */
    public String axe() throws Exception {
        if (Boolean.FALSE.equals(eval("'axe' in window"))) {
            try (InputStream in = Chromium.class.getResourceAsStream("axe.min.js")) {
                eval(new String(in.readAllBytes(), StandardCharsets.UTF_8) + "; true");
            }
        }
        return (String) eval("axe.run().then(r => r.violations.map(v => v.id + ': '"
                + " + v.nodes.map(n => n.html.slice(0, 120) + ' ' + n.failureSummary).join(' | ')).join('\\n'))");
    }

    /** On how many sheets of paper the page prints. */
    public int sheets() throws Exception {
        String pdf = (String) call("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true))
                .get("data");
        return (int) SHEET.matcher(new String(Base64.getDecoder().decode(pdf), StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }

    /** Errors of scripts and the browser's own complaints since it started. */
    public List<String> complaints() {
        return complaints;
    }

    /** Addresses asked for since it started. */
    public List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly()
                .onExit()
                .orTimeout(PATIENCE_S, TimeUnit.SECONDS)
                .join();
    }

    private void heard(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            Map<?, ?> message = (Map<?, ?>) value(parser);
            if (message.get("id") instanceof Number id) {
                waiting.remove(id.longValue()).complete(message);
            } else {
                told((String) message.get("method"), (Map<?, ?>) message.get("params"));
            }
        } catch (IOException e) {
            complaints.add(e.toString());
        }
    }

    private void told(String method, Map<?, ?> params) {
        switch (method) {
            case "Runtime.exceptionThrown" -> complaints.add("exception " + params);
            case "Log.entryAdded" -> {
                Map<?, ?> entry = (Map<?, ?>) params.get("entry");
                if (!"network".equals(entry.get("source"))) {
                    complaints.add(entry.toString());
                }
            }
            case "Network.requestWillBeSent" -> requests.add((String) ((Map<?, ?>) params.get("request")).get("url"));
            default -> {
                // Of no interest here.
            }
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> keys = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String key = parser.currentName();
                    parser.nextToken();
                    keys.put(key, value(parser));
                }
                yield keys;
            }
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield items;
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                heard(text.toString());
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }
    }
}
