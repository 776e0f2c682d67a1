package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdline.app.GuidedRun.Made;
import org.holdline.guide.Memory;
import org.holdline.posture.StoredNeutral;
import org.holdline.report.EventCsv;
import org.holdline.report.JsonText;
import org.holdline.sample.Phase;
import org.holdline.sample.Placement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A virtual runner who does as told, along the whole road: what comes of each start, and that its recording decides the same. */
@Timeout(300)
class GuidedRunTest {
    /** Twenty minutes at 10 km/h, chosen before. */
    private static final Memory KNOWN = new Memory(true, 1, 0, 10_000, 0, false);

    @TempDir
    Path folder;

    private static TableView run(Made made, Path recording, GuidedStart.Wish wish) throws Exception {
        try (GuidedRun run = new GuidedRun(made, Double.POSITIVE_INFINITY, recording, wish)) {
            return run.run();
        }
    }

    private static List<String> steps(TableView view) {
        List<String> steps = new ArrayList<>();
        for (Map<String, Object> line : view.guide) {
            String step = (String) line.get("step");
            if (steps.isEmpty() || !steps.getLast().equals(step)) {
                steps.add(step);
            }
        }
        return steps;
    }

    private static Map<String, Object> last(TableView view, String step) {
        return view.guide.stream()
                .filter(line -> step.equals(line.get("step")))
                .findFirst()
                .orElseThrow();
    }

    /** The highest confidence of any verdict: what the start came to. */
    private static int confidence(TableView view) throws IOException {
        Map<String, Object> summary = JsonText.object(view.summaryJson().strip());
        return Integer.parseInt(String.valueOf(summary.get("confidence")));
    }

    @Test
    void shouldLeadANewcomerToTheFirstCueAndRepeatItFromTheRecording() throws Exception {
        Path file = folder.resolve("run.csv");
        TableView view = run(Made.of("quick", Memory.fresh()), file, GuidedStart.Wish.AS_SET);
        assertEquals(
                List.of(
                        "plan",
                        "speed",
                        "strap",
                        "stand",
                        "drill",
                        "check",
                        "walk",
                        "go",
                        "baseline",
                        "run",
                        "close",
                        "done"),
                steps(view).subList(1, 13));
        assertEquals(
                List.of(
                        Phase.STAND,
                        Phase.DRILL,
                        Phase.STAND,
                        Phase.WALK,
                        Phase.BASELINE,
                        Phase.RUN,
                        Phase.STAND,
                        Phase.END),
                view.parts.stream().map(TableView.Part::phase).toList());
        Map<String, Object> ready = last(view, "run");
        assertEquals(5, ready.get("taps"));
        assertTrue((Double) ready.get("to_running_s") <= 180, ready.toString());
        assertEquals(80, confidence(view), "as told before");
        assertEquals(80, ready.get("confidence_pct"));
        assertTrue(view.table(EventCsv.CUES).lines().count() > 1, "an arched runner was cued");
        assertEquals(
                MadeRuns.replay(file, ReplayRun.Emit.CUES), view.table(EventCsv.CUES), "what the recording decides");
        assertEquals(MadeRuns.replay(file, ReplayRun.Emit.VERDICTS), view.table(EventCsv.VERDICTS));
        Map<String, Object> summary = JsonText.object(view.summaryJson().strip());
        assertEquals("automatic", ((Map<?, ?>) summary.get("neutral")).get("kind"));
    }

    @ParameterizedTest
    @CsvSource({"DUAL, 95", "THORACOLUMBAR, 80", "SACRAL, 50"})
    void shouldComeToTheConfidenceThatWasToldWhenTheWholeStartIsGone(Placement placement, int pct) throws Exception {
        TableView view = run(Made.of("full", KNOWN).at(placement), null, GuidedStart.Wish.AS_SET);
        assertEquals(
                List.of("start", "strap", "stand", "bend", "drill"), steps(view).subList(0, 5));
        assertEquals(pct, last(view, "run").get("confidence_pct"));
        assertEquals(pct, confidence(view));
        Map<String, Object> summary = JsonText.object(view.summaryJson().strip());
        assertEquals("drill", ((Map<?, ?>) summary.get("neutral")).get("kind"));
        assertEquals(1200, ((Number) last(view, "run").get("planned_s")).intValue());
    }

    @Test
    void shouldPutStoredNeutralsOnTheStandWithinAMinuteOfStandingWhenARunnerReturns() throws Exception {
        TableView view = run(
                Made.of("returning", KNOWN).storing(new StoredNeutral(10_000, 0, 0, 1000)),
                null,
                GuidedStart.Wish.AS_SET);
        Map<String, Object> ready = last(view, "run");
        assertEquals(1, ready.get("taps"));
        assertTrue((Double) ready.get("standing_s") <= 60, ready.toString());
        assertEquals(75, confidence(view));
        assertEquals(75, ready.get("confidence_pct"));
        assertFalse(view.guide.stream().anyMatch(line -> "refit".equals(line.get("line"))), "silently");
    }

    @Test
    void shouldSayThatAStoredNeutralDoesNotFitWhenItIsFarOff() throws Exception {
        TableView view = run(
                Made.of("returning", KNOWN).storing(new StoredNeutral(10_000, 0, -9000, 1000)),
                null,
                GuidedStart.Wish.AS_SET);
        assertTrue(view.guide.stream().anyMatch(line -> "refit".equals(line.get("line"))));
    }

    @Test
    void shouldEndWithTheCalibrationWhenOnlyThatIsWanted() throws Exception {
        TableView view = run(Made.of("quick", Memory.fresh()), null, GuidedStart.Wish.ONLY);
        assertEquals(Phase.END, view.parts.getLast().phase());
        assertEquals("1", view.table(EventCsv.CUES).lines().count() + "", "the head alone");
        assertTrue(view.summaryJson().contains("\"kind\":\"automatic\""), view.summaryJson());
    }

    @Test
    void shouldAskHowItFeelsWhenThatIsWanted() throws Exception {
        TableView view = run(Made.of("quick", KNOWN).with("run.checkin_min", "3"), null, GuidedStart.Wish.AS_SET);
        List<Map<String, Object>> asked = view.guide.stream()
                .filter(line ->
                        line.get("type").equals("checkin") && line.get("state").equals("asked"))
                .toList();
        assertTrue(asked.size() >= 3, asked.toString());
        assertEquals(
                List.of("metric.lumbar_arch.less", "checkin.neutral", "metric.lumbar_arch.more"),
                asked.getFirst().get("words"));
        List<Long> cuesUs = view.table(EventCsv.CUES)
                .lines()
                .skip(1)
                .map(row -> Long.parseLong(row.substring(0, row.indexOf(','))))
                .toList();
        for (Map<String, Object> question : asked) {
            for (long cueUs : cuesUs) {
                long since = (Long) question.get("t_us") - cueUs;
                assertTrue(since < 0 || since >= 30_000_000, "asked " + since / 1e6 + " s after a cue");
            }
        }
        assertEquals("awareness", view.guide.getLast().get("type"));
    }
}
