package org.holdline.page.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.holdline.posture.Metric;
import org.holdline.report.PartStatus;
import org.holdline.road.Event;
import org.holdline.road.Watch;
import org.holdline.sample.Act;
import org.holdline.sample.Phase;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.junit.jupiter.api.Test;

/** What the page shows after what the road has said. */
class PageStateTest {
    private static final long S = 1_000_000;

    private final PageState state = new PageState(
            new StreamInfo("made", true, 200, Placement.DUAL, 1800, 5000, 0, 0), List.of("motor", "shape"));

    private static Event event(Event.Kind kind, long timeUs) {
        Event event = new Event();
        event.kind = kind;
        event.timeUs = timeUs;
        return event;
    }

    private void watch(long timeUs, Watch watch) {
        Event event = event(Event.Kind.STATE, timeUs);
        event.watch = watch;
        event.phase = Phase.RUN;
        state.event(event);
    }

    private void step(long timeUs, int speedMPerH) {
        Event event = event(Event.Kind.STEP, timeUs);
        event.running = true;
        event.cadenceDspm = 1655;
        event.speedMPerH = speedMPerH;
        state.event(event);
    }

    private void verdict(long timeUs, int deviationMdeg) {
        Event event = event(Event.Kind.VERDICT, timeUs);
        event.deviationMdeg = deviationMdeg;
        event.thresholdMdeg = 3000;
        event.over = deviationMdeg > 3000;
        event.confidence = 80;
        event.metric = Metric.LUMBAR_ARCH;
        state.event(event);
    }

    private void link(long timeUs) {
        state.event(event(Event.Kind.LINK, timeUs));
    }

    private Object now(String key) {
        return state.snapshot().get(key);
    }

    private static PageState recorded(String source) {
        return new PageState(new StreamInfo(source, true, 200, Placement.DUAL, 0, 0, 0, 0), List.of("shape"), true);
    }

    @Test
    void shouldBeMarkedAsARecordingAtEveryStageWhenItIsOne() {
        PageState recorded = recorded("clip HL0001");
        for (Watch watch : Watch.values()) {
            Event event = event(Event.Kind.STATE, S);
            event.watch = watch;
            recorded.event(event);
            Map<String, Object> now = recorded.snapshot();
            assertEquals(true, now.get("replayed"), watch.why());
            assertEquals(true, now.get("simulated"), watch.why());
            assertEquals("clip HL0001", now.get("source"), watch.why());
            assertEquals(false, now.get("paused"), watch.why());
        }
        recorded.paused(true);
        assertEquals(true, recorded.snapshot().get("paused"));
        assertEquals(true, recorded.trace().get("replayed"));
        for (String key : List.of("replayed", "source", "paused")) {
            assertNull(now(key), "a run has no " + key);
        }
    }

    @Test
    void shouldShowOneShortLineOfARecordingsNameWhenItsHeaderHoldsAnything() {
        assertEquals(
                "<b>a</b>  x",
                recorded(" <b>a</b>\u202e\u0007x\u2028 ").snapshot().get("source"));
        String grinning = "\ud83d\ude00";
        assertEquals(
                grinning.repeat(PageState.MAX_NAME - 1) + "\u2026",
                recorded(grinning.repeat(10_000)).snapshot().get("source"));
        assertEquals(
                grinning.repeat(PageState.MAX_NAME),
                recorded(grinning.repeat(PageState.MAX_NAME)).snapshot().get("source"));
    }

    @Test
    void shouldGoFromBeforeToAfterWhenTheRunnerMovesAndTheRunEnds() {
        watch(5 * S, Watch.STANDING);
        assertEquals("before", now("stage"));
        assertEquals("standing", now("why"));
        step(9 * S, Sample.UNKNOWN);
        assertEquals("during", now("stage"));
        assertEquals("run", now("gait"));
        assertEquals(165.5, now("cadence_spm"));
        watch(10 * S, Watch.ENDED);
        assertEquals("after", now("stage"));
    }

    @Test
    void shouldShowTheMeanOfTheLastEightStepsWhenStepsDiffer() {
        for (int i = 0; i < 20; i++) {
            verdict(i * S / 3, i * 1000);
        }
        assertEquals(19.0, now("deviation_deg"));
        assertEquals((12 + 19) / 2.0, now("mean_deviation_deg"));
        assertEquals(1, now("over"));
        assertEquals(3.0, now("threshold_deg"));
    }

    @Test
    void shouldShowNoDeviationWhenTheLastVerdictIsOld() {
        verdict(S, 5000);
        watch(4 * S, Watch.WALKING);
        assertEquals(5.0, now("mean_deviation_deg"));
        watch(4 * S + 1, Watch.WALKING);
        assertNull(now("mean_deviation_deg"));
        assertNull(now("deviation_deg"));
        assertEquals(3.0, now("threshold_deg"), "the band is still that of the runner");
        verdict(60 * S, 1000);
        assertEquals(1.0, now("mean_deviation_deg"), "steps from before the pause do not count");
    }

    @Test
    void shouldCountEveryCueAndMarkWhenTheyCome() {
        link(0);
        for (int i = 1; i <= 5; i++) {
            state.event(event(Event.Kind.CUE, i * 70L * S));
            state.event(event(Event.Kind.SUPPRESSED, i * 70L * S));
        }
        Event act = event(Event.Kind.ACT, 400 * S);
        act.acts = Act.MARK.bit() | Act.MUTE.bit();
        state.event(act);
        act.acts = Act.UNMUTE.bit();
        state.event(act);
        assertEquals(5L, now("cues"));
        assertEquals(5L, now("suppressed"));
        assertEquals(1L, now("marks"));
        assertEquals(List.of(70.0, 140.0, 210.0, 280.0, 350.0), state.trace().get("cues_s"));
        assertEquals(List.of(400.0), state.trace().get("marks_s"));
    }

    @Test
    void shouldSayThatTheClipIsAwayWhenAPartThatIsNeededDoesNotDeliver() {
        watch(S, Watch.WATCHING);
        state.parts(List.of(part("lower", true), part("motor", false)));
        assertEquals("watching", now("state"), "without its motor a run still watches");
        state.parts(List.of(part("lower", false)));
        assertEquals("not_watching", now("state"));
        assertEquals("no_signal", now("why"));
        state.parts(List.of(part("lower", true)));
        assertEquals("watching", now("state"));
    }

    private static PartStatus part(String name, boolean delivers) {
        return new PartStatus(name, "made", delivers ? "ok" : "lost", delivers, "made", Map.of());
    }

    @Test
    void shouldShowTheBatteryWhenThePartSaysIt() {
        assertNull(now("battery_pct"));
        state.parts(List.of(new PartStatus("link", "made", "live", true, "made", Map.of("battery_pct", 71L))));
        assertEquals(71L, now("battery_pct"));
    }

    @Test
    void shouldAddUpTheDistanceWhenTheBeltSaysItsSpeed() {
        step(0, 9000);
        step(S, 9000);
        assertEquals(2L, now("distance_m"), "2.5 m/s");
        for (int i = 2; i <= 400; i++) {
            step(i * S, 9000);
        }
        assertEquals(1000L, now("distance_m"));
        assertEquals(9.0, now("speed_kmh"));
        assertEquals(400L, now("elapsed_s"));
        assertEquals(1800, now("planned_s"));
        assertEquals(5000, now("planned_m"));
        step(401 * S, Sample.UNKNOWN);
        assertNull(now("speed_kmh"));
    }

    @Test
    void shouldKeepTenMinutesAndNoMoreWhenARunIsLong() {
        for (int s = 0; s <= 3600; s++) {
            verdict(s * S, s * 10);
            state.event(event(Event.Kind.CUE, s * S));
            Event act = event(Event.Kind.ACT, s * S);
            act.acts = Act.MARK.bit();
            state.event(act);
            link(s * S + 1);
        }
        Map<String, Object> trace = state.trace();
        List<?> points = (List<?>) trace.get("points");
        assertEquals(601, points.size());
        assertEquals(List.of(3000.000001, 30.0, 3.0), points.getFirst());
        assertEquals(3601L, trace.get("points_total"));
        assertEquals(600, ((List<?>) trace.get("cues_s")).size());
        assertEquals(Trace.MAX_MARKS, ((List<?>) trace.get("marks_s")).size());
        assertEquals(points.getLast(), now("point"));
        assertEquals(3601L, now("points_total"));
    }

    @Test
    void shouldMakeNoPointWhenNoStepWasJudged() {
        link(S);
        link(2 * S);
        assertEquals(0L, now("points_total"));
        assertEquals(List.of(), now("point"));
        long before = state.traceChanges();
        verdict(2 * S, 100);
        link(3 * S);
        assertEquals(1L, now("points_total"));
        assertTrue(state.traceChanges() > before);
    }

    @Test
    void shouldCountWhatItMissedWhenItsRingWasFull() {
        state.gap(3);
        state.gap(4);
        assertEquals(7L, now("lost_events"));
    }

    @Test
    void shouldSpeakAsTheJsonLinesDoWhenACueIsGiven() {
        Event cue = event(Event.Kind.CUE, 7 * S);
        cue.deviationMdeg = 6100;
        cue.thresholdMdeg = 3000;
        cue.pulseMs = 200;
        String line = new String(PageJson.line(cue, true), StandardCharsets.UTF_8);
        assertEquals(
                "{\"type\":\"cue\",\"simulated\":true,\"t_us\":7000000,\"reason\":\"sustained\",\"deviation_deg\":6.100,"
                        + "\"threshold_deg\":3.000,\"neutral\":\"none\",\"reference_shift_deg\":0.000,\"pulse_ms\":200}\n",
                line);
    }

    @Test
    void shouldBeOneLineWithItsVersionAndWhetherItIsSimulatedWhenWritten() {
        watch(S, Watch.WATCHING);
        verdict(2 * S, 100);
        for (Map<String, Object> message : List.of(state.snapshot(), state.trace())) {
            String line = new String(PageJson.line(message), StandardCharsets.UTF_8);
            assertTrue(line.contains("\"schema\":\"holdline-page/1\""), line);
            assertTrue(line.contains("\"simulated\":true"), line);
            assertEquals(line.length() - 1, line.indexOf('\n'), "an event stream ends a message at an empty line");
            assertFalse(line.contains("NaN"), line);
        }
    }
}
