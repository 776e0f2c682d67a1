package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.clock.Clock;
import org.holdline.clock.Pace;
import org.holdline.page.EventStream;
import org.holdline.page.Http;
import org.holdline.road.RoadParams;
import org.holdline.settings.Intervals;
import org.holdline.settings.Settings;
import org.holdline.settings.SettingsLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A whole run with its page: what browsers hear, and that the run is the same with and without it. */
@Timeout(120)
class PageSeatTest {
    private static final VirtualOptions OPTIONS = VirtualOptions.defaults().withDurationS(300);

    private static Settings settings(String... more) throws Exception {
        Map<String, String> flags = new HashMap<>(Map.of("page.serve", "always", "page.listen", "127.0.0.1:0"));
        for (int i = 0; i < more.length; i += 2) {
            flags.put(more[i], more[i + 1]);
        }
        return new SettingsLoader(Path.of("no", "such", "folder"), Map.of())
                .flags(flags)
                .load();
    }

    private static LiveRun run(PageSeat page, TableView view, VirtualClip clip, double speed) {
        LiveRun run = new LiveRun(new LiveRun.Parts(
                new PlayedSource(clip, new MadeRuns.Felt(clip)),
                RoadParams.defaults(),
                new Pace(Clock.system(), speed),
                true,
                Long.MAX_VALUE,
                Intervals.NONE,
                view,
                null,
                Clock.system(),
                page,
                LiveRun.Keeping.NOTHING,
                null));
        if (page != null) {
            page.attach(run);
        }
        return run;
    }

    private static InetSocketAddress at(PageSeat page) {
        URI link = URI.create(page.links().links().getFirst());
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), link.getPort());
    }

    @Test
    void shouldTellABrowserEveryCueAndTheEndWhenARunIsWatched() throws Exception {
        VirtualClip clip = new VirtualClip(OPTIONS);
        TableView view = new TableView(true);
        int cues = 0;
        EventStream.Heard last = null;
        try (PageSeat page = PageSeat.open(settings(), clip.info(), Clock.system());
                EventStream stream = new EventStream(at(page))) {
            LiveRun run = run(page, view, clip, 200);
            Thread runner = Thread.ofPlatform().start(() -> {
                try {
                    run.run();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            while (last == null || !last.data().contains("\"summary\":")) {
                EventStream.Heard heard = stream.next();
                assertNotNull(heard);
                if (heard.event().equals("cue")) {
                    cues++;
                    assertTrue(heard.data().startsWith("{\"type\":\"cue\",\"simulated\":true,"), heard.data());
                } else {
                    last = heard;
                }
            }
            runner.join();
        }
        assertNotNull(last);
        assertTrue(last.data().contains("\"stage\":\"after\""), last.data());
        assertTrue(last.data().contains("\"summary\":{\"duration_s\":"), last.data());
        assertTrue(cues > 0, "a run without cues shows nothing here");
        assertTrue(last.data().contains("\"cues\":" + cues + ","), last.data());
        assertTrue(view.summaryJson().contains("\"cues\":" + cues + ","), view.summaryJson());
    }

    @Test
    void shouldBeTheSameRunWhenThePageIsServedBreaksOrIsNotThere() throws Exception {
        TableView without = MadeRuns.live(new VirtualClip(OPTIONS), null);
        VirtualClip clip = new VirtualClip(OPTIONS);
        TableView with = new TableView(true);
        try (PageSeat page = PageSeat.open(settings(), clip.info(), Clock.system())) {
            assertEquals(
                    ExitCode.OK, run(page, with, clip, Double.POSITIVE_INFINITY).run());
        }
        VirtualClip again = new VirtualClip(OPTIONS);
        TableView broken = new TableView(true);
        PageSeat closed = PageSeat.open(settings(), again.info(), Clock.system());
        closed.close();
        assertEquals(
                ExitCode.OK,
                run(closed, broken, again, Double.POSITIVE_INFINITY).run());
        assertFalse(without.summaryJson().isEmpty());
        assertEquals(without.summaryJson(), with.summaryJson());
        assertEquals(without.summaryJson(), broken.summaryJson());
        assertEquals(without.events, with.events);
    }

    @Test
    void shouldMuteMarkAndEndTheRunWhenItIsPressed() throws Exception {
        VirtualClip clip = new VirtualClip(OPTIONS);
        TableView view = new TableView(true);
        try (PageSeat page = PageSeat.open(settings(), clip.info(), Clock.system());
                EventStream stream = new EventStream(at(page))) {
            LiveRun run = run(page, view, clip, 1);
            Thread runner = Thread.ofPlatform().start(() -> {
                try {
                    run.run();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            String origin = "Origin: http://localhost:" + at(page).getPort();
            assertEquals(204, Http.ask(at(page), "POST /act/mute", origin).status());
            await(stream, "\"muted\":true");
            assertEquals(204, Http.ask(at(page), "POST /act/mark", origin).status());
            await(stream, "\"marks\":1");
            assertEquals(204, Http.ask(at(page), "POST /act/unmute", origin).status());
            await(stream, "\"muted\":false");
            assertEquals(204, Http.ask(at(page), "POST /act/end", origin).status());
            await(stream, "\"stage\":\"after\"");
            runner.join();
        }
        assertTrue(view.summaryJson().startsWith("{\"type\":\"summary\""), view.summaryJson());
    }

    private static void await(EventStream stream, String words) throws Exception {
        EventStream.Heard heard = stream.next();
        while (heard != null && !heard.data().contains(words)) {
            heard = stream.next();
        }
        assertNotNull(heard, words);
    }

    @Test
    void shouldServeNothingWhenNobodyLooksOn() throws Exception {
        VirtualClip clip = new VirtualClip(OPTIONS);
        assertNull(PageSeat.open(settings("page.serve", "auto"), clip.info(), Clock.system()));
        assertNull(PageSeat.open(settings("page.serve", "never"), clip.info(), Clock.system()));
    }

    @Test
    void shouldGoOnWithoutItUnlessAskedWhenThePortIsTaken() throws Exception {
        VirtualClip clip = new VirtualClip(OPTIONS);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            String listen = "127.0.0.1:" + taken.getLocalPort();
            Failure failure = assertThrows(
                    Failure.class, () -> PageSeat.open(settings("page.listen", listen), clip.info(), Clock.system()));
            assertEquals(ExitCode.FAILED, failure.exitCode());
            assertTrue(failure.text().startsWith("page at " + listen + ": "), failure.text());
            System.setProperty("holdline.stdout.tty", "true");
            try {
                Settings auto = settings("page.serve", "auto", "page.listen", listen);
                assertNull(PageSeat.open(auto, clip.info(), Clock.system()));
            } finally {
                System.clearProperty("holdline.stdout.tty");
            }
        }
    }

    @Test
    void shouldRefuseTheNetworkWhenNobodyWouldBeAskedForAToken() {
        VirtualClip clip = new VirtualClip(OPTIONS);
        for (String listen : new String[] {"0.0.0.0:0", "192.0.2.7:8642", "[::]:0"}) {
            Failure failure = assertThrows(
                    Failure.class, () -> PageSeat.open(settings("page.listen", listen), clip.info(), Clock.system()));
            assertEquals(ExitCode.BAD_CONFIGURATION, failure.exitCode());
            assertTrue(failure.text().contains("--phone"), failure.text());
        }
    }

    @Test
    void shouldHandOutANewTokenAndSayWhatOthersSeeWhenPhonesMayCome() throws Exception {
        VirtualClip clip = new VirtualClip(OPTIONS);
        Settings phone = settings("page.phone", "true", "page.name", "holdline.local");
        try (PageSeat first = PageSeat.open(phone, clip.info(), Clock.system());
                PageSeat second = PageSeat.open(phone, clip.info(), Clock.system())) {
            String link = first.links().links().getFirst();
            assertTrue(link.matches("http://holdline\\.local:\\d+/#[A-Za-z0-9_-]{22}"), link);
            String token = URI.create(link).getFragment();
            assertFalse(second.links().links().getFirst().endsWith(token), "drawn anew for each run");
            String words = String.join("\n", first.links().words());
            assertTrue(words.contains(link) && words.contains("█") && words.contains("not encrypted"), words);
            assertEquals(401, Http.ask(at(first), "GET /now").status());
            String origin = "Origin: http://localhost:" + at(first).getPort();
            Http.Answer entered = Http.ask(at(first), "POST /enter", List.of(origin), token);
            assertEquals(204, entered.status());
        }
    }
}
