package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.holdline.guide.Guide;
import org.holdline.guide.GuideKind;
import org.holdline.guide.GuideParams;
import org.holdline.guide.Memory;
import org.holdline.guide.Shown;
import org.holdline.guide.Step;
import org.holdline.guide.Tap;
import org.holdline.sample.Placement;
import org.holdline.settings.Settings;
import org.holdline.settings.SettingsLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guided start on a terminal: what it prints at each step, and what typed lines tap. */
class GuideWordsTest {
    private static Guide guide(Memory memory) {
        GuideParams params = new GuideParams(GuideKind.FULL, Placement.DUAL, false, List.of(150, 300), false);
        return new Guide(params, memory, new SplittableRandom(1));
    }

    private static Map<String, Object> shown(Guide guide) {
        return Map.of("guide", Shown.of(guide));
    }

    private static List<String> lines(Guide guide) {
        Map<String, Object> line = new LinkedHashMap<>(Shown.of(guide));
        line.put("type", "guide");
        line.put("t_us", 65_000_000L);
        line.put("to_running_s", 84.0);
        line.put("standing_s", 42.0);
        return GuideWords.lines(line);
    }

    @Test
    void shouldPrintAWholeTextAtEveryStep() {
        Guide guide = guide(Memory.fresh());
        while (guide.step() != Step.RUN) {
            List<String> lines = lines(guide);
            assertTrue(lines.getFirst().startsWith("  1:05  >> "), lines.toString());
            assertFalse(lines.toString().contains("{") || lines.toString().contains("guide."), lines.toString());
            guide.tap(new Tap(guide.turn(), guide.step().isChoice() ? "choose" : "skip", 0));
        }
        assertTrue(
                lines(guide).toString().contains("84 s to running, 42 s of them standing"),
                lines(guide).toString());
        String start = lines(guide(new Memory(true, 1, 4, 9000, 0, false))).toString();
        assertTrue(start.contains("As last time: 5 km, 9 km/h."), start);
    }

    @Test
    void shouldSayThatNoRunIsPlannedInsteadOfTheLastPlanAfterDiscomfort() {
        Guide guide = guide(new Memory(true, 1, 4, 9000, 0, false));
        Map<String, Object> line = new LinkedHashMap<>(Shown.of(guide));
        line.put("type", "guide");
        line.put("t_us", 65_000_000L);
        line.put("aim", Map.of("aim", "ease_off"));
        String eased = GuideWords.lines(line).toString();
        assertTrue(eased.contains("so no run is planned. Show your report to a physiotherapist."), eased);
        assertFalse(eased.contains("As last time"), eased);
        line.put("aim", Map.of("aim", "same"));
        String same = GuideWords.lines(line).toString();
        assertTrue(same.contains("As last time: 5 km, 9 km/h."), same);
    }

    @Test
    void shouldTapWhatIsTyped() {
        Guide guide = guide(Memory.fresh());
        assertEquals(new Tap(guide.turn(), "choose", 0), GuideWords.tap("", shown(guide)));
        guide.tap(new Tap(guide.turn(), "choose", 0));
        assertEquals(new Tap(guide.turn(), "choose", 4), GuideWords.tap("5", shown(guide)));
        for (String word : new String[] {"", "0", "8", "10", "s", "m", "x"}) {
            assertNull(GuideWords.tap(word, shown(guide)), word);
        }
        guide.tap(new Tap(guide.turn(), "choose", 0));
        guide.tap(new Tap(guide.turn(), "choose", 0));
        assertEquals(Step.STRAP, guide.step());
        assertEquals(new Tap(guide.turn(), "skip", 0), GuideWords.tap("s", shown(guide)));
        while (guide.step() != Step.RUN) {
            guide.tap(new Tap(guide.turn(), "skip", 0));
        }
        for (String word : new String[] {"", "1", "s"}) {
            assertNull(GuideWords.tap(word, shown(guide)), "while running a number is the belt's speed: " + word);
        }
    }

    @Test
    void shouldAnswerACheckInWithAFigureWhileItIsAsked() {
        Map<String, Object> asked = Map.of("checkin", Map.of("state", "asked", "turn", 7));
        assertEquals(new Tap(7, "feel", 2), GuideWords.tap("3", asked));
        assertNull(GuideWords.tap("4", asked));
        assertNull(GuideWords.tap("1", Map.of("checkin", Map.of("state", "quiet", "turn", 7))));
        assertNull(GuideWords.tap("1", Map.of()));
    }

    private static Settings settings(String guide, String source) throws Exception {
        return new SettingsLoader(Path.of("no", "such", "folder"), Map.of())
                .flags(Map.of("run.guide", guide, "run.source", source))
                .load();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quick", "full", "returning"})
    void shouldRefuseToLeadARecording(String kind) throws Exception {
        Failure failure = assertThrows(
                Failure.class, () -> GuidedStart.isCertain(GuidedStart.Wish.AS_SET, settings(kind, "replay:run.csv")));
        assertEquals(ExitCode.BAD_CONFIGURATION, failure.exitCode());
        assertTrue(failure.text().contains("a recording cannot be led"), failure.text());
        assertThrows(
                Failure.class, () -> GuidedStart.isCertain(GuidedStart.Wish.ASKED, settings("auto", "replay:run.csv")));
        assertFalse(GuidedStart.isCertain(GuidedStart.Wish.AS_SET, settings("auto", "replay:run.csv")));
        assertFalse(GuidedStart.isCertain(GuidedStart.Wish.AS_SET, settings("auto", "virtual")), "the built-in run");
    }
}
