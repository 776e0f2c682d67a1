package org.holdline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.clock.Clock;
import org.holdline.page.state.PageJson;
import org.holdline.report.PartStatus;
import org.holdline.report.html.ReportPage;
import org.holdline.sample.Act;
import org.holdline.text.Language;
import org.holdline.text.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in Debian's Chromium, showing a virtual runner at chosen instants. */
@Tag("browser")
@Timeout(300)
class PageBrowserTest {
    private static final String PICTURES = "holdline.pictures.write";
    private static final VirtualOptions OPTIONS =
            VirtualOptions.defaults().withDurationS(900).withPlanned(900, 0);

    private static final PartStatus LINK =
            new PartStatus("link", "made", "live", true, "made", Map.of("battery_pct", 71L));

    @TempDir
    Path folder;

    private final LinkedBlockingQueue<String> pressed = new LinkedBlockingQueue<>();
    private PageServer server;
    private Chromium browser;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(Chromium.program() != null, "NOT TESTED: no Chromium here (apt install chromium)");
        server = serve(0, null);
        browser = new Chromium(folder);
        browser.media("light", false);
        browser.screen(1024, 768);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private PageServer serve(int port, Secrets secrets) throws IOException {
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
            public void end() {
                pressed.add("end");
            }
        };
        InetSocketAddress listen = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        return PageServer.open(new PageParams(listen, secrets, null), controls, Clock.system());
    }

    private String address() {
        return "http://localhost:" + server.address().getPort() + "/";
    }

    private static ShownRun run() {
        return new ShownRun(OPTIONS, "motor", "shape", "tone").parts(LINK);
    }

    private static Map<String, Object> ended(ShownRun run) {
        Map<String, Object> now = run.state().snapshot();
        now.put("stage", "after");
        now.put("state", "not_watching");
        now.put("why", "ended");
        Map<String, Object> summary = Map.of(
                "duration_s",
                900.0,
                "cues",
                5,
                "judged_steps",
                2000,
                "over_steps",
                120,
                "pattern",
                "none",
                "fault",
                false);
        now.put("summary", summary);
        return now;
    }

    private void show(ShownRun run) throws Exception {
        run.showOn(server);
        browser.go(address());
        browser.await("document.documentElement.dataset.stage === '"
                + run.state().snapshot().get("stage") + "'"
                + " && document.getElementById('link-text').textContent !== ''");
    }

    private void choose(String json) throws Exception {
        browser.go(address());
        browser.eval("localStorage.setItem('holdline', " + Chromium.quoted(json) + ")");
    }

    private void assertQuiet() {
        assertEquals(List.of(), browser.complaints());
        for (String request : browser.requests()) {
            assertTrue(request.startsWith(address()) || request.equals("about:blank"), "asked elsewhere: " + request);
        }
    }

    private void assertNoAxeViolation(String where) throws Exception {
        assertEquals("", browser.violations(), where);
    }

    @ParameterizedTest
    @CsvSource({
        "light, en, 1024, 768",
        "dark, en, 390, 844",
        "dark, de, 1024, 768",
        "light, de, 390, 844",
        "light, en, 844, 390"
    })
    void shouldHaveNoAxeViolationWhenItShowsEachStage(String scheme, String language, int width, int height)
            throws Exception {
        browser.media(scheme, false);
        browser.screen(width, height);
        choose("{\"language\":\"" + language + "\"}");
        for (double s : new double[] {3, 25, 100, 192, 400}) {
            show(run().to(s));
            browser.await("document.getAnimations().length === 0");
            assertNoAxeViolation(scheme + " " + language + " at " + s + " s");
        }
        browser.press("end");
        browser.await("document.getElementById('ask').open");
        assertNoAxeViolation("asking again");
        browser.press("no");
        browser.eval("document.getElementById('choices').showModal()");
        assertNoAxeViolation("choices");
        browser.eval("document.getElementById('choices').close()");
        server.cue(PageJson.line(Map.of("type", "cue")));
        browser.await("!document.getElementById('cue').hidden && document.getAnimations().length === 0");
        assertNoAxeViolation("cue");
        browser.await("document.getElementById('cue').hidden");
        server.now(PageJson.line(ended(run().to(890))));
        browser.await("!document.getElementById('after').hidden");
        assertNoAxeViolation("after");
        assertQuiet();
    }

    @ParameterizedTest
    @CsvSource({
        "1024, 768, right",
        "1280, 800, left",
        "390, 844, right",
        "390, 844, left",
        "844, 390, right",
        "1920, 1080, right"
    })
    void shouldHaveThreeLargeControlsApartAndLargeWordsWhenRunning(int width, int height, String hand)
            throws Exception {
        browser.screen(width, height);
        for (String language : List.of("en", "de")) {
            choose("{\"language\":\"" + language + "\",\"hand\":\"" + hand + "\"}");
            show(run().to(400));
            String where = width + "x" + height + " " + hand + " " + language;
            assertEquals(
                    "mute,mark,end",
                    browser.eval("[...document.querySelectorAll('button, a, input, select')]"
                            + ".filter(e => e.checkVisibility()).map(e => e.id).join(',')"),
                    where);
            List<double[]> boxes = new ArrayList<>();
            for (String id : List.of("mute", "mark", "end")) {
                Map<?, ?> box = (Map<?, ?>)
                        browser.eval("document.getElementById('" + id + "').getBoundingClientRect().toJSON()");
                double[] sides = {number(box, "left"), number(box, "top"), number(box, "right"), number(box, "bottom")};
                assertTrue(sides[2] - sides[0] >= 126 && sides[3] - sides[1] >= 126, where + " " + id + " " + box);
                assertTrue(
                        sides[0] >= 0 && sides[2] <= width && sides[1] >= 0 && sides[3] <= height,
                        where + ": off the screen: " + id + " " + box);
                boxes.add(sides);
            }
            for (int a = 0; a < 3; a++) {
                for (int b = a + 1; b < 3; b++) {
                    assertTrue(gap(boxes.get(a), boxes.get(b)) >= 50.4, where + ": 8 mm between " + a + " and " + b);
                }
            }
            for (String id : List.of("word", "value")) {
                double size = ((Number) browser.eval(
                                "parseFloat(getComputedStyle(document.getElementById('" + id + "')).fontSize)"))
                        .doubleValue();
                assertTrue(size >= 80, where + " " + id + " " + size);
            }
            Map<?, ?> word = (Map<?, ?>) browser.eval(
                    "(() => { const r = document.createRange(); r.selectNodeContents(document.getElementById('word'));"
                            + " return r.getBoundingClientRect().toJSON(); })()");
            assertTrue(number(word, "right") <= width && number(word, "left") >= 0, where + " " + word);
            assertEquals(
                    false,
                    browser.eval("document.documentElement.scrollWidth > innerWidth"),
                    where + ": scrolls sideways");
            boolean left = boxes.get(2)[0] < width / 2.0;
            assertEquals(hand.equals("left"), left, where + ": end lies on the hand's side");
        }
        assertQuiet();
    }

    private static double number(Map<?, ?> box, String side) {
        return ((Number) box.get(side)).doubleValue();
    }

    private static double gap(double[] a, double[] b) {
        double across = Math.max(b[0] - a[2], a[0] - b[2]);
        double down = Math.max(b[1] - a[3], a[1] - b[3]);
        return Math.max(across, down);
    }

    @Test
    void shouldBeLargeBeforeAndAfterWhenThereIsNoRunning() throws Exception {
        show(run().to(3));
        assertEquals("Stand quietly for a moment.", browser.eval("document.getElementById('why').textContent"));
        for (String id : List.of("word", "why")) {
            assertTrue(size(id) >= 48, id + " " + size(id));
        }
        server.now(PageJson.line(ended(run().to(890))));
        browser.await("!document.getElementById('after').hidden");
        for (String id : List.of("word", "why", "after-time", "after-cues", "after-within", "after-pattern")) {
            assertTrue(size(id) >= 48, id + " " + size(id));
        }
        assertEquals("94 %", browser.eval("document.getElementById('after-within').textContent"));
    }

    /** What the page offers of a kept run; every figure is as large as a finger, and nothing is asked of a guest. */
    @ParameterizedTest
    @CsvSource({"1024, 768, en", "390, 844, de"})
    void shouldOfferTheReportAndTwoQuestionsWhenTheRunIsKept(int width, int height, String language) throws Exception {
        browser.screen(width, height);
        choose("{\"units\":\"km\",\"language\":\"" + language + "\"}");
        server.afterwards(new ShelfOfCards());
        show(run().to(3));
        server.now(PageJson.line(offered(Map.of())));
        browser.await("!document.getElementById('after-more').hidden");
        assertEquals(22, ((Number) browser.eval("document.querySelectorAll('#after-asks button').length")).intValue());
        for (String id : List.of("after-report", "after-done", "said-effort-0", "said-discomfort-10")) {
            assertTrue(size(id) >= 48, id + " " + size(id));
            double tall = ((Number)
                            browser.eval("document.getElementById('" + id + "').getBoundingClientRect().height"))
                    .doubleValue();
            assertTrue(tall >= 72, id + " " + tall);
        }
        assertNoAxeViolation("after a kept run");
        assertEquals(
                true, browser.eval("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        assertEquals(
                "/report?language=" + language + "&units=km",
                browser.eval("document.getElementById('after-report').getAttribute('href')"));
        browser.eval("document.getElementById('said-effort-6').click()");
        assertEquals("EFFORT 6", pressed.poll(20, TimeUnit.SECONDS));
        browser.eval("document.getElementById('said-discomfort-10').click()");
        assertEquals("DISCOMFORT 10", pressed.poll(20, TimeUnit.SECONDS));
        server.now(PageJson.line(offered(Map.of("effort", 6))));
        browser.await("document.getElementById('said-effort-6').getAttribute('aria-pressed') === 'true'");
        browser.eval("document.getElementById('after-done').click()");
        assertEquals("done", pressed.poll(20, TimeUnit.SECONDS));
        // The report keeps its looks under the policy that it is sent with.
        browser.go(address() + "report?language=" + language);
        assertEquals(language, browser.eval("document.documentElement.lang"));
        assertEquals("block", browser.eval("getComputedStyle(document.querySelector('main')).display"));
        assertNotEquals("0px", browser.eval("getComputedStyle(document.querySelector('.card')).paddingTop"));
        assertQuiet();
    }

    /** Has a page of cards for a report. */
    private final class ShelfOfCards implements Afterwards {
        @Override
        public byte[] report(Language language, boolean miles) throws IOException {
            ByteArrayOutputStream page = new ByteArrayOutputStream();
            ReportPage.cards(language, page);
            return page.toByteArray();
        }

        @Override
        public void said(Said said, int value) {
            pressed.add(said + " " + value);
        }

        @Override
        public void done() {
            pressed.add("done");
        }
    }

    private Map<String, Object> offered(Map<String, Integer> said) {
        Map<String, Object> values = ended(run().to(890));
        values.put(
                "after",
                Map.of("report", true, "asks", List.of("effort", "discomfort"), "said", said, "closes_in_s", 290));
        return values;
    }

    private double size(String id) throws Exception {
        return ((Number) browser.eval("parseFloat(getComputedStyle(document.getElementById('" + id + "')).fontSize)"))
                .doubleValue();
    }

    @Test
    void shouldShowEachStateByItsOwnShapeAndWord() throws Exception {
        List<String> shapes = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (double s : new double[] {3, 100, 400}) {
            show(run().to(s));
            shapes.add((String) browser.eval("[...document.querySelectorAll('#shape g')]"
                    + ".filter(g => getComputedStyle(g).display !== 'none').map(g => g.getAttribute('class')).join()"));
            words.add((String) browser.eval("document.getElementById('word').textContent"));
        }
        assertEquals(List.of("not_watching", "learning", "watching"), shapes);
        assertEquals(List.of("Not watching", "Learning", "Watching"), words);
    }

    @Test
    void shouldSayByShapeWhetherTheMarkIsInTheBand() throws Exception {
        ShownRun run = run().to(400);
        show(run);
        for (String[] expected : new String[][] {
            {"1.2", "in", "within your band"},
            {"5.5", "right", "beyond your band"},
            {"-4.1", "left", "beyond your band, the other way"}
        }) {
            Map<String, Object> now = run.state().snapshot();
            now.put("mean_deviation_deg", Double.parseDouble(expected[0]));
            server.now(PageJson.line(now));
            browser.await("document.querySelector('#gauge .mark').dataset.where === '" + expected[1] + "'");
            assertEquals(expected[2], browser.eval("document.getElementById('within-text').textContent"));
            assertEquals(
                    1.0,
                    browser.eval("[...document.querySelectorAll('#gauge .mark > *')]"
                            + ".filter(e => getComputedStyle(e).display !== 'none').length"));
        }
    }

    @Test
    void shouldLoseNothingWhenItIsReloaded() throws Exception {
        show(run().act(Act.MARK).to(400));
        String shown =
                "['word', 'cues', 'marks', 'time', 'value'].map(id => document.getElementById(id).textContent).join()";
        browser.await("document.querySelector('#plot canvas') !== null");
        Object before = browser.eval(shown);
        browser.call("Page.reload", Map.of());
        browser.await("document.getElementById('link-text').textContent !== ''");
        browser.await("document.querySelector('#plot canvas') !== null");
        assertEquals(before, browser.eval(shown));
        assertQuiet();
    }

    @Test
    void shouldSayThatTheConnectionIsLostAndComeBackByItself() throws Exception {
        show(run().to(400));
        int port = server.address().getPort();
        server.close();
        browser.await("document.documentElement.dataset.state === 'lost'");
        assertEquals("No connection", browser.eval("document.getElementById('word').textContent"));
        assertEquals(
                "\u2013", browser.eval("document.getElementById('value').textContent"), "an old figure is no figure");
        server = serve(port, null);
        run().to(500).showOn(server);
        browser.await("document.documentElement.dataset.state === 'watching'");
        assertEquals("8:20", browser.eval("document.getElementById('time').textContent"));
    }

    @Test
    void shouldMuteMarkAndEndOnlyAfterAskingAgainWhenItIsPressed() throws Exception {
        ShownRun run = run().to(400);
        show(run);
        browser.press("mute");
        assertEquals("mute", pressed.poll(30, TimeUnit.SECONDS));
        run.act(Act.MUTE).showOn(server);
        browser.await("document.getElementById('mute-text').textContent === 'Unmute'");
        browser.press("mute");
        assertEquals("unmute", pressed.poll(30, TimeUnit.SECONDS));
        browser.press("mark");
        assertEquals("mark", pressed.poll(30, TimeUnit.SECONDS));
        browser.await("document.getElementById('mark-text').textContent === 'Marked'");
        browser.await("document.getElementById('marked').textContent === 'If it hurts, stop.'");
        browser.press("end");
        browser.await("document.getElementById('ask').open");
        browser.press("no");
        browser.await("!document.getElementById('ask').open");
        assertTrue(pressed.isEmpty(), "not ended: " + pressed);
        browser.press("end");
        browser.await("document.getElementById('ask').open");
        browser.press("yes");
        assertEquals("end", pressed.poll(30, TimeUnit.SECONDS));
        assertQuiet();
    }

    @Test
    void shouldFillTheScreenAndSoundWhenACueComes() throws Exception {
        choose("{\"tone\":true}");
        show(run().to(400));
        browser.eval("window.tones = 0; const start = OscillatorNode.prototype.start;"
                + " OscillatorNode.prototype.start = function (at) { window.tones++; return start.call(this, at); }");
        browser.press("word");
        server.cue(PageJson.line(Map.of("type", "cue")));
        browser.await("!document.getElementById('cue').hidden");
        Map<?, ?> box = (Map<?, ?>) browser.eval("document.getElementById('cue').getBoundingClientRect().toJSON()");
        assertEquals(
                List.of(0.0, 0.0, 1024.0, 768.0),
                List.of(box.get("x"), box.get("y"), box.get("width"), box.get("height")));
        assertEquals("Lengthen", browser.eval("document.getElementById('cue-word').textContent"));
        // Whoever wants to end does not wait for the cue to go.
        assertEquals(
                "end,mark,mute",
                browser.eval("['end', 'mark', 'mute'].filter(id => { const box ="
                        + " document.getElementById(id).getBoundingClientRect(); return document.elementFromPoint("
                        + "box.x + box.width / 2, box.y + box.height / 2).closest('button')?.id === id; }).join()"));
        browser.await("window.tones === 2");
        browser.await("document.getElementById('cue').hidden");
        assertQuiet();
    }

    @ParameterizedTest
    @ValueSource(strings = {"motor", "tone", "motor tone", ""})
    void shouldGiveNoShapeWhenTheRunDoesNotHaveIt(String channels) throws Exception {
        ShownRun run = new ShownRun(OPTIONS, channels.isEmpty() ? new String[0] : channels.split(" ", -1)).to(400);
        show(run);
        server.cue(PageJson.line(Map.of("type", "cue")));
        Map<String, Object> after = run.state().snapshot();
        after.put("cues", 77);
        server.now(PageJson.line(after));
        browser.await("document.getElementById('cues').textContent === '77'");
        assertEquals(true, browser.eval("document.getElementById('cue').hidden"), "the state came after the cue");
    }

    @Test
    void shouldMoveNothingWhenMotionIsReduced() throws Exception {
        browser.media("light", true);
        ShownRun run = run().to(400);
        show(run);
        server.cue(PageJson.line(Map.of("type", "cue")));
        browser.await("!document.getElementById('cue').hidden");
        assertEquals(0.0, browser.eval("document.getAnimations().length"));
        Map<String, Object> now = run.state().snapshot();
        now.put("mean_deviation_deg", 6.0);
        server.now(PageJson.line(now));
        browser.await("document.querySelector('#gauge .mark').dataset.where === 'right'");
        assertEquals(0.0, browser.eval("document.getAnimations().length"));
    }

    @Test
    void shouldSpeakGermanThroughoutWhenItIsChosen() throws Exception {
        choose("{\"language\":\"de\"}");
        show(run().to(400));
        server.cue(PageJson.line(Map.of("type", "cue")));
        browser.await("!document.getElementById('cue').hidden");
        String texts =
                (String) browser.eval("document.body.innerText + '\\n' + document.getElementById('choices').textContent"
                        + " + document.getElementById('ask').textContent");
        Texts english = Texts.of(Language.ENGLISH);
        Texts german = Texts.of(Language.GERMAN);
        english.all().forEach((key, text) -> {
            boolean telling = text.length() > 4 && !german.all().containsValue(text) && !text.contains("{");
            assertTrue(!telling || !texts.contains(text), key + " is English: " + text);
        });
        assertTrue(texts.contains("Schaut hin") && texts.contains("Beschwerden merken"), texts);
        assertEquals("de", browser.eval("document.documentElement.lang"));
    }

    @Test
    void shouldShowMilesWhenTheyAreChosen() throws Exception {
        ShownRun run = run().to(400);
        choose("{\"units\":\"km\"}");
        show(run);
        assertEquals("10.0", browser.eval("document.getElementById('speed').textContent"));
        assertEquals("km/h", browser.eval("document.getElementById('speed-unit').textContent"));
        choose("{\"units\":\"mi\"}");
        show(run);
        assertEquals("6.2", browser.eval("document.getElementById('speed').textContent"));
        assertEquals("mph", browser.eval("document.getElementById('speed-unit').textContent"));
    }

    @Test
    void shouldTakeTheTokenOutOfTheAddressAndKeepItFromScripts() throws Exception {
        server.close();
        Secrets secrets = new Secrets("token-of-a-whole-length", "session-of-a-whole-length");
        server = serve(0, secrets);
        run().to(400).showOn(server);
        browser.go(address());
        browser.await("document.getElementById('why').textContent.startsWith('This link is not valid')");
        browser.go("about:blank");
        browser.go(address() + "#" + secrets.token());
        browser.await("document.documentElement.dataset.state === 'watching'");
        assertEquals(address(), browser.eval("location.href"));
        assertEquals("", browser.eval("document.cookie"));
        for (String request : browser.requests()) {
            assertTrue(!request.replaceFirst("#.*", "").contains(secrets.token()), request);
        }
    }

    @Test
    void shouldPaintSoonWhenItIsOpened() throws Exception {
        run().to(400).showOn(server);
        List<Double> paints = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            browser.go("about:blank");
            browser.go(address());
            browser.await("performance.getEntriesByName('first-contentful-paint').length === 1");
            paints.add((Double) browser.eval("performance.getEntriesByName('first-contentful-paint')[0].startTime"));
        }
        paints.sort(Double::compare);
        System.out.println("first contentful paint, ms, five loads: " + paints);
        assertQuiet();
    }

    @Test
    void shouldWriteThePicturesWhenAsked() throws Exception {
        assumeTrue(Boolean.getBoolean(PICTURES), "-D" + PICTURES + "=true writes them");
        Path pictures = Files.createDirectories(Path.of(System.getProperty("holdline.home", "."), "src/docs/pictures"));
        choose("{\"units\":\"km\"}");
        ShownRun run = run().to(520);
        show(run);
        picture(pictures, "page-watching.png");
        browser.media("dark", false);
        browser.screen(390, 844);
        show(run().to(192));
        picture(pictures, "page-phone.png");
        server.cue(PageJson.line(Map.of("type", "cue")));
        browser.await("!document.getElementById('cue').hidden");
        picture(pictures, "page-cue.png");
        browser.screen(1024, 768);
        show(run().to(3));
        picture(pictures, "page-before.png");
        server.now(PageJson.line(offered(Map.of("effort", 6))));
        browser.await("!document.getElementById('after-more').hidden");
        browser.media("light", false);
        browser.screen(1024, 1180);
        picture(pictures, "page-after.png");
    }

    private void picture(Path pictures, String name) throws Exception {
        browser.await("document.getAnimations().length === 0");
        browser.eval("new Promise(r => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(r, 300))))");
        browser.picture(pictures.resolve(name));
    }
}
