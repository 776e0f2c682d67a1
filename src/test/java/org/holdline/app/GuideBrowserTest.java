package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.holdline.app.GuidedRun.Made;
import org.holdline.guide.Memory;
import org.holdline.page.Chromium;
import org.holdline.posture.StoredNeutral;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each start in Debian's Chromium, with the virtual runner who does as told and a hand that taps: from the page's opening to
 * running. Stream time passes four times as fast as the clock on the wall; the seconds that are printed are those of the stream.
 */
@Tag("browser")
@Timeout(300)
class GuideBrowserTest {
    private static final double SPEED = 4;
    private static final Memory KNOWN = new Memory(true, 1, 1, 10_000, 0, false);
    private static final StoredNeutral STORED = new StoredNeutral(10_000, 0, 0, 1000);

    @TempDir
    Path folder;

    private Chromium browser;
    private GuidedRun run;
    private Thread runner;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(Chromium.program() != null, "NOT TESTED: no Chromium here (apt install chromium)");
        browser = new Chromium(folder);
        browser.media("light", false);
        browser.screen(1024, 768);
    }

    @AfterEach
    void close() throws Exception {
        if (run != null) {
            run.start.seat().end();
            run.start.seat().end();
        }
        if (runner != null) {
            runner.interrupt();
        }
        if (run != null) {
            run.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    private void begin(Made made, double speed) throws Exception {
        run = new GuidedRun(made.onAPage(), speed, null, GuidedStart.Wish.AS_SET);
        runner = Thread.ofPlatform().daemon().start(() -> {
            try {
                run.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        browser.go(address());
    }

    private String address() {
        return "http://localhost:"
                + URI.create(run.page.links().links().getFirst()).getPort() + "/";
    }

    private void awaitStep(String step) throws Exception {
        browser.await("document.documentElement.dataset.guide === '" + step + "'");
    }

    /** A person reads for so many seconds of the stream, and taps. */
    private void tap(String id, double afterS) throws Exception {
        browser.await("document.getElementById('" + id + "') !== null");
        pause(afterS);
        browser.press(id);
    }

    /** Tells what the body felt, once nothing more comes, until the step is over. */
    private void answer() throws Exception {
        awaitStep("check");
        int answered = 0;
        while (Boolean.TRUE.equals(browser.eval("document.documentElement.dataset.guide === 'check'"))) {
            if (run.questions.get() == answered) {
                pause(0.5);
                continue;
            }
            int felt;
            do {
                felt = run.felt.get();
                pause(2.5);
            } while (felt != run.felt.get());
            answered = run.questions.get();
            int turn = (int) number(ready(), "turn");
            browser.press("guide-" + felt);
            browser.await("fetch('/now').then(r => r.json()).then(now => window.turn = now.guide.turn)"
                    + " && window.turn > " + turn);
        }
    }

    private void pause(double streamS) throws Exception {
        browser.eval("new Promise(r => setTimeout(r, " + Math.round(streamS * 1000 / SPEED) + "))");
    }

    private Map<?, ?> ready() throws Exception {
        return (Map<?, ?>) browser.eval("fetch('/now').then(r => r.json()).then(now => now.guide)");
    }

    private static double number(Map<?, ?> guide, String key) {
        return ((Number) guide.get(key)).doubleValue();
    }

    private void assertWithin(String start, int taps, double seconds, String of) throws Exception {
        browser.await(
                "fetch('/now').then(r => r.json()).then(now => window.running = now.guide.to_running_s !== undefined)"
                        + " && window.running === true");
        Map<?, ?> guide = ready();
        System.out.println(String.format(
                Locale.ROOT,
                "%s: page open to running %.0f s, of them standing %.0f s, %.0f taps (stream seconds at %.0fx, hand included)",
                start,
                number(guide, "to_running_s"),
                number(guide, "standing_s"),
                number(guide, "taps"),
                SPEED));
        assertTrue(number(guide, "taps") <= taps, guide.toString());
        assertTrue(number(guide, of) <= seconds, guide.toString());
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void shouldBringANewcomerToRunningInThreeMinutesAndSixTaps() throws Exception {
        begin(Made.of("auto", Memory.fresh()).with("run.guide", "quick"), SPEED);
        tap("guide-ok", 20);
        tap("guide-t1800", 5);
        tap("guide-v10000", 5);
        answer();
        assertWithin("quick", 6, 180, "to_running_s");
    }

    @Test
    void shouldLeadThroughTheWholeStartWhenItIsAskedFor() throws Exception {
        begin(Made.of("full", KNOWN), SPEED);
        tap("guide-full", 5);
        answer();
        assertWithin("full", 6, 300, "to_running_s");
    }

    @Test
    void shouldHaveAReturningRunnerStandForAMinuteAtMost() throws Exception {
        begin(Made.of("returning", KNOWN).storing(STORED), SPEED);
        tap("guide-returning", 5);
        assertWithin("returning", 6, 60, "standing_s");
    }

    @Test
    void shouldComeBackAtTheSameStepWhenThePageIsLoadedAgain() throws Exception {
        begin(Made.of("quick", KNOWN), SPEED);
        tap("guide-quick", 1);
        awaitStep("check");
        browser.call("Page.reload", Map.of());
        awaitStep("check");
        answer();
        awaitStep("walk");
        browser.go("about:blank");
        browser.go(address());
        browser.await("['walk', 'go', 'baseline'].includes(document.documentElement.dataset.guide)");
        assertEquals(
                true,
                browser.eval("['mute', 'mark', 'end'].every(id => document.getElementById(id).checkVisibility())"),
                "running rules hold from walk on");
    }
}
