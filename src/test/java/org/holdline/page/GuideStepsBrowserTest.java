package org.holdline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.clock.Clock;
import org.holdline.guide.Guide;
import org.holdline.guide.GuideKind;
import org.holdline.guide.GuideParams;
import org.holdline.guide.Memory;
import org.holdline.guide.Shown;
import org.holdline.guide.Step;
import org.holdline.guide.Tap;
import org.holdline.page.state.PageJson;
import org.holdline.sample.Placement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every step of the guided start in Debian's Chromium, standing still: sizes, words, axe, and its pictures. */
@Tag("browser")
@Timeout(300)
class GuideStepsBrowserTest {
    private static final String PICTURES = "holdline.pictures.write";

    /** Steps that the documentation shows. */
    private static final List<String> SHOWN = List.of("note", "plan", "strap", "drill", "check", "walk", "baseline");

    @TempDir
    Path folder;

    private final LinkedBlockingQueue<String> pressed = new LinkedBlockingQueue<>();
    private PageServer server;
    private Chromium browser;
    private Guide guide;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(Chromium.program() != null, "NOT TESTED: no Chromium here (apt install chromium)");
        Controls controls = new Controls() {
            @Override
            public void mute(boolean muted) {}

            @Override
            public void mark() {}

            @Override
            public void end() {
                pressed.add("end");
            }

            @Override
            public void tap(int turn, String word, int value) {
                pressed.add(turn + " " + word + " " + value);
            }
        };
        server = PageServer.open(
                new PageParams(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), null, null),
                controls,
                Clock.system());
        browser = new Chromium(folder);
        browser.media("light", false);
        browser.screen(1024, 768);
        guide = fresh(Memory.fresh());
    }

    private static Guide fresh(Memory memory) {
        GuideParams params = new GuideParams(GuideKind.FULL, Placement.DUAL, true, List.of(150, 300), false);
        return new Guide(params, memory, new SplittableRandom(1));
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

    private String address() {
        return "http://localhost:" + server.address().getPort() + "/";
    }

    /** The run at an instant, and the guide wherever it stands. */
    private void show(double seconds, Map<String, Object> changed) throws Exception {
        ShownRun run = new ShownRun(VirtualOptions.defaults(), "motor", "shape", "tone").to(seconds);
        Map<String, Object> now = run.state().snapshot();
        Map<String, Object> shown = new LinkedHashMap<>(Shown.of(guide));
        shown.putAll(changed);
        now.put("guide", shown);
        server.trace(PageJson.line(run.state().trace()));
        server.now(PageJson.line(now));
        browser.await("document.documentElement.dataset.guide === '" + shown.get("step") + "'");
    }

    private void open(String json) throws Exception {
        server.now(PageJson.line(Map.of("guide", Shown.of(guide), "parts", List.of(), "channels", List.of())));
        browser.go(address());
        browser.eval("localStorage.setItem('holdline', " + Chromium.quoted(json) + ")");
        show(3, Map.of());
        browser.go(address());
        browser.await(
                "document.documentElement.dataset.guide === '" + guide.step().word() + "'");
    }

    /** To the next step by a tap or a skip. */
    private void on() {
        guide.tap(new Tap(guide.turn(), guide.step().isChoice() ? "choose" : "skip", 0));
    }

    @ParameterizedTest
    @CsvSource({"light, en, 1024, 768", "dark, de, 390, 844", "light, de, 844, 390", "dark, en, 1920, 1080"})
    void shouldHaveLargeButtonsAShortLineAndNoAxeViolationInEveryStep(
            String scheme, String language, int width, int height) throws Exception {
        browser.media(scheme, true);
        browser.screen(width, height);
        open("{\"language\":\"" + language + "\"}");
        while (guide.step() != Step.RUN) {
            show(guide.step().isHandsFree() ? 100 : 3, Map.of());
            assertStep(scheme + " " + language + " " + width + " " + guide.step());
            on();
        }
        show(3, Map.of("step", "close", "line", "stop", "refused", true));
        assertEquals(List.of(), browser.complaints());
    }

    private void assertStep(String where) throws Exception {
        assertEquals(
                "",
                browser.eval("[...document.querySelectorAll('#guide-choices button:not(.quiet)')].filter(b => {"
                        + " const r = b.getBoundingClientRect(); return r.width < 126 || r.height < 126; })"
                        + ".map(b => b.id).join()"),
                where + ": smaller than 20 mm");
        assertEquals(
                false, browser.eval("document.documentElement.scrollWidth > innerWidth"), where + ": scrolls sideways");
        String line = (String) browser.eval("document.getElementById('guide-line').textContent");
        assertTrue(line.split(" ", -1).length <= 5 && !line.contains("guide."), where + ": " + line);
        assertEquals(
                guide.step().isHandsFree(),
                browser.eval("['mute', 'mark', 'end'].every(id => document.getElementById(id).checkVisibility())"),
                where + ": the three controls are there while hands are not asked for");
        assertEquals("", browser.violations(), where);
    }

    @Test
    void shouldSendTheTurnThatItShowsWhenAButtonIsPressed() throws Exception {
        open("{}");
        int turn = guide.turn();
        browser.press("guide-ok");
        assertEquals(turn + " choose 0", pressed.poll(30, TimeUnit.SECONDS));
        on();
        show(3, Map.of());
        browser.press("guide-d5000");
        assertEquals(guide.turn() + " choose 4", pressed.poll(30, TimeUnit.SECONDS));
        on();
        on();
        show(3, Map.of());
        browser.press("guide-skip");
        assertEquals(guide.turn() + " skip 0", pressed.poll(30, TimeUnit.SECONDS));
        browser.press("guide-end");
        browser.await("document.getElementById('ask').open");
        browser.press("yes");
        assertEquals("end", pressed.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void shouldSpeakEachLineOnceAndSoundWhenThatIsChosen() throws Exception {
        open("{\"voice\":true,\"language\":\"de\"}");
        browser.eval("window.spoken = []; window.chimes = 0;"
                + " speechSynthesis.speak = words => window.spoken.push(words.lang + ' ' + words.text);"
                + " const start = OscillatorNode.prototype.start;"
                + " OscillatorNode.prototype.start = function (at) { window.chimes++; return start.call(this, at); }");
        browser.press("guide-line");
        on();
        show(3, Map.of());
        show(3, Map.of());
        on();
        show(3, Map.of());
        browser.await("window.spoken.length === 2");
        assertEquals("de Wie lange heute?,de Dein übliches Lauftempo?", browser.eval("window.spoken.join()"));
        browser.await("window.chimes === 2");
    }

    @Test
    void shouldTurnTheToneOnAndSaySoWhenTheMotorIsNotFelt() throws Exception {
        open("{}");
        while (guide.step() != Step.WALK) {
            on();
        }
        show(25, Map.of("unfelt", true));
        browser.await("JSON.parse(localStorage.getItem('holdline')).tone === true");
        assertTrue(((String) browser.eval("document.getElementById('guide-note').textContent"))
                .startsWith("You did not feel the motor"));
    }

    private void checkIn(Map<String, Object> changed) throws Exception {
        ShownRun run = new ShownRun(VirtualOptions.defaults(), "motor", "shape", "tone").to(400);
        Map<String, Object> now = run.state().snapshot();
        Map<String, Object> checkIn = new LinkedHashMap<>(Map.of(
                "state",
                "quiet",
                "turn",
                3,
                "hides_clip",
                false,
                "asked",
                1,
                "answers",
                0,
                "agreed",
                0,
                "words",
                List.of("metric.lumbar_arch.less", "checkin.neutral", "metric.lumbar_arch.more")));
        checkIn.putAll(changed);
        now.put("checkin", checkIn);
        server.trace(PageJson.line(run.state().trace()));
        server.now(PageJson.line(now));
    }

    @ParameterizedTest
    @CsvSource({"1024, 768", "390, 844"})
    void shouldAskInThreeWordsAndHideTheClipWhenFeelingComesFirst(int width, int height) throws Exception {
        browser.screen(width, height);
        checkIn(Map.of("state", "asked", "hides_clip", true));
        browser.go(address());
        browser.await("document.getElementById('feel-2').checkVisibility()");
        assertEquals(
                "flatter,neutral,more arched",
                browser.eval("[...document.querySelectorAll('#checkin-words button')].map(b => b.textContent).join()"));
        assertEquals(
                true,
                browser.eval("[...document.querySelectorAll('#checkin-words button')].every(b => {"
                        + " const r = b.getBoundingClientRect(); return r.width >= 126 && r.height >= 126; })"));
        assertEquals(
                false,
                browser.eval(
                        "['posture', 'chart', 'figures'].some(id => document.getElementById(id).checkVisibility())"));
        browser.press("feel-2");
        assertEquals("3 feel 2", pressed.poll(30, TimeUnit.SECONDS));
        checkIn(Map.of("state", "hidden", "turn", 4, "hides_clip", true, "said", 2));
        browser.await("document.getElementById('checkin-words').textContent === 'You: more arched'");
        checkIn(Map.of("state", "shown", "turn", 4, "said", 2, "seen", 1));
        browser.await("document.getElementById('checkin-words').textContent === 'neutral (You: more arched)'");
        assertEquals(true, browser.eval("document.getElementById('posture').checkVisibility()"));
        checkIn(Map.of("turn", 5));
        browser.await("document.getElementById('checkin').hidden");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void shouldWriteThePicturesWhenAsked() throws Exception {
        assumeTrue(Boolean.getBoolean(PICTURES), "-D" + PICTURES + "=true writes them");
        Path pictures = Files.createDirectories(Path.of(System.getProperty("holdline.home", "."), "src/docs/pictures"));
        open("{\"units\":\"km\"}");
        while (guide.step() != Step.RUN) {
            String step = guide.step().word();
            show(guide.step().isHandsFree() ? 100 : 3, step.equals("drill") ? Map.of("count", 1) : Map.of());
            if (SHOWN.contains(step)) {
                picture(pictures, "guide-" + step + ".png");
            }
            if (step.equals("check")) {
                browser.media("dark", false);
                browser.screen(390, 844);
                picture(pictures, "guide-phone.png");
                browser.media("light", false);
                browser.screen(1024, 768);
            }
            on();
        }
        guide = fresh(new Memory(true, 2, 1, 10_000, 300, false));
        show(3, Map.of("choices", List.of("returning", "full", "quick", "change")));
        picture(pictures, "guide-start.png");
    }

    private void picture(Path pictures, String name) throws Exception {
        browser.await("document.getAnimations().length === 0");
        browser.eval("new Promise(r => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(r, 100))))");
        browser.picture(pictures.resolve(name));
    }
}
