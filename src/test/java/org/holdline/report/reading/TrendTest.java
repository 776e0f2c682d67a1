package org.holdline.report.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.holdline.posture.NeutralKind;
import org.holdline.report.reading.Trend.Why;
import org.holdline.sample.Placement;
import org.holdline.session.Ending;
import org.holdline.session.Origin;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final Instant START = Instant.parse("2026-05-04T08:30:00Z");

    private Origin origin = Origin.CLIP;
    private String runner = "heron-17";
    private Placement placement = Placement.DUAL;
    private NeutralKind neutral = NeutralKind.DRILL;
    private Ending ending = Ending.WHOLE;
    private Double speedKmh = 10.0;
    private Double inclinePct = 1.0;
    private long steps = 3000;

    private PastRun run(int daysAgo, double over) {
        return new PastRun(
                "run-" + daysAgo,
                START.minusSeconds(86_400L * daysAgo),
                ZoneOffset.UTC,
                origin,
                runner,
                placement,
                neutral,
                ending,
                speedKmh,
                inclinePct,
                3,
                steps,
                over,
                null);
    }

    private static Why why(PastRun now, PastRun earlier) {
        Trend trend = Trend.of(now, List.of(earlier));
        return trend.leftOut().isEmpty() ? null : trend.leftOut().getFirst().why();
    }

    @Test
    void shouldCompareWhenARunIsLikeThisOne() {
        PastRun now = run(0, 0.1);
        speedKmh = 11.0;
        inclinePct = null;
        assertNull(why(now, run(1, 0.2)));
    }

    @Test
    void shouldLeaveOutAndSayWhyWhenARunIsOtherwise() {
        PastRun now = run(0, 0.1);
        origin = Origin.SIMULATED;
        assertEquals(Why.NOT_A_BODY, why(now, run(1, 0.2)));
        origin = Origin.REPLAYED;
        assertEquals(Why.NOT_A_BODY, why(now, run(1, 0.2)));
        origin = Origin.CLIP;
        runner = null;
        assertEquals(Why.GUEST, why(now, run(1, 0.2)));
        runner = "owl-3";
        assertEquals(Why.OTHER_RUNNER, why(now, run(1, 0.2)));
        runner = "heron-17";
        ending = Ending.CUT;
        assertEquals(Why.BROKEN, why(now, run(1, 0.2)));
        ending = Ending.WHOLE;
        steps = 599;
        assertEquals(Why.TOO_SHORT, why(now, run(1, 0.2)));
        steps = 3000;
        placement = Placement.SACRAL;
        assertEquals(Why.OTHER_PLACEMENT, why(now, run(1, 0.2)));
        placement = Placement.DUAL;
        neutral = NeutralKind.AUTOMATIC;
        assertEquals(Why.OTHER_NEUTRAL, why(now, run(1, 0.2)));
        neutral = NeutralKind.DRILL;
        speedKmh = 11.1;
        assertEquals(Why.OTHER_SPEED, why(now, run(1, 0.2)));
        speedKmh = null;
        assertEquals(Why.SPEED_UNKNOWN, why(now, run(1, 0.2)));
        speedKmh = 10.0;
        inclinePct = 2.5;
        assertEquals(Why.OTHER_INCLINE, why(now, run(1, 0.2)));
    }

    @Test
    void shouldCompareWithNothingWhenTheRunItselfDoesNotCount() {
        PastRun earlier = run(1, 0.2);
        origin = Origin.SIMULATED;
        Trend trend = Trend.of(run(0, 0.1), List.of(earlier));
        assertEquals(Why.NOT_A_BODY, trend.whyNone());
        assertTrue(trend.alike().isEmpty());
        origin = Origin.CLIP;
        speedKmh = null;
        assertEquals(Why.SPEED_UNKNOWN, Trend.of(run(0, 0.1), List.of(earlier)).whyNone());
    }

    @Test
    void shouldStandBelowAmongOrAboveOnlyWithThreeOthers() {
        List<PastRun> earlier = new ArrayList<>(List.of(run(3, 0.2), run(1, 0.3)));
        assertEquals(Trend.Standing.TOO_FEW, Trend.of(run(0, 0.1), earlier).standing());
        earlier.add(run(2, 0.4));
        assertEquals(Trend.Standing.BELOW_ALL, Trend.of(run(0, 0.1), earlier).standing());
        assertEquals(Trend.Standing.AMONG, Trend.of(run(0, 0.25), earlier).standing());
        assertEquals(Trend.Standing.ABOVE_ALL, Trend.of(run(0, 0.5), earlier).standing());
        assertEquals(
                List.of("run-3", "run-2", "run-1"),
                Trend.of(run(0, 0.1), earlier).alike().stream().map(PastRun::id).toList(),
                "the oldest first");
        assertTrue(Trend.of(run(5, 0.1), earlier).alike().isEmpty(), "later runs are not looked at");
    }
}
