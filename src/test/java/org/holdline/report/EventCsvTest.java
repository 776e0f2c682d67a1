package org.holdline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.holdline.cue.Cause;
import org.holdline.gait.Side;
import org.holdline.posture.Reason;
import org.holdline.road.Event;
import org.holdline.road.Watch;
import org.holdline.sample.Act;
import org.holdline.sample.Phase;
import org.junit.jupiter.api.Test;

class EventCsvTest {
    @Test
    void shouldHaveTheDocumentedHeadersWhenAsked() {
        assertEquals("t_us,side,toe_off_us,contact_ms,cadence_spm", EventCsv.STEPS.header());
        assertEquals("t_us,metric,deviation_deg,threshold_deg,over,confidence,reason", EventCsv.VERDICTS.header());
        assertEquals("t_us,reason,deviation_deg,pulse_ms", EventCsv.CUES.header());
        assertEquals("t_us,reason,deviation_deg,pulse_ms,given", EventCsv.ALL_CUES.header());
        assertEquals("steps", EventCsv.STEPS.word());
        assertEquals("verdicts", EventCsv.VERDICTS.word());
        assertEquals("cues", EventCsv.CUES.word());
    }

    @Test
    void shouldWriteARunningStepWhenItHasAToeOff() {
        assertEquals(
                "12345678,L,12575678,230,167.4",
                EventCsv.STEPS.row(MadeEvents.runningStep(12_345_678, Side.LEFT, 230, 1674)));
    }

    @Test
    void shouldLeaveCellsEmptyWhenAStepIsWalked() {
        assertEquals("9000000,R,,,98.0", EventCsv.STEPS.row(MadeEvents.walkingStep(9_000_000, Side.RIGHT, 980)));
        assertEquals("9000000,?,,,0.0", EventCsv.STEPS.row(MadeEvents.walkingStep(9_000_000, Side.UNKNOWN, 0)));
    }

    @Test
    void shouldWriteTheFiguresOfAStrideWhenEverythingIsAskedFor() {
        assertEquals(
                "t_us,side,toe_off_us,contact_ms,cadence_spm,contact_error_ms,stance_g,peak_g,tilt_range_deg,"
                        + "obliquity_range_deg,rotation_range_deg,trunk_tilt_range_deg,trunk_obliquity_range_deg,"
                        + "trunk_rotation_range_deg,rotation_phase_deg,vertical_oscillation_mm",
                EventCsv.ALL_STEPS.header());
        assertEquals(
                "7000000,R,7241000,241,166.0,48,1.685,2.512,6.410,8.520,12.300,4.100,5.200,9.870,-158.400,78",
                EventCsv.ALL_STEPS.row(MadeEvents.fullStep(7_000_000)));
        assertEquals(
                "9000000,R,,,98.0,,,,,,,,,,,",
                EventCsv.ALL_STEPS.row(MadeEvents.walkingStep(9_000_000, Side.RIGHT, 980)));
    }

    @Test
    void shouldWriteAVerdictWhenOneWasGiven() {
        assertEquals(
                "70000000,lumbar_arch,3.001,3.000,1,95,over",
                EventCsv.VERDICTS.row(MadeEvents.verdict(70_000_000, 3001, Reason.OVER, 95)));
        assertEquals(
                "70000000,lumbar_arch,-0.250,3.000,0,0,low_quality",
                EventCsv.VERDICTS.row(MadeEvents.verdict(70_000_000, -250, Reason.LOW_QUALITY, 0)));
    }

    @Test
    void shouldWriteACueWhenOneWasGiven() {
        assertEquals("190810000,sustained,9.560,300", EventCsv.CUES.row(MadeEvents.cue(190_810_000, 9560, 300)));
    }

    @Test
    void shouldSayWhyWhenEveryDueCueIsAskedFor() {
        assertEquals("7,sustained,9.560,300,1", EventCsv.ALL_CUES.row(MadeEvents.cue(7, 9560, 300)));
        assertEquals("8,half_hour_cap,4.500,0,0", EventCsv.ALL_CUES.row(MadeEvents.suppressed(8, Cause.HALF_HOUR_CAP)));
    }

    @Test
    void shouldWriteNothingWhenTheEventIsOfAnotherTable() {
        Event step = MadeEvents.runningStep(1, Side.LEFT, 230, 1600);
        Event verdict = MadeEvents.verdict(1, 0, Reason.WITHIN, 95);
        Event cue = MadeEvents.cue(1, 4000, 200);
        Event[] others = {
            MadeEvents.suppressed(1, Cause.COOLDOWN),
            MadeEvents.state(1, Watch.WATCHING, Phase.RUN, false),
            MadeEvents.link(1),
            MadeEvents.act(1, Act.MUTE)
        };
        for (EventCsv table : EventCsv.values()) {
            for (Event other : others) {
                boolean wanted = table == EventCsv.ALL_CUES && other.kind == Event.Kind.SUPPRESSED;
                assertEquals(wanted, table.row(other) != null, table + " " + other.kind);
            }
            assertEquals(table == EventCsv.STEPS || table == EventCsv.ALL_STEPS, table.row(step) != null);
            assertEquals(table == EventCsv.VERDICTS, table.row(verdict) != null);
            assertEquals(table == EventCsv.CUES || table == EventCsv.ALL_CUES, table.row(cue) != null);
        }
    }
}
