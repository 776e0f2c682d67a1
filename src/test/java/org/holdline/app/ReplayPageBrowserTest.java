package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.page.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recording of the virtual runner, shown by {@code holdline replay FILE --page} in Debian's Chromium, from start to end. */
@Tag("browser")
@Timeout(300)
class ReplayPageBrowserTest {
    private static final String HOSTILE = "</p><img src=x onerror=\"alert(1)\"><b>bold</b>";
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/");
    private static final String CONTROLS = "[...document.querySelectorAll('button, a, input, select')]"
            + ".filter(e => e.checkVisibility()).map(e => e.id).join(',')";

    @TempDir
    Path folder;

    private Chromium browser;
    private Holdline replay;
    private String address;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(Chromium.program() != null, "NOT TESTED: no Chromium here (apt install chromium)");
        browser = new Chromium(folder);
    }

    @AfterEach
    void close() {
        if (replay != null) {
            replay.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    private void begin() throws Exception {
        Path file = folder.resolve("run.csv");
        MadeRuns.live(new VirtualClip(VirtualOptions.defaults().withDurationS(300)), file);
        Files.writeString(file, Files.readString(file).replaceFirst("(?m)^# source: .*$", "# source: " + HOSTILE));
        replay = Holdline.start(folder, "replay", file.toString(), "--page", "127.0.0.1:0", "--speed", "10");
        replay.awaitOut("http://localhost:");
        Matcher link = LINK.matcher(replay.outSoFar());
        assertTrue(link.find(), replay.outSoFar());
        address = link.group();
        browser.go(address);
        browser.await("!document.getElementById('replayed').hidden");
    }

    /** In words that are on the screen, whatever its colours. */
    private void assertMarked(String id, String begin, String where) throws Exception {
        String text = (String) browser.eval("document.getElementById('" + id + "').innerText");
        assertTrue(text.startsWith(begin + HOSTILE), where + ": " + text);
        assertEquals(
                true,
                browser.eval("(() => { const e = document.getElementById('" + id
                        + "'); const r = e.getBoundingClientRect(); return e.checkVisibility() && r.left >= 0"
                        + " && r.right <= innerWidth && r.top >= 0 && r.bottom <= innerHeight; })()"),
                where + ": off the screen");
        assertEquals(0.0, browser.eval("document.querySelectorAll('#" + id + " *').length"), where + ": taken as HTML");
        assertEquals(
                false, browser.eval("document.documentElement.scrollWidth > innerWidth"), where + ": scrolls sideways");
    }

    private void assertFine(String begin, String simulated, String where) throws Exception {
        assertMarked("replayed", begin, where);
        assertEquals(simulated, browser.eval("document.getElementById('simulated').innerText"), where);
        assertEquals("", browser.violations(), where);
    }

    private void awaitStage(String stage) throws Exception {
        browser.await("document.documentElement.dataset.stage === '" + stage + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "light, 1024, 768, en, right, Replayed: , Replay paused: , Simulated runner",
        "dark, 390, 844, de, left, Aufzeichnung: , Aufzeichnung angehalten: , Simulierter Läufer"
    })
    void shouldShowARecordingAsOneFromItsStartToItsEnd(
            String scheme,
            int width,
            int height,
            String language,
            String hand,
            String begin,
            String paused,
            String simulated)
            throws Exception {
        browser.media(scheme, true);
        browser.call("Emulation.setEmulatedVisionDeficiency", Map.of("type", "achromatopsia"));
        browser.screen(width, height);
        begin();
        browser.eval(
                "localStorage.setItem('holdline', '{\"language\":\"" + language + "\",\"hand\":\"" + hand + "\"}')");
        browser.go(address);
        awaitStage("during");
        browser.await("document.documentElement.dataset.state === 'learning'");
        browser.eval("window.tones = 0; const start = OscillatorNode.prototype.start;"
                + " OscillatorNode.prototype.start = function (at) { window.tones++; return start.call(this, at); }");
        browser.press("pause");
        browser.await("'paused' in document.documentElement.dataset");
        assertFine(paused.stripTrailing() + " ", simulated, "paused");
        assertEquals("choices-open,pause,end", browser.eval(CONTROLS), "paused, there is time for the settings");
        assertLarge();
        browser.press("pause");
        browser.await("!('paused' in document.documentElement.dataset)");
        assertEquals("pause,end", browser.eval(CONTROLS), "nobody runs: nothing to mute or mark");
        browser.await("document.documentElement.dataset.state === 'watching'");
        assertMarked("replayed", begin.stripTrailing() + " ", "watching");
        browser.await("!document.getElementById('cue').hidden");
        assertMarked("cue-replayed", begin.stripTrailing() + " ", "cue");
        String over = (String) browser.eval("document.getElementById('cue-replayed').innerText");
        assertTrue(over.endsWith(" \u00b7 " + simulated), over);
        browser.press("cue");
        assertEquals(0.0, browser.eval("window.tones"), "a tone that nobody chose");
        browser.await("document.getElementById('cue').hidden");
        assertEquals(true, browser.eval("document.querySelector('#plot canvas') !== null"));
        assertEquals(
                false,
                browser.eval("document.getElementById('cues').textContent === '0'"),
                "the cue is among the figures");
        awaitStage("after");
        browser.await("!document.getElementById('after').hidden");
        assertFine(begin.stripTrailing() + " ", simulated, "after");
        replay.awaitErr("the page stays until Ctrl-C");
        browser.call("Page.reload", Map.of());
        awaitStage("after");
        browser.await("!document.getElementById('after').hidden");
        assertFine(begin.stripTrailing() + " ", simulated, "reloaded after the end");
        assertEquals(143, replay.end("TERM").code());
        assertEquals(List.of(), browser.complaints());
    }

    private void assertLarge() throws Exception {
        for (String id : List.of("pause", "end")) {
            Map<?, ?> box =
                    (Map<?, ?>) browser.eval("document.getElementById('" + id + "').getBoundingClientRect().toJSON()");
            assertTrue(
                    ((Number) box.get("width")).doubleValue() >= 126
                            && ((Number) box.get("height")).doubleValue() >= 126,
                    id + " " + box);
        }
        assertEquals(
                true,
                browser.eval("(() => { const a = document.getElementById('pause').getBoundingClientRect(),"
                        + " b = document.getElementById('end').getBoundingClientRect();"
                        + " return Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom)"
                        + " >= 50.4; })()"),
                "8 mm between them");
    }
}
