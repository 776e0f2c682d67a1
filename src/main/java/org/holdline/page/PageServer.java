package org.holdline.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdline.clock.Clock;
import org.holdline.page.Door.Need;
import org.holdline.page.Door.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Serves the page. Publishing is for one thread and never waits; each request is answered on a virtual thread of its own.
 * Everything that comes in is bounded: connections, headers, bodies, and the time each may take.
 */
public final class PageServer implements AutoCloseable {
    /** A browser that takes no byte for so long is closed. */
    public static final long STALL_NS = 10_000_000_000L;

    private static final long ASK_NS = 1_000_000_000;
    private static final int MAX_BODY = 128;
    private static final long CLOSE_NS = 300_000_000;
    private static final long LOOK_NS = 2_000_000;
    private static final int BACKLOG = 16;
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String JSON = "application/json; charset=utf-8";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String HTML = "text/html; charset=utf-8";

    private static final Refusal NOT_FOUND = new Refusal(404, "there is no such page\n");
    /** Three words of figures and letters, and the two spaces between them. */
    private static final int MAX_TAP = 32;

    private static final Pattern TAP = Pattern.compile("(\\d{1,9}) (choose|skip|feel) (\\d{1,3})");
    private static final Refusal NO_TAP = new Refusal(400, "expected: TURN choose|skip|feel NUMBER\n");
    private static final Refusal BODY = new Refusal(413, "a shorter body expected\n");
    private static final Refusal TOKEN = new Refusal(403, "this token is not that of this run\n");
    private static final Refusal FULL = new Refusal(503, Browsers.MAX + " browsers watch this run already\n");
    private static final Refusal NOT_YET = new Refusal(503, "the run has not begun\n");

    static {
        // The JDK's server takes its limits from the system's properties, once, before the first one is made.
        limit("sun.net.httpserver.nodelay", true);
        limit("jdk.httpserver.maxConnections", 64);
        limit("sun.net.httpserver.maxReqHeaders", 40);
        limit("sun.net.httpserver.maxReqHeaderSize", 8192);
        limit("sun.net.httpserver.maxReqTime", 5);
        limit("sun.net.httpserver.idleInterval", 30);
    }

    /** What is found at a path. */
    private record Route(Set<String> methods, Need need, Answer answer) {}

    /** Null when it has answered. */
    private interface Answer {
        @Nullable
        Refusal to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final WebFiles files = new WebFiles();
    private final Browsers browsers = new Browsers();
    private final Set<Outlet> outlets = ConcurrentHashMap.newKeySet();
    private final AtomicLong cut = new AtomicLong();
    private final Door door;
    private final @Nullable Secrets secrets;
    private final Clock clock;
    private final long startedNs;
    private final Map<String, Route> routes;
    private final SendQueues queues;
    private final AfterRun afterRun = new AfterRun();
    private long askedNs;
    private volatile byte @Nullable [] now;
    private volatile byte @Nullable [] trace;

    private PageServer(HttpServer server, PageParams params, Controls controls, SendQueues queues, Clock clock) {
        this.server = server;
        this.queues = queues;
        this.clock = clock;
        secrets = params.secrets();
        door = new Door(secrets, params.name());
        startedNs = clock.nanoTime();
        askedNs = startedNs;
        Set<String> get = Set.of("GET");
        Set<String> post = Set.of("POST");
        routes = Map.ofEntries(
                Map.entry("/events", new Route(get, Need.SESSION, this::events)),
                Map.entry("/now", new Route(get, Need.SESSION, exchange -> json(exchange, now))),
                Map.entry("/trace", new Route(get, Need.SESSION, exchange -> json(exchange, trace))),
                Map.entry("/report", new Route(get, Need.SESSION, this::report)),
                Map.entry("/enter", new Route(post, Need.ORIGIN, this::enter)),
                acting("mute", () -> controls.mute(true)),
                acting("unmute", () -> controls.mute(false)),
                acting("mark", controls::mark),
                acting("pause", () -> controls.pause(true)),
                acting("resume", () -> controls.pause(false)),
                acting("end", controls::end),
                Map.entry("/act/tap", new Route(post, Need.BOTH, exchange -> tap(exchange, controls))),
                Map.entry("/act/said", new Route(post, Need.BOTH, this::said)),
                acting("done", afterRun::done));
    }

    private static Map.Entry<String, Route> acting(String word, Runnable act) {
        return Map.entry("/act/" + word, new Route(Set.of("POST"), Need.BOTH, exchange -> act(exchange, act)));
    }

    private static void limit(String property, Object value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value.toString());
        }
    }

    /**
     * Opens it.
     *
     * @throws IOException when the address cannot be had
     */
    public static PageServer open(PageParams params, Controls controls, Clock clock) throws IOException {
        return open(params, controls, SendQueues.ofKernel(), clock);
    }

    static PageServer open(PageParams params, Controls controls, SendQueues queues, Clock clock) throws IOException {
        HttpServer server = HttpServer.create(params.listen(), BACKLOG);
        PageServer page = new PageServer(server, params, controls, queues, clock);
        server.setExecutor(page.threads);
        server.createContext("/", page::handle);
        server.start();
        return page;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /** The state of now: one line of JSON. Takes the place of the one before in every mailbox. */
    public void now(byte[] json) {
        now = json;
        browsers.state(new Message("now", sinceStartMs(), json));
    }

    /** A cue: one line of JSON. Every browser gets it or is closed. */
    public void cue(byte[] json) {
        browsers.cue(new Message("cue", sinceStartMs(), json));
    }

    /** The last ten minutes, for browsers that ask: one line of JSON. */
    public void trace(byte[] json) {
        trace = json;
    }

    private long sinceStartMs() {
        return (clock.nanoTime() - startedNs) / 1_000_000;
    }

    /** Closes the browsers that have taken no byte for ten seconds. To be called now and then, by one thread. */
    public void look() {
        boolean ask = clock.nanoTime() - askedNs >= ASK_NS && !outlets.isEmpty();
        Map<String, Long> queued = ask ? queues.read() : Map.of();
        if (ask) {
            askedNs = clock.nanoTime();
        }
        outlets.removeIf(outlet -> {
            boolean stuck = outlet.isStuckFor(STALL_NS)
                    || (ask && outlet.hasTakenNothingFor(STALL_NS, queued.getOrDefault(outlet.remote(), 0L)));
            if (stuck) {
                cut.incrementAndGet();
                outlet.cut();
            }
            return stuck;
        });
    }

    /** From here on there is a report, and things may be said of the run. */
    public void afterwards(Afterwards given) {
        afterRun.begin(given);
    }

    /** Browsers that watch now. */
    public int browsers() {
        return browsers.count();
    }

    /** Connections that a write goes to at this moment. */
    long writing() {
        return outlets.stream().filter(Outlet::isWriting).count();
    }

    /** Connections closed because they took nothing. */
    public long cut() {
        return cut.get();
    }

    /** Browsers that found all places taken. */
    public long refused() {
        return browsers.refused();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Refusal refusal = answer(exchange);
            if (refusal != null) {
                exchange.getResponseHeaders().set("Connection", "close");
                send(exchange, refusal.status(), TEXT, refusal.text().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private @Nullable Refusal answer(HttpExchange exchange) throws IOException {
        String path = Objects.requireNonNullElse(exchange.getRequestURI().getPath(), "");
        WebFiles.WebFile file = files.at(path);
        Route route = file == null
                ? routes.get(path)
                : new Route(Set.of("GET", "HEAD"), Need.NOTHING, given -> send(given, 200, file.type(), file.bytes()));
        Refusal refusal = door.refusal(visit(exchange), route == null ? Need.NOTHING : route.need());
        if (refusal != null) {
            return refusal;
        }
        if (route == null) {
            return NOT_FOUND;
        }
        if (!route.methods.contains(exchange.getRequestMethod())) {
            String allowed = String.join(", ", route.methods.stream().sorted().toList());
            exchange.getResponseHeaders().set("Allow", allowed);
            return new Refusal(405, allowed + " expected\n");
        }
        return route.answer.to(exchange);
    }

    private static Door.Visit visit(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        InetSocketAddress local = exchange.getLocalAddress();
        return new Door.Visit(
                headers.getOrDefault("Host", List.of()),
                headers.getOrDefault("Origin", List.of()),
                headers.getOrDefault("Cookie", List.of()),
                local.getAddress(),
                local.getPort());
    }

    private @Nullable Refusal send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        return send(exchange, status, type, POLICY, bytes);
    }

    private @Nullable Refusal send(HttpExchange exchange, int status, String type, String policy, byte[] bytes)
            throws IOException {
        head(exchange, type, policy);
        boolean bare = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bare ? -1 : bytes.length);
        if (!bare) {
            write(exchange, outlet -> outlet.write(bytes));
        }
        return null;
    }

    private static void head(HttpExchange exchange, String type, String policy) {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        boolean ofThisRun = type.equals(TEXT) || type.equals(JSON) || !policy.equals(POLICY);
        headers.set("Cache-Control", ofThisRun ? "no-store" : "no-cache");
    }

    private interface Writing {
        void to(Outlet outlet) throws IOException;
    }

    private void write(HttpExchange exchange, Writing writing) throws IOException {
        Outlet outlet = new Outlet(exchange.getResponseBody(), SendQueues.key(exchange.getRemoteAddress()), clock);
        outlets.add(outlet);
        try {
            writing.to(outlet);
        } finally {
            outlets.remove(outlet);
        }
    }

    private @Nullable Refusal json(HttpExchange exchange, byte @Nullable [] json) throws IOException {
        return json == null ? NOT_YET : send(exchange, 200, JSON, json);
    }

    private @Nullable Refusal report(HttpExchange exchange) throws IOException {
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
        return afterRun.report(query, (page, policy) -> send(exchange, 200, HTML, policy, page));
    }

    private @Nullable Refusal said(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_TAP + 1);
        if (body.length > MAX_TAP) {
            return BODY;
        }
        Refusal refusal = afterRun.said(new String(body, StandardCharsets.UTF_8));
        if (refusal == null) {
            exchange.sendResponseHeaders(204, -1);
        }
        return refusal;
    }

    private @Nullable Refusal events(HttpExchange exchange) throws IOException {
        if (!browsers.enter()) {
            exchange.getResponseHeaders().set("Retry-After", "10");
            return FULL;
        }
        // The place is given back by serve, or here when it never comes to that.
        boolean serving = false;
        try {
            head(exchange, "text/event-stream", POLICY);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, 0);
            serving = true;
        } finally {
            if (!serving) {
                browsers.leave();
            }
        }
        write(exchange, browsers::serve);
        return null;
    }

    private static @Nullable Refusal act(HttpExchange exchange, Runnable act) throws IOException {
        if (exchange.getRequestBody().read() >= 0) {
            return BODY;
        }
        act.run();
        exchange.sendResponseHeaders(204, -1);
        return null;
    }

    private @Nullable Refusal tap(HttpExchange exchange, Controls controls) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_TAP + 1);
        if (body.length > MAX_TAP) {
            return BODY;
        }
        Matcher tap = TAP.matcher(new String(body, StandardCharsets.UTF_8));
        if (!tap.matches()) {
            return NO_TAP;
        }
        controls.tap(Integer.parseInt(tap.group(1)), tap.group(2), Integer.parseInt(tap.group(3)));
        exchange.sendResponseHeaders(204, -1);
        return null;
    }

    private @Nullable Refusal enter(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            return BODY;
        }
        Secrets expected = secrets;
        if (expected != null) {
            if (!expected.isToken(new String(body, StandardCharsets.UTF_8))) {
                return TOKEN;
            }
            String cookie = Door.cookieName(exchange.getLocalAddress().getPort()) + "=" + expected.session();
            exchange.getResponseHeaders().set("Set-Cookie", cookie + "; Path=/; HttpOnly; SameSite=Strict");
        }
        exchange.sendResponseHeaders(204, -1);
        return null;
    }

    /** Lets browsers have the last state, for a moment, and closes. May be called twice. */
    @Override
    public void close() {
        browsers.close();
        long endNs = clock.nanoTime() + CLOSE_NS;
        while (browsers.count() > 0 && clock.nanoTime() - endNs < 0) {
            clock.park(LOOK_NS);
        }
        threads.shutdownNow();
        server.stop(0);
    }
}
