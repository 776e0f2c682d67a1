package org.holdline.session.belt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.holdline.road.Watch;
import org.holdline.sample.Phase;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.holdline.session.BeltSpan;
import org.holdline.session.BeltSpan.Known;
import org.holdline.session.KeptRun;
import org.holdline.session.MadeKeptRuns;
import org.junit.jupiter.api.Test;

class SplitTest {
    private static List<Split> splits(KeptRun run) {
        return Split.of(run, Ground.of(run));
    }

    @Test
    void shouldPartTheRunAtKilometresWhenTheSpeedIsKnown() {
        // At 12 km/h a kilometre takes 300 s, 800 steps.
        List<Split> splits = splits(new MadeKeptRuns(5)
                .speed(12_000)
                .state(0, Watch.WATCHING, Phase.RUN)
                .run(800, 5000)
                .stand(100)
                .run(1001, 0)
                .kept());
        assertEquals(3, splits.size());
        assertEquals(1000, splits.get(0).metres());
        assertEquals(300, splits.get(0).paceSPerKm(), 1e-6);
        assertEquals(12, splits.get(1).speedKmh(), 1e-6);
        // The rest lies in the first, a metre before its end, and does not slow the pace.
        assertTrue(splits.getFirst().toUs() - splits.getFirst().fromUs() > 390_000_000);
        assertEquals((799 + 1000) * 1.25 - 2000, splits.get(2).metres(), 1e-6);
        assertEquals(800, splits.getFirst().part().overSteps());
        assertEquals(0, splits.get(1).part().overSteps());
        assertEquals(
                1801, splits.stream().mapToInt(split -> split.part().steps()).sum());
    }

    @Test
    void shouldMarkEachSplitByWhatItRestsOn() {
        List<Split> splits = splits(new MadeKeptRuns(0)
                .belt(
                        new BeltSpan(0, 12_000, 0, Known.MEASURED),
                        new BeltSpan(310_000_000, 12_000, 0, Known.ENTERED),
                        new BeltSpan(610_000_000, 12_000, 0, Known.PLANNED),
                        new BeltSpan(620_000_000, 12_000, 0, Known.MEASURED))
                .run(2401, 0)
                .kept());
        assertEquals(
                List.of(Known.MEASURED, Known.ENTERED, Known.PLANNED),
                splits.stream().map(Split::known).toList());
    }

    @Test
    void shouldTakeThePlansOwnSpeedWhenItSaysTimeAndDistance() {
        StreamInfo plan = new StreamInfo("made", false, 200, Placement.DUAL, 1800, 5000, 0, 0);
        BeltSpan span = Belt.planned(plan).getFirst();
        assertEquals(10_000, span.speedMPerH());
        assertEquals(Known.PLANNED, span.known());
        assertEquals(List.of(), Belt.planned(new StreamInfo("made", false, 200, Placement.DUAL, 1800, 0, 0, 0)));
        assertEquals(List.of(), Belt.planned(new StreamInfo("made", false, 200, Placement.DUAL, 60, 5000, 0, 0)));
    }

    @Test
    void shouldWriteSpansWhenSamplesSayThem() {
        BeltLog log = new BeltLog(Known.ENTERED);
        int unknown = Sample.UNKNOWN;
        log.add(1000, unknown, unknown);
        log.add(2000, unknown, 0);
        log.add(3000, 9000, 0);
        log.add(4000, 9000, 0);
        log.add(5000, 26_000, 0);
        assertEquals(
                List.of(
                        new BeltSpan(0, unknown, unknown, Known.ENTERED),
                        new BeltSpan(1000, unknown, 0, Known.ENTERED),
                        new BeltSpan(2000, 9000, 0, Known.ENTERED),
                        new BeltSpan(4000, unknown, 0, Known.ENTERED)),
                log.spans());
        BeltLog silent = new BeltLog(Known.ENTERED);
        silent.add(1000, unknown, 0);
        assertEquals(List.of(), silent.spans());
    }
}
