package org.holdline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.holdline.page.Http.Answer;
import org.holdline.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every path over real sockets: what is answered, what is refused, and what a browser that does not read can do. */
@Timeout(120)
class PageServerTest {
    private static final Secrets SECRETS = new Secrets("token-of-a-whole-length", "session-of-a-whole-length");

    private final StepClock clock = new StepClock();
    private final LinkedBlockingQueue<String> pressed = new LinkedBlockingQueue<>();
    private final List<PageServer> servers = new ArrayList<>();
    private PageServer server;
    private InetSocketAddress at;
    private String origin;

    @BeforeEach
    void open() throws IOException {
        server = open(null);
        at = server.address();
        origin = "Origin: http://localhost:" + at.getPort();
    }

    /** Under a clock that leaps, bytes that are on their way for a moment would be so for ten seconds. */
    private PageServer open(Secrets secrets) throws IOException {
        return open(secrets, new SendQueues(List.of()));
    }

    private PageServer open(Secrets secrets, SendQueues queues) throws IOException {
        Controls controls = new Controls() {
            @Override
            public void mute(boolean muted) {
                pressed.add(muted ? "mute" : "unmute");
            }

            @Override
            public void mark() {
                pressed.add("mark");
            }

            @Override
            public void pause(boolean paused) {
                pressed.add(paused ? "pause" : "resume");
            }

            @Override
            public void end() {
                pressed.add("end");
            }

            @Override
            public void tap(int turn, String word, int value) {
                pressed.add(turn + " " + word + " " + value);
            }
        };
        InetSocketAddress listen = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
        PageServer opened = PageServer.open(new PageParams(listen, secrets, null), controls, queues, clock);
        servers.add(opened);
        return opened;
    }

    @AfterEach
    void close() {
        servers.forEach(PageServer::close);
    }

    private static byte[] json(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html; charset=utf-8",
        "/page.css, text/css; charset=utf-8",
        "/page.js, text/javascript; charset=utf-8",
        "/words.js, text/javascript; charset=utf-8",
        "/stream.js, text/javascript; charset=utf-8",
        "/gauge.js, text/javascript; charset=utf-8",
        "/chart.js, text/javascript; charset=utf-8",
        "/cue.js, text/javascript; charset=utf-8",
        "/controls.js, text/javascript; charset=utf-8",
        "/choices.js, text/javascript; charset=utf-8",
        "/guide.js, text/javascript; charset=utf-8",
        "/checkin.js, text/javascript; charset=utf-8",
        "/vendor/uPlot.esm.js, text/javascript; charset=utf-8",
        "/vendor/uPlot.min.css, text/css; charset=utf-8",
        "/icon.svg, image/svg+xml",
        "/texts/en.json, application/json; charset=utf-8",
        "/texts/de.json, application/json; charset=utf-8",
    })
    void shouldServeItsFilesWithTheirTypeWhenAsked(String path, String type) throws IOException {
        Answer answer = Http.ask(at, "GET " + path);
        assertEquals(200, answer.status());
        assertEquals(type, answer.header("content-type"));
        assertTrue(answer.header("content-security-policy").startsWith("default-src 'none'; script-src 'self';"));
        assertEquals("nosniff", answer.header("x-content-type-options"));
        assertFalse(answer.body().isEmpty());
        Answer head = Http.ask(at, "HEAD " + path);
        assertEquals(200, head.status());
        assertEquals("", head.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing", "/../page.css", "/vendor/../page.css", "/%2e%2e/page.css", "//page.css", "/page.css/",
                "/vendor", "/texts/fr.json", "/PageServer.class", "/act", "/act/reboot", "/index.html"
            })
    void shouldAnswerWithNothingWhenThePathIsNotItsOwn(String path) throws IOException {
        assertEquals(404, Http.ask(at, "GET " + path).status());
    }

    @Test
    void shouldTellTheStateOfNowWhenThereIsOne() throws IOException {
        assertEquals(503, Http.ask(at, "GET /now").status());
        assertEquals(503, Http.ask(at, "GET /trace").status());
        server.now(json("{\"a\":1}"));
        server.trace(json("{\"b\":2}"));
        assertEquals("{\"a\":1}\n", Http.ask(at, "GET /now").body());
        Answer trace = Http.ask(at, "GET /trace");
        assertEquals("{\"b\":2}\n", trace.body());
        assertEquals("no-store", trace.header("cache-control"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mute", "unmute", "mark", "pause", "resume", "end"})
    void shouldHandOnWhatIsPressedWhenThePageAsks(String act) throws Exception {
        Answer answer = Http.ask(at, "POST /act/" + act, origin);
        assertEquals(204, answer.status());
        assertEquals(act, pressed.poll(30, TimeUnit.SECONDS));
        assertTrue(pressed.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 choose 0", "12 skip 0", "999999999 feel 2", "7 choose 999"})
    void shouldHandOnATapWhenThePageAsks(String body) throws Exception {
        assertEquals(204, Http.ask(at, "POST /act/tap", List.of(origin), body).status());
        assertEquals(body, pressed.poll(30, TimeUnit.SECONDS));
        assertTrue(pressed.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400",
        "'choose 1', 400",
        "'1 choose', 400",
        "'1 dance 0', 400",
        "'-1 choose 0', 400",
        "'1 choose 1000', 400",
        "'1000000000 skip 0', 400",
        "'1 choose 0 ', 400",
        "'1  choose 0', 400",
        "'1 choose 0 and then much more of it', 413"
    })
    void shouldRefuseATapWhenItIsNoneOrTooLong(String body, int status) throws IOException {
        assertEquals(
                status, Http.ask(at, "POST /act/tap", List.of(origin), body).status());
        assertTrue(pressed.isEmpty());
    }

    @Test
    void shouldRefuseATapWhenAnotherSiteSendsItOrTheSessionIsMissing() throws IOException {
        assertEquals(403, Http.ask(at, "POST /act/tap", List.of(), "1 choose 0").status());
        assertEquals(
                403,
                Http.ask(at, "POST /act/tap", List.of("Origin: http://attacker.example"), "1 choose 0")
                        .status());
        assertEquals(405, Http.ask(at, "GET /act/tap", origin).status());
        InetSocketAddress closed = open(SECRETS).address();
        String theirs = "Origin: http://localhost:" + closed.getPort();
        assertEquals(
                401,
                Http.ask(closed, "POST /act/tap", List.of(theirs), "1 choose 0").status());
        assertTrue(pressed.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /act/mute, POST",
        "HEAD, /act/end, POST",
        "PUT, /act/mute, POST",
        "POST, /now, GET",
        "POST, /events, GET",
        "HEAD, /events, GET",
        "DELETE, /trace, GET",
        "GET, /enter, POST",
        "POST, /, 'GET, HEAD'",
        "OPTIONS, /, 'GET, HEAD'",
    })
    void shouldRefuseAMethodWhenThePathHasAnother(String method, String path, String allowed) throws IOException {
        Answer answer = Http.ask(at, method + " " + path, origin);
        assertEquals(405, answer.status());
        assertEquals(allowed, answer.header("allow"));
        assertTrue(pressed.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"attacker.example:8642, 421", "192.168.1.5:8642, 421"})
    void shouldRefuseAHostWhenItIsNotItsOwn(String host, int status) throws IOException {
        for (String path : List.of("/", "/now", "/trace", "/nothing")) {
            assertEquals(status, Http.ask(at, "GET " + path, "Host: " + host).status(), path);
        }
        String theirs = "Origin: http://" + host;
        assertEquals(
                status, Http.ask(at, "POST /act/end", "Host: " + host, theirs).status());
        assertTrue(pressed.isEmpty());
    }

    @Test
    void shouldRefuseARequestWithoutHost() throws IOException {
        assertEquals(400, Http.send(at, "GET / HTTP/1.0\r\n\r\n").status());
        assertEquals(
                400,
                Http.send(at, "GET / HTTP/1.1\r\nConnection: close\r\n\r\n").status());
    }

    @Test
    void shouldRefuseAPressWhenAnotherSiteSendsIt() throws IOException {
        assertEquals(403, Http.ask(at, "POST /act/end").status());
        assertEquals(
                403,
                Http.ask(at, "POST /act/end", "Origin: http://attacker.example").status());
        assertEquals(403, Http.ask(at, "POST /act/end", "Origin: null").status());
        assertEquals(403, Http.ask(at, "POST /act/end", origin, origin).status());
        assertEquals(
                403, Http.ask(at, "GET /now", "Origin: http://attacker.example").status());
        assertTrue(pressed.isEmpty());
    }

    @Test
    void shouldRefuseABodyWhenItIsTooLong() throws IOException {
        assertEquals(413, Http.ask(at, "POST /act/end", List.of(origin), "x").status());
        assertEquals(
                413,
                Http.ask(at, "POST /enter", List.of(origin), "x".repeat(129)).status());
        String chunked = "POST /act/end HTTP/1.1\r\nHost: localhost:" + at.getPort() + "\r\n" + origin
                + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
        assertEquals(413, Http.send(at, chunked).status());
        assertTrue(pressed.isEmpty());
    }

    @Test
    void shouldCloseWhenHeadersAreTooManyOrTooLong() throws IOException {
        String[] many = new String[100];
        Arrays.setAll(many, i -> "X-" + i + ": y");
        Answer tooMany = Http.ask(at, "GET /", many);
        assertTrue(tooMany.status() == 0 || tooMany.status() == 400 || tooMany.status() == 431, tooMany::toString);
        Answer tooLong = Http.ask(at, "GET /", "X-Long: " + "y".repeat(20_000));
        assertTrue(tooLong.status() == 0 || tooLong.status() == 400 || tooLong.status() == 431, tooLong::toString);
        Answer line = Http.ask(at, "GET /" + "y".repeat(20_000));
        assertTrue(line.status() == 0 || line.status() >= 400, line::toString);
    }

    @Test
    void shouldCloseWhenARequestIsSentByteByByteForEver() throws IOException {
        // The JDK's timer closes what has not become a whole request within five seconds; the read sees that end.
        try (Socket socket = Http.connect(at)) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: loc".getBytes(StandardCharsets.US_ASCII));
            assertEquals(-1, endOf(socket));
        }
    }

    private static int endOf(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (SocketException reset) {
            return -1;
        }
    }

    @Test
    void shouldSendTheLatestStateAtOnceWhenABrowserComes() throws IOException {
        clock.pass(1_234_000_000);
        server.now(json("{\"n\":1}"));
        try (EventStream stream = new EventStream(at)) {
            assertEquals(200, stream.status());
            assertEquals(new EventStream.Heard("now", 1234, "{\"n\":1}"), stream.next());
            server.cue(json("{\"cue\":1}"));
            assertEquals(new EventStream.Heard("cue", 1234, "{\"cue\":1}"), stream.next());
        }
    }

    @Test
    void shouldGiveALastStateAndEndWhenTheRunIsOver() throws IOException {
        server.now(json("{\"n\":1}"));
        try (EventStream stream = new EventStream(at)) {
            stream.next();
            server.cue(json("{\"cue\":1}"));
            server.now(json("{\"n\":2}"));
            server.close();
            assertEquals("{\"cue\":1}", stream.next().data());
            assertEquals("{\"n\":2}", stream.next().data());
            assertNull(stream.next());
        }
    }

    @Test
    void shouldRefuseTheSeventeenthBrowserAndTakeItWhenOneHasGone() throws IOException, InterruptedException {
        server.now(json("{}"));
        List<EventStream> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 16; i++) {
                streams.add(new EventStream(at));
                assertEquals(200, streams.getLast().status());
                streams.getLast().next();
            }
            Answer answer = Http.ask(at, "GET /events");
            assertEquals(503, answer.status());
            assertEquals("text/plain; charset=utf-8", answer.header("content-type"));
            assertEquals("16 browsers watch this run already\n", answer.body());
            assertEquals("10", answer.header("retry-after"));
            assertEquals(1, server.refused());
            streams.removeFirst().close();
            // A browser that went is noticed by the writes that follow.
            while (server.browsers() == 16) {
                server.now(json("{}"));
                otherThreadsTurn();
            }
            streams.add(new EventStream(at));
            assertEquals(200, streams.getLast().status());
        } finally {
            for (EventStream stream : streams) {
                stream.close();
            }
        }
    }

    @Test
    void shouldCloseABrowserThatTakesNothingAndServeTheOthersMeanwhile() throws IOException, InterruptedException {
        // Far more than the kernel holds between two sockets, so that the write has to wait for the reader.
        byte[] large = json("\"" + "x".repeat(24_000_000) + "\"");
        try (EventStream stalled = new EventStream(at);
                EventStream reading = new EventStream(at)) {
            server.now(large);
            assertEquals(large.length - 1, reading.next().data().length());
            server.now(json("{\"n\":2}"));
            assertEquals("{\"n\":2}", reading.next().data());
            server.cue(json("{\"cue\":1}"));
            assertEquals("{\"cue\":1}", reading.next().data());
            assertEquals(2, server.browsers());
            server.look();
            assertEquals(0, server.cut(), "ten seconds have not passed");
            // Only the write that waits for ever: under this clock any other one would seem to.
            while (server.writing() != 1) {
                otherThreadsTurn();
            }
            while (server.cut() == 0) {
                clock.pass(PageServer.STALL_NS);
                server.look();
            }
            while (server.browsers() > 1) {
                otherThreadsTurn();
            }
            server.now(json("{\"n\":3}"));
            assertEquals("{\"n\":3}", reading.next().data());
            assertEquals(200, stalled.status());
        }
    }

    @Test
    void shouldCloseABrowserThatTakesNothingWhileTheKernelStillTakesEverything()
            throws IOException, InterruptedException {
        SendQueues queues = SendQueues.ofKernel();
        PageServer real = open(null, queues);
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(2048);
            socket.connect(real.address());
            String key = SendQueues.key((InetSocketAddress) socket.getLocalSocketAddress());
            String request =
                    "GET /events HTTP/1.1\r\nHost: localhost:" + real.address().getPort() + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            // Some hundred messages of half a kilobyte, as a run makes them in a minute: no write waits for them.
            while (queues.read().getOrDefault(key, 0L) < 8192) {
                real.now(json("\"" + "x".repeat(500) + "\""));
                otherThreadsTurn();
            }
            for (int i = 0; i < 9; i++) {
                clock.pass(1_000_000_000);
                real.look();
                assertEquals(0, real.cut(), "after " + (i + 1) + " s");
            }
            // The kernel may have passed on a last piece in the meantime; ten seconds count from there.
            while (real.cut() == 0) {
                clock.pass(1_000_000_000);
                real.look();
                otherThreadsTurn();
            }
            assertEquals(1, real.cut());
            while (real.browsers() > 0) {
                otherThreadsTurn();
            }
        }
    }

    @Test
    void shouldCloseAConnectionThatTakesNoFileWhenItStalls() throws IOException {
        server.now(json("\"" + "x".repeat(24_000_000) + "\""));
        try (Socket socket = Http.connect(at)) {
            String request = "GET /now HTTP/1.1\r\nHost: localhost:" + at.getPort() + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertEquals('H', socket.getInputStream().read());
            while (server.cut() == 0) {
                clock.pass(PageServer.STALL_NS);
                server.look();
            }
        }
    }

    @Test
    void shouldShowFilesButNoRunWhenThereIsNoSession() throws IOException {
        PageServer phone = open(SECRETS);
        phone.now(json("{}"));
        phone.trace(json("{}"));
        InetSocketAddress there = phone.address();
        String own = "Origin: http://localhost:" + there.getPort();
        assertEquals(200, Http.ask(there, "GET /").status());
        assertEquals(200, Http.ask(there, "GET /texts/en.json").status());
        for (String path : List.of("/now", "/trace", "/events")) {
            assertEquals(401, Http.ask(there, "GET " + path).status(), path);
        }
        for (String act : List.of("mute", "unmute", "mark", "end")) {
            assertEquals(401, Http.ask(there, "POST /act/" + act, own).status(), act);
        }
        assertTrue(pressed.isEmpty());
    }

    @Test
    void shouldGiveASessionForTheTokenAndForNothingElse() throws Exception {
        PageServer phone = open(SECRETS);
        phone.now(json("{\"n\":1}"));
        InetSocketAddress there = phone.address();
        String own = "Origin: http://localhost:" + there.getPort();
        for (String token : List.of("", "token", "token-of-a-whole-lengtH", SECRETS.session(), " " + SECRETS.token())) {
            Answer refused = Http.ask(there, "POST /enter", List.of(own), token);
            assertEquals(403, refused.status(), token);
            assertEquals("", refused.header("set-cookie"));
        }
        assertEquals(
                403, Http.ask(there, "POST /enter", List.of(), SECRETS.token()).status(), "without Origin");
        Answer entered = Http.ask(there, "POST /enter", List.of(own), SECRETS.token());
        assertEquals(204, entered.status());
        String cookie = "holdline-" + there.getPort() + "=" + SECRETS.session();
        assertEquals(cookie + "; Path=/; HttpOnly; SameSite=Strict", entered.header("set-cookie"));
        assertEquals(
                "{\"n\":1}\n", Http.ask(there, "GET /now", "Cookie: " + cookie).body());
        try (EventStream stream = new EventStream(there, "Cookie: " + cookie)) {
            assertEquals("{\"n\":1}", stream.next().data());
        }
        assertEquals(
                204, Http.ask(there, "POST /act/mute", own, "Cookie: " + cookie).status());
        assertEquals("mute", pressed.poll(30, TimeUnit.SECONDS));
        assertEquals(401, Http.ask(there, "GET /now?" + SECRETS.token()).status(), "no token in an address");
    }

    @Test
    void shouldFailToOpenWhenThePortIsTaken() {
        assertThrows(IOException.class, () -> PageServer.open(new PageParams(at, null, null), null, clock));
    }

    @Test
    void shouldBearBeingClosedTwice() {
        server.close();
        server.close();
        assertEquals(0, server.browsers());
    }

    /** A wait that a test's time limit can end. */
    private static void otherThreadsTurn() throws InterruptedException {
        Thread.sleep(1);
    }

    @Test
    void shouldGiveReportAndAnswersOnlyWhenTheRunIsOver() throws IOException {
        List<String> own = List.of(origin);
        assertEquals(404, Http.ask(at, "GET /report").status());
        assertEquals(404, Http.ask(at, "POST /act/said", own, "effort 6").status());
        assertEquals(204, Http.ask(at, "POST /act/done", own, "").status());
        assertEquals(List.of(), List.copyOf(pressed));
        server.afterwards(new Afterwards() {
            @Override
            public byte[] report(Language language, boolean miles) throws IOException {
                if (miles) {
                    throw new IOException("not in miles");
                }
                return ("<p>" + language.tag() + "</p>").getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public void said(Said said, int value) {
                pressed.add(said + " " + value);
            }

            @Override
            public void done() {
                pressed.add("done");
            }
        });
        Answer report = Http.ask(at, "GET /report?units=km&language=de");
        assertEquals("<p>de</p>", report.body());
        assertFalse(report.header("content-security-policy").contains("script-src"));
        assertEquals(503, Http.ask(at, "GET /report?units=mi").status());
        assertEquals("not in miles\n", Http.ask(at, "GET /report?units=mi").body());
        for (String body : List.of("effort", "effort 11", "effort -1", "effort 6 ", "pain 6", "EFFORT 6")) {
            assertEquals(400, Http.ask(at, "POST /act/said", own, body).status(), body);
        }
        assertEquals(
                413, Http.ask(at, "POST /act/said", own, "effort ".repeat(9)).status());
        assertEquals(403, Http.ask(at, "POST /act/said", List.of(), "effort 6").status());
        assertEquals(204, Http.ask(at, "POST /act/said", own, "effort 10").status());
        assertEquals(204, Http.ask(at, "POST /act/said", own, "discomfort 0").status());
        assertEquals(204, Http.ask(at, "POST /act/done", own, "").status());
        assertEquals(List.of("EFFORT 10", "DISCOMFORT 0", "done"), List.copyOf(pressed));
    }

    @Test
    void shouldKeepTheReportFromStrangersWhenThereIsAToken() throws IOException {
        PageServer guarded = open(SECRETS);
        guarded.afterwards(new Afterwards() {
            @Override
            public byte[] report(Language language, boolean miles) {
                return new byte[0];
            }

            @Override
            public void said(Said said, int value) {}

            @Override
            public void done() {}
        });
        assertEquals(401, Http.ask(guarded.address(), "GET /report").status());
    }
}
