package org.holdline.report.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.holdline.app.VirtualRuns;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.report.JsonLines;
import org.holdline.report.JsonText;
import org.holdline.road.Watch;
import org.holdline.sample.Act;
import org.holdline.sample.Phase;
import org.holdline.sample.Sample;
import org.holdline.session.BeltSpan;
import org.holdline.session.BeltSpan.Known;
import org.holdline.session.KeptRun;
import org.holdline.session.MadeKeptRuns;
import org.holdline.session.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table and the object, and what holds for every format. */
class RunFilesTest {
    private static String text(ExportFormat format, KeptRun run) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.export().write(run, out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static KeptRun watched() {
        return new MadeKeptRuns(3_000_000)
                .belt(new BeltSpan(0, 10_800, 1500, Known.MEASURED))
                .state(0, Watch.WATCHING, Phase.RUN)
                .run(160, 4000)
                .kept();
    }

    @Test
    void shouldHaveARowASecondWhenItIsATable() throws IOException {
        List<String> lines = List.of(text(ExportFormat.CSV, watched()).split("\r\n"));
        assertEquals(61, lines.size());
        assertEquals(
                "time_s,time_utc,phase,state,reason,belt_speed_kmh,belt_incline_pct,belt_known,distance_m,steps,"
                        + "running_steps,cadence_spm,contact_ms,vertical_oscillation_mm,stance_g,peak_g,judged_steps,"
                        + "deviation_deg,threshold_deg,confidence_pct,over_steps,over_deg_s,exposure_deg_g,cues,"
                        + "suppressed_cues,metric,origin,simulated,run_id",
                lines.getFirst());
        // Steps at 10.125, 10.5 and 10.875 s: 1 degree beyond for 0.375 s each, under 1.5 g.
        assertEquals(
                "10,2026-05-17T16:30:10Z,run,watching,,10.800,1.500,measured,33.000,3,3,160.0,240,80,1.500,2.500,3,"
                        + "4.000,3.000,90,3,1.125,4.500,0,0,lumbar_arch,clip,0,20260517T163000Z-made",
                lines.get(11));
    }

    @Test
    void shouldLeaveCellsEmptyWhenTheyAreNotKnown() throws IOException {
        KeptRun run = new MadeKeptRuns(0).stand(2).kept();
        assertEquals(
                "1,2026-05-17T16:30:01Z,stand,not_watching,standing,,,,,0,0,,,,,,0,,,,,,,0,0,lumbar_arch,clip,0,"
                        + "20260517T163000Z-made",
                text(ExportFormat.CSV, run).lines().toList().get(2));
    }

    @Test
    @SuppressWarnings("unchecked")
    void shouldSayBeltKilometresAndSummaryWhenItIsAnObject() throws IOException {
        KeptRun run = new MadeKeptRuns(0)
                .belt(
                        new BeltSpan(0, 12_000, Sample.UNKNOWN, Known.ENTERED),
                        new BeltSpan(400_000_000, 12_000, 0, Known.MEASURED))
                .state(0, Watch.WATCHING, Phase.RUN)
                .run(1601, 5000)
                .kept();
        Map<String, Object> object = JsonText.object(text(ExportFormat.JSON, run));
        assertEquals("holdline-run-export/1", object.get("schema"));
        Map<String, Object> facts = (Map<String, Object>) object.get("run");
        assertEquals("2026-05-17T18:30:00.000+02:00", facts.get("started_at"));
        assertEquals("null", facts.get("planned_s"));
        List<Map<String, Object>> belt = (List<Map<String, Object>>) object.get("belt");
        assertEquals(2, belt.size());
        assertEquals("null", belt.getFirst().get("incline_pct"));
        assertEquals("measured", belt.get(1).get("known"));
        List<Map<String, Object>> splits = (List<Map<String, Object>>) object.get("splits");
        assertEquals(2, splits.size());
        assertEquals("300.000", splits.getFirst().get("pace_s_per_km"));
        assertEquals("entered", splits.get(1).get("speed_known"), "the least to be trusted of both");
        assertEquals("800", splits.getFirst().get("over_steps"));
    }

    @Test
    void shouldHoldTheSummaryOfReplayWhenItIsAnObject() throws IOException {
        KeptRun run = VirtualRuns.kept(VirtualOptions.defaults().withSeed(5).withDurationS(300));
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        JsonLines lines = new JsonLines(line, true);
        lines.summary(run.summary());
        lines.flush();
        assertEquals(
                JsonText.object(line.toString(StandardCharsets.UTF_8).strip()),
                JsonText.object(text(ExportFormat.JSON, run)).get("summary"));
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void shouldTellNothingOfThePersonWhenAFileIsMade(ExportFormat format) throws IOException {
        MadeKeptRuns made = new MadeKeptRuns(0).speed(9000).run(100, 0);
        KeptRun unmarked = made.kept();
        String before = text(format, unmarked);
        String after = text(format, made.act(5_000_000, Act.MARK).kept());
        assertEquals(before, after, "a mark of discomfort shows");
        assertFalse(before.contains("pseudonym"), before);
        assertFalse(before.contains("Berlin"), before);
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void shouldWriteTheSameBytesWhenAskedTwice(ExportFormat format) throws IOException {
        KeptRun run = MadeKeptRuns.random(7);
        assertEquals(text(format, run), text(format, run));
    }

    @ParameterizedTest
    @CsvSource({
        "FIT, CLIP, false",
        "FIT, SIMULATED, true",
        "FIT, REPLAYED, true",
        "TCX, CLIP, false",
        "TCX, SIMULATED, true",
        "TCX, REPLAYED, true",
        "CSV, SIMULATED, false",
        "JSON, SIMULATED, false"
    })
    void shouldAskForConsentWhenASiteWouldTakeItForARun(ExportFormat format, Origin origin, boolean expected) {
        KeptRun run = new MadeKeptRuns(0).origin(origin).run(10, 0).kept();
        assertEquals(expected, format.needsConsent(run.facts()));
        assertTrue(format.word().matches("[a-z]+"));
    }
}
