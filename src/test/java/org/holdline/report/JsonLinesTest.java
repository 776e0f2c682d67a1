package org.holdline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdline.cue.Cause;
import org.holdline.gait.Side;
import org.holdline.posture.ClipState;
import org.holdline.posture.NeutralKind;
import org.holdline.posture.Reason;
import org.holdline.road.Event;
import org.holdline.road.Watch;
import org.holdline.sample.Act;
import org.holdline.sample.Phase;
import org.holdline.sample.Placement;
import org.holdline.sample.StreamInfo;
import org.junit.jupiter.api.Test;

/** One golden line for each kind of record: a change here is a change for everyone who reads them. */
class JsonLinesTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void shouldWriteTheStartWhenARunBegins() throws IOException {
        JsonLines json = new JsonLines(bytes, true);
        StreamInfo info = new StreamInfo("virtual runner, seed 7", true, 285.714, Placement.SACRAL, 600, 2000, 0, 0);
        json.start(info, "0.1.0", 7L, "8x");
        json.start(info, "0.1.0", null, "max");
        assertLines(
                json,
                "{'type':'start','simulated':true,'schema':'holdline-run/1','version':'0.1.0',"
                        + "'source':'virtual runner, seed 7','placement':'sacral','rate_hz':285.714,'planned_s':600,"
                        + "'planned_m':2000,'speed':'8x','seed':7}",
                "{'type':'start','simulated':true,'schema':'holdline-run/1','version':'0.1.0',"
                        + "'source':'virtual runner, seed 7','placement':'sacral','rate_hz':285.714,'planned_s':600,"
                        + "'planned_m':2000,'speed':'max'}");
    }

    @Test
    void shouldWriteAStateWhenTheWatchChanges() throws IOException {
        assertEvent(
                MadeEvents.state(38_000_000, Watch.LEARNING, Phase.BASELINE, false),
                "{'type':'state','simulated':true,'t_us':38000000,'state':'learning','why':'neutral',"
                        + "'phase':'baseline','muted':false}");
        assertEvent(
                MadeEvents.state(39_000_000, Watch.MUTED, Phase.RUN, true),
                "{'type':'state','simulated':true,'t_us':39000000,'state':'not_watching','why':'muted',"
                        + "'phase':'run','muted':true}");
        assertEvent(
                MadeEvents.state(40_000_000, Watch.WATCHING, Phase.RUN, false),
                "{'type':'state','simulated':true,'t_us':40000000,'state':'watching','why':'','phase':'run',"
                        + "'muted':false}");
    }

    @Test
    void shouldWriteAStepWhenOneIsTaken() throws IOException {
        assertEvent(
                MadeEvents.runningStep(12_345_678, Side.LEFT, 230, 1674),
                "{'type':'step','simulated':true,'t_us':12345678,'side':'L','gait':'run','toe_off_us':12575678,"
                        + "'contact_ms':230,'stance_g':1.685,'cadence_spm':167.4}");
        assertEvent(
                MadeEvents.walkingStep(9_000_000, Side.UNKNOWN, 0),
                "{'type':'step','simulated':true,'t_us':9000000,'side':'?','gait':'walk','cadence_spm':0.0}");
    }

    @Test
    void shouldWriteTheFiguresOfAStrideWhenTheyAreKnown() throws IOException {
        assertEvent(
                MadeEvents.fullStep(7_000_000),
                "{'type':'step','simulated':true,'t_us':7000000,'side':'R','gait':'run','toe_off_us':7241000,"
                        + "'contact_ms':241,'contact_error_ms':48,'stance_g':1.685,'peak_g':2.512,'tilt_range_deg':6.410,"
                        + "'obliquity_range_deg':8.520,'rotation_range_deg':12.300,'trunk_tilt_range_deg':4.100,"
                        + "'trunk_obliquity_range_deg':5.200,'trunk_rotation_range_deg':9.870,"
                        + "'rotation_phase_deg':-158.400,'vertical_oscillation_mm':78,'cadence_spm':166.0}");
    }

    @Test
    void shouldWriteAVerdictWhenAStepIsJudged() throws IOException {
        assertEvent(
                MadeEvents.verdict(70_000_000, 3001, Reason.OVER, 95),
                "{'type':'verdict','simulated':true,'t_us':70000000,'metric':'lumbar_arch','deviation_deg':3.001,"
                        + "'threshold_deg':3.000,'neutral':'none','reference_shift_deg':0.000,'trunk_deg':-2.100,'over':1,'confidence':95,'reason':'over'}");
        assertEvent(
                MadeEvents.verdict(70_500_000, -250, Reason.WITHIN, 95),
                "{'type':'verdict','simulated':true,'t_us':70500000,'metric':'lumbar_arch','deviation_deg':-0.250,"
                        + "'threshold_deg':3.000,'neutral':'none','reference_shift_deg':0.000,'trunk_deg':-2.100,'over':0,'confidence':95,'reason':'within'}");
    }

    @Test
    void shouldWriteWhatAStandOrStepsSayOfTheClip() throws IOException {
        assertEvent(
                MadeEvents.stand(900_000_000, 2250, true),
                "{'type':'reference','simulated':true,'t_us':900000000,'clip':'moved','by':'stand','stand_shift_deg':2.250,"
                        + "'moved':true,'leaning':false,'neutral':'drill','reference_shift_deg':2.250}");
        assertEvent(
                MadeEvents.clip(300_000_000, ClipState.JUMPED, 120),
                "{'type':'reference','simulated':true,'t_us':300000000,'clip':'jumped','by':'steps','neutral':'drill',"
                        + "'reference_shift_deg':0.120}");
    }

    @Test
    void shouldWriteACueWhenOneIsGivenOrHeldBack() throws IOException {
        assertEvent(
                MadeEvents.cue(190_810_000, 9560, 300),
                "{'type':'cue','simulated':true,'t_us':190810000,'reason':'sustained','deviation_deg':9.560,"
                        + "'threshold_deg':3.000,'neutral':'none','reference_shift_deg':0.000,'pulse_ms':300}");
        assertEvent(
                MadeEvents.suppressed(191_000_000, Cause.COOLDOWN),
                "{'type':'suppressed','simulated':true,'t_us':191000000,'cause':'cooldown','deviation_deg':4.500,"
                        + "'threshold_deg':3.000,'neutral':'none','reference_shift_deg':0.000}");
    }

    @Test
    void shouldWriteTheLinkWhenASecondHasPassed() throws IOException {
        assertEvent(
                MadeEvents.link(2_000_000),
                "{'type':'link','simulated':true,'t_us':2000000,'samples':400,'gaps':2,'missing_samples':7,"
                        + "'stuck_samples':30,'saturated_samples':4}");
    }

    @Test
    void shouldWriteActsWhenTheRunnerDoesSomething() throws IOException {
        assertEvent(
                MadeEvents.act(3_000_000, Act.FLIP, Act.MUTE),
                "{'type':'act','simulated':true,'t_us':3000000,'acts':['mute','flip']}");
    }

    @Test
    void shouldWriteLossAndLatencyWhenAsked() throws IOException {
        JsonLines json = new JsonLines(bytes, false);
        json.gap(12);
        json.latency(Map.of("p50", 800L), Map.of("p50", 90_000L), null);
        json.latency(
                Map.of("p50", 800L), Map.of("p50", 90_000L), new JsonLines.Age(Map.of("p50", 10_000_000L), 150_000));
        assertLines(
                json,
                "{'type':'gap','simulated':false,'lost_events':12}",
                "{'type':'latency','simulated':false,'decision_ns':{'p50':800},'timer_jitter_ns':{'p50':90000}}",
                "{'type':'latency','simulated':false,'decision_ns':{'p50':800},'sample_to_read_ns':{'p50':10000000},"
                        + "'clock_error_ns':150000,'timer_jitter_ns':{'p50':90000}}");
    }

    @Test
    void shouldWriteTheLinksOfThePageWhenItIsServed() throws IOException {
        JsonLines json = new JsonLines(bytes, false);
        json.page(List.of("http://192.0.2.7:8642/#token", "http://192.0.2.8:8642/#token"), true);
        assertLines(
                json,
                "{'type':'page','simulated':false,'phone':true,"
                        + "'links':['http://192.0.2.7:8642/#token','http://192.0.2.8:8642/#token']}");
    }

    @Test
    void shouldWriteTheSummaryWhenTheRunEnds() throws IOException {
        JsonLines json = new JsonLines(bytes, true);
        json.summary(MadeEvents.summary(Placement.DUAL, NeutralKind.DRILL, 1800, Pattern.NONE));
        assertLines(
                json,
                "{'type':'summary','simulated':true,'schema':'holdline-summary/1','source':'made',"
                        + "'placement':'dual','metric':'lumbar_arch','duration_s':754.500000,'samples':150900,"
                        + "'steps':1970,'running_steps':1900,'judged_steps':1800,'over_steps':450,"
                        + "'cadence_spm':166.400,'contact_ms':231.000,"
                        + "'gait':{'contact_error_ms':48.000,'stance_g':1.680,'peak_g':2.510,'tilt_range_deg':6.410,"
                        + "'obliquity_range_deg':8.520,'rotation_range_deg':12.300,'trunk_tilt_range_deg':4.100,"
                        + "'trunk_obliquity_range_deg':5.200,'trunk_rotation_range_deg':9.870,"
                        + "'rotation_phase_deg':-158.400,'vertical_oscillation_mm':78.000},'confidence':85,"
                        + "'neutral':{'kind':'drill','steps':160,'center_deg':-1.250,'threshold_deg':3.000,"
                        + "'baseline_offset_deg':1.500,'check':'alone','baseline_offset_noise_deg':0.000,"
                        + "'drill':{'outcome':'none','movements':0,'range_deg':0.000,'middle_deg':null,"
                        + "'neutral_position':null},'to_store':{'offset_from_stand_deg':-1.250,'speed_kmh':null,"
                        + "'incline_pct':null}},"
                        + "'mounting':{'as_asked':true,'stand':true,'bends':false,'lower':'as_asked',"
                        + "'upper':'as_asked','swapped':false},"
                        + "'clip':{'state':'seated','moved':false,'stands':1,'closing_stand':true,'closing_shift_deg':0.400,"
                        + "'largest_shift_deg':0.400,'jumps':0,'reference_shift_deg':0.250},"
                        + "'cues':3,'suppressed':3,'suppressed_by_cause':{'cooldown':2,'settling':1},"
                        + "'cue_response_deg':-1.234,'gaps':2,'missing_samples':7,'stuck_samples':30,"
                        + "'saturated_samples':4,'dropped_partial_lines':1,'lost_events':0,'fault':null,"
                        + "'dose':{'over_per_1000_steps':250.000,'over_per_km':null,'over_deg_s':12.001,"
                        + "'longest_streak_steps':17,'streaks':3,'first_drift_s':423.691,"
                        + "'over_share_after_half':0.123,'late_drift_deg':-0.400},"
                        + "'pattern':'none','patterns':[{'pattern':'none',"
                        + "'evidence':{'a_first':1.000,'over_share':0.250}}],"
                        + "'probe_blocks':[{'start_s':480.250,'steps':312,'over_share':0.250}],"
                        + "'words':'Your lumbar arch (estimate, +-4 deg) was within your band in 75 % of steps, with no pattern over the run.'}");
    }

    @Test
    void shouldSayHonestlyOfEveryRecordWhenNothingWasSimulated() throws IOException {
        for (boolean simulated : new boolean[] {true, false}) {
            bytes.reset();
            JsonLines json = new JsonLines(bytes, simulated);
            everything(json);
            for (Map<String, Object> record : JsonText.objects(text())) {
                assertEquals(simulated, record.get("simulated"), record::toString);
                assertEquals("type", record.keySet().iterator().next());
            }
        }
    }

    @Test
    void shouldEndEveryRecordWithALineFeedWhenManyAreWritten() throws IOException {
        JsonLines json = new JsonLines(bytes, true);
        everything(json);
        String text = text();
        assertTrue(text.endsWith("}\n"));
        assertFalse(text.contains("\r"));
        assertFalse(text.contains("\n\n"));
        assertFalse(text.startsWith("\n"));
        assertEquals(11, text.lines().count());
        assertTrue(text.lines().allMatch(line -> line.startsWith("{\"type\":\"") && line.endsWith("}")));
    }

    @Test
    void shouldEscapeWhatWouldBreakTheLineWhenTheSourceHoldsIt() throws IOException {
        JsonLines json = new JsonLines(bytes, true);
        json.start(new StreamInfo("a\n\"b\"\\ é", true, 200, Placement.DUAL, 0, 0, 0, 0), "0.1.0", null, "1x");
        json.flush();
        assertEquals(1, text().lines().count());
        assertEquals("a\n\"b\"\\ é", JsonText.objects(text()).getFirst().get("source"));
    }

    @Test
    void shouldKeepTheStreamOpenWhenItIsNotItsOwn() throws IOException {
        boolean[] closed = new boolean[1];
        OutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        JsonLines json = new JsonLines(out, true);
        json.event(MadeEvents.link(1));
        json.flush();
        assertFalse(closed[0]);
    }

    private void everything(JsonLines json) throws IOException {
        json.start(MadeEvents.info(0, 0), "0.1.0", 1L, "max");
        json.event(MadeEvents.state(1, Watch.WATCHING, Phase.RUN, false));
        json.event(MadeEvents.runningStep(2, Side.RIGHT, 200, 1700));
        json.event(MadeEvents.verdict(3, 1, Reason.WITHIN, 95));
        json.event(MadeEvents.cue(4, 4000, 200));
        json.event(MadeEvents.suppressed(5, Cause.CAP));
        json.event(MadeEvents.link(6));
        json.event(MadeEvents.act(7, Act.MARK));
        json.gap(3);
        json.latency(Map.of("p50", 1L), Map.of("p50", 1L), null);
        json.summary(MadeEvents.summary(Placement.SACRAL, NeutralKind.AUTOMATIC, 700, Pattern.LATE));
        json.flush();
    }

    private void assertEvent(Event event, String expected) throws IOException {
        bytes.reset();
        JsonLines json = new JsonLines(bytes, true);
        json.event(event);
        assertLines(json, expected);
    }

    private void assertLines(JsonLines json, String... expected) throws IOException {
        json.flush();
        List<String> lines = new ArrayList<>();
        for (String line : expected) {
            lines.add(line.replace('\'', '"'));
        }
        assertEquals(lines, text().lines().toList());
        assertEquals(expected.length, JsonText.objects(text()).size(), "every line is an object of its own");
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
