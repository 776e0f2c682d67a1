package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.holdline.app.RunFilm.Frame;
import org.holdline.page.Chromium;
import org.holdline.page.CutLine;
import org.holdline.text.Language;
import org.holdline.text.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person's evening: two whole guided runs of the program as a process of its own, everything done on its page in Debian's
 * Chromium, and then its report and its exports, by the command line. The virtual runner does as told; what the page showed lies in
 * {@code guided-run} of the build as pictures, and what the files say is read by readers that know nothing of Holdline.
 */
@Tag("browser")
@Timeout(600)
class GuidedRunBrowserTest {
    private static final String PICTURES = "holdline.pictures.write";
    private static final String RUNNER = "heron 17";
    private static final double SPEED = 12;

    /** Of the second run, from "All set" to End. */
    private static final double CUED_S = 730;

    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/#\\S+");

    @TempDir
    Path folder;

    private CutLine line;
    private Chromium browser;
    private RunFilm film;
    private Holdline program;
    private Map<String, String> closing = Map.of();

    @BeforeEach
    void open() throws Exception {
        assumeTrue(Chromium.program() != null, "NOT TESTED: no Chromium here (apt install chromium)");
        line = new CutLine();
        browser = new Chromium(folder, line.flags());
        browser.media("light", false);
        browser.screen(1024, 768);
        film = new RunFilm(build().resolve("guided-run"), browser);
    }

    @AfterEach
    void close() throws Exception {
        if (program != null) {
            program.close();
        }
        if (film != null) {
            film.close();
        }
        if (browser != null) {
            browser.close();
        }
        if (line != null) {
            line.close();
        }
    }

    private static Path build() {
        return Path.of(System.getProperty("holdline.npm", "target/npm"))
                .toAbsolutePath()
                .getParent();
    }

    /** Starts a run and opens the link that it prints, as a person would. */
    private PageHand begin(String kind) throws Exception {
        film.begin();
        program = Holdline.start(
                folder,
                "run",
                "--set",
                "run.guide=" + kind,
                "--set",
                "run.checkin_min=3",
                "--runner",
                RUNNER,
                "--keep",
                "--phone",
                "--page",
                "127.0.0.1:0",
                "--speed",
                String.valueOf(SPEED));
        program.awaitOut("/#");
        Matcher link = LINK.matcher(program.outSoFar());
        assertTrue(link.find(), program.outSoFar());
        line.to(URI.create(link.group()).getPort());
        browser.go(link.group());
        return new PageHand(browser, film, List.of("ok", kind, "t1200", "v10000"));
    }

    private static Predicate<PageHand> step(String word) {
        return hand -> hand.text("step").equals(word);
    }

    private static Predicate<PageHand> during(String state) {
        return hand -> hand.text("stage").equals("during")
                && hand.text("step").isEmpty()
                && hand.text("state").equals(state);
    }

    private String toRunning(PageHand hand) throws Exception {
        hand.until("walking", step("walk"));
        hand.until("running in the cued run", during("watching"));
        Map<?, ?> guide = (Map<?, ?>) browser.eval("fetch('/now').then(r => r.json()).then(now => now.guide)");
        assertEquals(List.of(), guide.get("skipped"));
        assertEquals(guide.get("kind").equals("full") ? 95.0 : 80.0, guide.get("confidence_pct"));
        return String.format(
                Locale.ROOT,
                "%s: page open to running %.0f s, of them standing %.0f s, %.0f taps (stream seconds at %.0fx)",
                guide.get("kind"),
                number(guide, "to_running_s"),
                number(guide, "standing_s"),
                number(guide, "taps"),
                SPEED);
    }

    private static double number(Map<?, ?> guide, String key) {
        return ((Number) guide.get(key)).doubleValue();
    }

    /** End, which asks again, and the closing stand. */
    private Holdline.Ended end(PageHand hand) throws Exception {
        hand.touch("end", "End");
        hand.until("asked again", h -> h.text("ask").equals("true"));
        hand.touch("yes", "yes, end");
        hand.until("the end", h -> h.text("stage").equals("after"));
        browser.await("!document.getElementById('after').hidden");
        browser.await("!document.getElementById('after-more').hidden");
        hand.look();
        assertOffersTheReport();
        hand.touch("said-effort-6", "effort 6");
        browser.await("document.getElementById('said-effort-6').getAttribute('aria-pressed') === 'true'");
        closing = closing();
        hand.touch("after-done", "Close");
        Holdline.Ended ended = program.await();
        assertEquals(0, ended.code(), ended.err());
        assertTrue(ended.out().contains(">> You may take it off"), ended.out());
        return ended;
    }

    /** What the page opens is the report that the run has left, for this browser's language. */
    private void assertOffersTheReport() throws Exception {
        String report = (String)
                browser.eval("fetch(document.getElementById('after-report').href).then(answer => answer.text())");
        assertTrue(report.startsWith("<!DOCTYPE html>"), report.substring(0, 40));
        assertTrue(report.contains(RUNNER) && report.contains("Simulated: nobody ran this"), "whose report");
    }

    /** Each step on the page that lasts longer than the page needs to say so, and each line on the terminal. */
    private void assertLedThrough(Holdline.Ended ended, String... steps) {
        assertInOrder(List.of(steps), film.steps(), "steps on the page");
        List<String> lines = new ArrayList<>();
        Matcher said =
                Pattern.compile("(?m)^ *[\\d:]+  >> (?:\\d+/\\d+  )?(.+)$").matcher(ended.out());
        while (said.find()) {
            lines.add(said.group(1));
        }
        Texts texts = Texts.of(Language.ENGLISH);
        List<String> wanted = Stream.of(
                        "strap", "stand", "drill", "check", "walk", "go", "baseline", "run", "close", "done")
                .map(step -> texts.text("guide." + step, Map.of()))
                .toList();
        assertInOrder(wanted, lines, "lines on the terminal");
    }

    private static void assertInOrder(List<String> wanted, List<String> seen, String what) {
        int at = 0;
        for (String each : wanted) {
            int found = seen.subList(at, seen.size()).indexOf(each);
            assertTrue(found >= 0, what + ": no '" + each + "' after " + seen.subList(0, at) + " in " + seen);
            at += found + 1;
        }
    }

    @Test
    void shouldEndInAReportAndExportsThatOthersReadAlikeWhenARunnerIsLedFromStrapToEnd() throws Exception {
        String first = newcomer();
        PageHand hand = begin("full");
        String second = toRunning(hand);
        double fromS = hand.timeS();
        Map<String, String> page = secondRun(hand, fromS);
        Holdline.Ended ended = end(hand);
        page.putAll(closing);
        assertLedThrough(ended, "plan", "bend", "drill", "check", "walk", "baseline", "neutral");
        assertEquals(List.of(), browser.complaints());
        assertFalse(browser.requests().stream()
                .anyMatch(asked -> !asked.matches("http://127\\.0\\.0\\.1:\\d+/.*|about:blank")));
        assertTrue(film.frames().stream().anyMatch(frame -> frame.text("cue").equals("true")), "no cue on the page");
        assertTrue(hand.told() >= 2, "check-ins answered: " + hand.told());
        assertTrue(ended.out().contains("Check-ins: "), ended.out());
        GuidedRunFiles files = new GuidedRunFiles(folder, browser, RUNNER);
        files.check(ended, page);
        List<String> report = List.of(
                first,
                second,
                String.format(
                        Locale.ROOT,
                        "cued run of %.0f s, %d touches in both runs, %d pictures in %s",
                        CUED_S,
                        film.touches(),
                        film.frames().size(),
                        build().relativize(build().resolve("guided-run"))));
        report.forEach(System.out::println);
        System.out.println(files.table());
        pictures();
        files.assertAllRead();
    }

    /** The quick start, two cues' worth of running, and the end. */
    private String newcomer() throws Exception {
        PageHand hand = begin("quick");
        String said = toRunning(hand);
        hand.until("a cue", h -> !h.text("cues").equals("0"));
        assertLedThrough(end(hand), "note", "plan", "speed", "drill", "check", "walk", "baseline");
        return said;
    }

    /** Mutes, loads the page again, unmutes, marks discomfort, loses the connection, thinks better of the end. */
    private Map<String, String> secondRun(PageHand hand, double fromS) throws Exception {
        hand.during(60);
        hand.touch("mute", "mute");
        hand.until("muted", h -> h.text("mute").equals("Unmute"));
        String cues = hand.text("cues");
        double beforeS = hand.timeS();
        film.touched("loaded the page again");
        browser.call("Page.reload", Map.of());
        hand.until(
                "the same run, still muted",
                h -> h.timeS() > beforeS
                        && h.text("stage").equals("during")
                        && h.text("mute").equals("Unmute"));
        assertEquals(cues, hand.text("cues"), "cues after the page was loaded again");
        browser.await("document.querySelector('#plot canvas') !== null");
        hand.during(60);
        hand.touch("mute", "unmute");
        hand.until("not muted", h -> h.text("mute").equals("Mute"));
        hand.during(60);
        hand.touch("mark", "discomfort");
        hand.until("marked", h -> h.text("marks").equals("1"));
        film.touched("the connection is cut");
        line.cut(true);
        hand.until("no connection", h -> h.text("state").equals("lost"));
        assertEquals("No connection", hand.text("word"));
        line.cut(false);
        film.touched("the connection is back");
        hand.until(
                "connected again",
                h -> !h.text("state").equals("lost") && h.text("stage").equals("during"));
        assertEquals("1", hand.text("marks"), "the mark outlives the connection");
        hand.touch("end", "End");
        hand.until("asked again", h -> h.text("ask").equals("true"));
        hand.touch("no", "no, go on");
        hand.until("going on", h -> h.text("ask").equals("false"));
        double left = fromS + CUED_S - hand.timeS();
        hand.during(left);
        return new LinkedHashMap<>(Map.of("marks", hand.text("marks")));
    }

    private Map<String, String> closing() throws Exception {
        Map<String, String> closing = new LinkedHashMap<>();
        for (String id : List.of("after-time", "after-cues", "after-within", "after-felt", "word", "why")) {
            closing.put(id, (String) browser.eval("document.getElementById('" + id + "').textContent"));
        }
        return closing;
    }

    private void pictures() throws Exception {
        List<Frame> chosen = new ArrayList<>();
        for (String step : List.of("plan", "strap", "stand", "bend", "drill", "check", "walk", "baseline", "neutral")) {
            chosen(chosen, frame -> frame.text("step").equals(step));
        }
        chosen(
                chosen,
                frame -> frame.text("state").equals("watching")
                        && frame.text("step").isEmpty());
        chosen(chosen, frame -> frame.text("cue").equals("true"));
        chosen(chosen, frame -> frame.text("feel").contains("feel-"));
        chosen(chosen, frame -> frame.text("state").equals("lost"));
        chosen(chosen, frame -> frame.text("ask").equals("true"));
        chosen(chosen, frame -> frame.text("step").equals("close"));
        chosen(chosen, frame -> frame.text("stage").equals("after"));
        assertTrue(chosen.size() >= 10, "pictures of " + chosen.size() + " parts");
        Path strip = build().resolve("guided-run/strip.png");
        film.strip(chosen, strip);
        if (Boolean.getBoolean(PICTURES)) {
            Path docs = Path.of(System.getProperty("holdline.home", "."), "src/docs/pictures");
            Files.copy(strip, docs.resolve("guide-film.png"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void chosen(List<Frame> chosen, Predicate<Frame> wanted) {
        film.frames().stream()
                .filter(frame -> frame.run() == 2)
                .filter(wanted)
                .findFirst()
                .ifPresent(chosen::add);
    }
}
