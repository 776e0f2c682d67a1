package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.holdline.page.EventStream;
import org.holdline.page.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program after its run: what whoever looks at the page is given, and what a signal leaves. */
@Timeout(180)
class AfterRunPageTest {
    private static final Pattern PORT = Pattern.compile("\"links\":\\[\"http://localhost:(\\d+)/");

    @TempDir
    Path folder;

    private Holdline start(String... more) throws IOException {
        List<String> flags = Stream.concat(
                        Stream.of("run", "--json", "--keep", "--page", "127.0.0.1:0", "--speed", "40"), Stream.of(more))
                .toList();
        return Holdline.start(folder, flags.toArray(String[]::new));
    }

    private static InetSocketAddress at(Holdline run) throws IOException, InterruptedException {
        run.awaitOut("\"links\":");
        Matcher port = PORT.matcher(run.outSoFar());
        assertTrue(port.find(), run.outSoFar());
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), Integer.parseInt(port.group(1)));
    }

    private List<Path> reports() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("state/sessions/reports"))) {
            return files.toList();
        }
    }

    /** The first state that offers something. */
    private static String offered(EventStream stream) throws IOException {
        for (EventStream.Heard heard = stream.next(); heard != null; heard = stream.next()) {
            if (heard.data().contains("\"after\":{")) {
                return heard.data();
            }
        }
        throw new IOException("the page closed without an offer");
    }

    @Test
    void shouldGiveTheReportAndKeepWhatIsSaidUntilItIsClosedWhenSomebodyLooksOn() throws Exception {
        try (Holdline run = start("--runner", "heron", "--duration", "300")) {
            InetSocketAddress at = at(run);
            List<String> own = List.of("Origin: http://localhost:" + at.getPort());
            assertEquals(404, Http.ask(at, "GET /report").status());
            assertEquals(404, Http.ask(at, "POST /act/said", own, "effort 6").status());
            try (EventStream stream = new EventStream(at)) {
                String offer = offered(stream);
                assertTrue(offer.contains("\"asks\":[\"effort\",\"discomfort\"],\"said\":{}"), offer);

                Http.Answer english = Http.ask(at, "GET /report?language=en&units=km");
                assertEquals(200, english.status());
                assertEquals("text/html; charset=utf-8", english.header("content-type"));
                assertTrue(
                        english.header("content-security-policy").startsWith("default-src 'none'; style-src 'sha256-"));
                assertEquals("no-store", english.header("cache-control"));
                assertEquals(Files.readString(reports().getFirst()), english.body());
                Http.Answer german = Http.ask(at, "GET /report?language=de&units=mi");
                assertTrue(
                        german.body().contains("<html lang=\"de\""),
                        german.body().substring(0, 200));

                assertEquals(
                        400, Http.ask(at, "POST /act/said", own, "effort 11").status());
                assertEquals(
                        403,
                        Http.ask(at, "POST /act/said", List.of(), "effort 6").status());
                assertEquals(
                        204, Http.ask(at, "POST /act/said", own, "effort 6").status());
                assertEquals(
                        204, Http.ask(at, "POST /act/said", own, "discomfort 7").status());
                String said = Http.ask(at, "GET /report").body();
                assertTrue(said.contains("physiotherapist"), "discomfort of 7 changes the report");
                assertEquals(said, Files.readString(reports().getFirst()));
                assertEquals(204, Http.ask(at, "POST /act/done", own, "").status());
                assertEquals(0, run.await().code());
            }
        }
        Holdline.Ended shown = Holdline.run(folder, "session", "show", "latest");
        assertTrue(shown.out().contains("effort 6"), shown.out());
        assertTrue(shown.out().contains("discomfort after 7"), shown.out());
    }

    @Test
    void shouldAskAGuestNothingAndEndAtOnceWhenNobodyLooksOn() throws Exception {
        try (Holdline run = start("--duration", "120")) {
            InetSocketAddress at = at(run);
            List<String> own = List.of("Origin: http://localhost:" + at.getPort());
            try (EventStream stream = new EventStream(at)) {
                String offer = offered(stream);
                assertTrue(offer.contains("\"asks\":[],"), offer);
                assertEquals(
                        503, Http.ask(at, "POST /act/said", own, "effort 6").status());
                assertEquals(204, Http.ask(at, "POST /act/done", own, "").status());
            }
            assertEquals(0, run.await().code());
        }
        try (Holdline run = start("--duration", "120")) {
            Holdline.Ended ended = run.await();
            assertEquals(0, ended.code());
            assertFalse(ended.err().contains("offers the report"), ended.err());
        }
        assertFalse(Files.exists(folder.resolve("state/sessions/notes.db")));
        assertEquals(2, reports().size());
    }

    @Test
    void shouldKeepNothingOfARunThatIsDeletedWhileItsReportIsOffered() throws Exception {
        try (Holdline run = start("--runner", "heron", "--duration", "120")) {
            InetSocketAddress at = at(run);
            List<String> own = List.of("Origin: http://localhost:" + at.getPort());
            try (EventStream stream = new EventStream(at)) {
                offered(stream);
                Holdline.Ended deleted = Holdline.run(folder, "session", "delete", "latest", "--yes");
                assertEquals(0, deleted.code(), deleted.err());
                Http.Answer answer = Http.ask(at, "POST /act/said", own, "effort 6");
                assertEquals(503, answer.status());
                assertEquals("this run is no longer kept\n", answer.body());
                assertEquals(204, Http.ask(at, "POST /act/done", own, "").status());
            }
            assertEquals(0, run.await().code());
        }
        assertFalse(Files.exists(folder.resolve("state/sessions/notes.db")));
        try (Stream<Path> left = Files.list(folder.resolve("state/sessions"))) {
            assertTrue(left.noneMatch(file ->
                    file.toString().endsWith(".deleting") || file.toString().endsWith(".journal")));
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void shouldLeaveTheReportWhenAKeptRunIsSignalled(String signal, int code) throws Exception {
        try (Holdline run = start()) {
            InetSocketAddress at = at(run);
            try (EventStream stream = new EventStream(at)) {
                run.awaitOut("\"t_us\":60000000");
                Holdline.Ended ended = run.end(signal);
                assertEquals(code, ended.code());
                assertTrue(ended.err().contains("holdline: report: "), ended.err());
                assertFalse(ended.err().contains("offers the report"), ended.err());
                assertEquals(200, stream.status());
            }
        }
        assertEquals(1, reports().size());
    }
}
