package org.holdline.app;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.holdline.page.Chromium;
import org.holdline.readers.TerminalReader;

/**
 * A hand and eyes in front of the page: knows what is shown and nothing else, and touches buttons by what they do, wherever they
 * lie. A film sees what it sees. Questions of how it feels are answered whenever they come.
 */
final class PageHand {
    /** No step takes longer on the clock on the wall. */
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(180);

    /** A touch has had its effect by then. */
    private static final long AGAIN_NS = TimeUnit.SECONDS.toNanos(3);

    private static final long GLANCE_MS = 60;

    private static final String SHOWN = """
            (() => {
              const text = (id) => document.getElementById(id)?.textContent ?? '';
              const seen = (id) => document.getElementById(id)?.checkVisibility() === true;
              const root = document.documentElement.dataset;
              return {
                stage: root.stage ?? '', state: root.state ?? '', step: root.guide ?? '', word: text('word'), why: text('why'),
                line: seen('guide') ? text('guide-line') : '',
                choices: seen('guide') ? [...document.querySelectorAll('#guide-choices button')].map(b => b.id).join(' ') : '',
                cue: seen('cue'), ask: document.getElementById('ask')?.open === true,
                checkin: seen('checkin') ? text('checkin-ask') : '',
                feel: seen('checkin') ? [...document.querySelectorAll('#checkin-words button')].map(b => b.id).join(' ') : '',
                mute: text('mute-text'), cues: text('cues'), marks: text('marks'), time: text('time'),
                steps: window.stepsSeen?.splice(0) ?? [] };
            })()""";

    private final Chromium browser;
    private final RunFilm film;
    private final List<String> wishes;
    private Map<String, Object> shown = Map.of();
    private String touchedAt = "";
    private long touchedNs;
    private boolean guessed;

    /** Feelings told. */
    private int told;

    /** @param wishes words of choices that are taken where they are offered, the likeliest first */
    PageHand(Chromium browser, RunFilm film, List<String> wishes) {
        this.browser = browser;
        this.film = film;
        this.wishes = wishes;
    }

    String text(String key) {
        return Objects.toString(shown.get(key), "");
    }

    int told() {
        return told;
    }

    /** Seconds of the stream, as the page shows them. */
    double timeS() {
        return text("time").isEmpty() ? 0 : TerminalReader.seconds(text("time"));
    }

    /** Looks once. */
    void look() throws Exception {
        Map<String, Object> now = new LinkedHashMap<>();
        try {
            ((Map<?, ?>) browser.eval(SHOWN)).forEach((key, value) -> now.put(key.toString(), value));
        } catch (IOException e) {
            // Between two pages there is nothing to see.
            return;
        }
        shown = now;
        film.see(now);
    }

    /** Goes on, answering what is asked on the way, until something is shown. */
    void until(String what, Predicate<PageHand> isThere) throws Exception {
        long endNs = System.nanoTime() + PATIENCE_NS;
        look();
        while (!isThere.test(this)) {
            if (System.nanoTime() > endNs) {
                throw new AssertionError("never: " + what + ", but " + shown);
            }
            answer();
            Thread.sleep(GLANCE_MS);
            look();
        }
    }

    /** Until so many seconds of the stream have passed. */
    void during(double streamS) throws Exception {
        double untilS = timeS() + streamS;
        until(streamS + " s more", hand -> hand.timeS() >= untilS);
    }

    private void answer() throws Exception {
        String feel = text("feel");
        if (text("cue").equals("true") || text("state").equals("lost")) {
            return;
        }
        if (!feel.isEmpty() && mayTouch("feel")) {
            told++;
            press(feel.split(" ", -1)[1], "told how it feels");
        }
        choose();
    }

    /** Takes what is wished for among the choices, and skips nothing; the clip puts itself on, and the body tells what it felt. */
    private void choose() throws Exception {
        List<String> offered = Stream.of(text("choices").split(" ", -1))
                .filter(id -> !id.isEmpty() && !id.equals("guide-skip") && !id.equals("guide-end"))
                .toList();
        String step = text("step");
        if (offered.isEmpty() || step.equals("strap") || !mayTouch(step)) {
            return;
        }
        if (step.equals("check")) {
            // What a body felt only a body knows: the hand guesses once, and the virtual runner answers.
            if (!guessed) {
                guessed = true;
                press("guide-2", "guessed two buzzes");
            }
            return;
        }
        String id = wishes.stream()
                .map(word -> "guide-" + word)
                .filter(offered::contains)
                .findFirst()
                .orElse(offered.getFirst());
        press(id, "chose " + id.substring("guide-".length()));
    }

    private boolean mayTouch(String where) {
        boolean may = !where.equals(touchedAt) || System.nanoTime() - touchedNs > AGAIN_NS;
        if (may) {
            touchedAt = where;
            touchedNs = System.nanoTime();
        }
        return may;
    }

    /** Touches one of the page's controls; while a cue fills the screen nothing else is seen. */
    void touch(String id, String what) throws Exception {
        until("no cue over " + id, hand -> hand.text("cue").equals("false"));
        press(id, what);
    }

    private void press(String id, String what) throws Exception {
        film.touched(what);
        browser.press(id);
    }
}
