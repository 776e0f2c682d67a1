package org.holdline.session.belt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.holdline.app.VirtualRuns;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.posture.NeutralKind;
import org.holdline.report.Pattern;
import org.holdline.report.Retention;
import org.holdline.report.Summary;
import org.holdline.road.Event;
import org.holdline.road.Watch;
import org.holdline.sample.Phase;
import org.holdline.sample.Sample;
import org.holdline.session.BeltSpan;
import org.holdline.session.BeltSpan.Known;
import org.holdline.session.KeptRun;
import org.holdline.session.MadeKeptRuns;
import org.junit.jupiter.api.Test;

class CorrectedTest {
    private static KeptRun twelveMinutes(BeltSpan... belt) {
        MadeKeptRuns made = new MadeKeptRuns(0)
                .belt(belt)
                .state(0, Watch.LEARNING, Phase.NEUTRAL)
                .run(160, 0);
        made.state(made.timeUs(), Watch.WATCHING, Phase.RUN);
        for (int block = 0; block < 12; block++) {
            made.run(150, block % 4 == 3 ? 5000 : 0);
        }
        return made.kept();
    }

    @Test
    void shouldBeTheSameRunWhenTheBeltIsItsOwn() throws IOException {
        KeptRun run = VirtualRuns.kept(VirtualOptions.defaults().withSeed(3).withDurationS(420));
        KeptRun again = Corrected.of(run, run.belt());
        assertEquals(run.summary(), again.summary());
        assertEquals(run.belt(), again.belt());
        assertEquals(run.events().size(), again.events().size());
    }

    @Test
    void shouldReckonPerKilometreWhenASpeedIsEnteredAfterwards() {
        KeptRun run = twelveMinutes();
        assertNull(run.summary().dose().overPerKm());
        KeptRun corrected = Corrected.of(run, Belt.entered(12_000, 1500));
        // 450 steps over on 1800 judged ones: 1799 intervals of 0.375 s, and a second before the first.
        double km = (1799 * 0.375 + 1) * 12 / 3600;
        assertEquals(450 / km, corrected.summary().dose().overPerKm(), 1e-9);
        assertEquals(
                corrected.summary().dose().overPerKm(),
                new Walk(corrected).until(Long.MAX_VALUE).overPerKm());
        assertEquals(12.0, corrected.summary().neutral().basis().speedKmh());
        assertEquals(1.5, corrected.summary().neutral().basis().inclinePct());
    }

    @Test
    void shouldFindTheFastPartsWhenTheBeltIsCorrected() {
        KeptRun run = twelveMinutes();
        assertEquals(Pattern.UNKNOWN, run.summary().pattern());
        // The blocks that were over, and no others, were fast.
        BeltSpan[] spans = new BeltSpan[7];
        spans[0] = new BeltSpan(0, 9000, 0, Known.ENTERED);
        for (int i = 0; i < 3; i++) {
            long beginUs = (160 + 150L * (4 * i + 3)) * 375_000;
            spans[1 + 2 * i] = new BeltSpan(beginUs, 13_000, 0, Known.ENTERED);
            spans[2 + 2 * i] = new BeltSpan(beginUs + 150L * 375_000, 9000, 0, Known.ENTERED);
        }
        assertEquals(
                Pattern.INTENSITY, Corrected.of(run, List.of(spans)).summary().pattern());
    }

    @Test
    void shouldForgetPerKilometreWhenTheSpeedIsTakenBack() {
        KeptRun run = twelveMinutes(new BeltSpan(0, 12_000, 0, Known.ENTERED));
        assertNotNull(run.summary().dose().overPerKm());
        KeptRun corrected = Corrected.of(run, List.of());
        assertNull(corrected.summary().dose().overPerKm());
        assertEquals(List.of(), Split.of(corrected, Ground.of(corrected)));
    }

    @Test
    void shouldLeaveTheRestAsItWasWhenTheBeltIsCorrected() {
        KeptRun bare = twelveMinutes();
        Summary before = bare.summary().with(new Retention.Decision(Retention.Change.STAYS, 2, 50));
        KeptRun run = new KeptRun(bare.facts(), bare.events(), before, bare.belt(), bare.ending());
        Summary after = Corrected.of(run, Belt.entered(12_000, 0)).summary();
        assertEquals(before.durationS(), after.durationS());
        assertEquals(before.steps(), after.steps());
        assertEquals(before.overSteps(), after.overSteps());
        assertEquals(before.cues(), after.cues());
        assertEquals(before.cadenceSpm(), after.cadenceSpm());
        assertEquals(before.dose().overDegS(), after.dose().overDegS());
        assertEquals(before.gait(), after.gait());
        assertEquals(before.retention(), after.retention());
        // The run that was given is as it was.
        for (Event event : run.events()) {
            boolean says = event.kind == Event.Kind.STEP
                    || event.kind == Event.Kind.VERDICT
                    || event.kind == Event.Kind.NEUTRAL;
            assertEquals(says ? Sample.UNKNOWN : 0, event.speedMPerH);
        }
    }

    @Test
    void shouldCountHalfOfAPlannedDistanceWhenTheSpeedComesLater() {
        MadeKeptRuns made = new MadeKeptRuns(0).plannedM(1000).state(0, Watch.WATCHING, Phase.RUN);
        KeptRun run = made.run(400, 0).run(400, 5000).kept();
        // Without a speed the half is that of the time; at 24 km/h 500 m are behind after 75 s of 300 s.
        assertEquals(1.0, run.summary().dose().overShareAfterHalf(), 0.01);
        Summary corrected = Corrected.of(run, Belt.entered(24_000, 0)).summary();
        assertEquals(400.0 / 600, corrected.dose().overShareAfterHalf(), 0.01);
    }

    @Test
    void shouldKeepTheNeutralsBeltWhenAnotherRunHasBroughtIt() {
        KeptRun run = new MadeKeptRuns(0)
                .neutral(NeutralKind.STANDING)
                .state(0, Watch.WATCHING, Phase.RUN)
                .run(100, 0)
                .kept();
        assertNull(Corrected.of(run, Belt.entered(9000, 0))
                .summary()
                .neutral()
                .basis()
                .speedKmh());
    }

    @Test
    void shouldRefuseWhenSpansAreNotOnesOfABelt() {
        KeptRun run = twelveMinutes();
        List<List<BeltSpan>> bad = List.of(
                List.of(new BeltSpan(1, 9000, 0, Known.ENTERED)),
                List.of(new BeltSpan(0, 9000, 0, Known.ENTERED), new BeltSpan(0, 9000, 0, Known.ENTERED)),
                List.of(new BeltSpan(0, 25_001, 0, Known.ENTERED)),
                List.of(new BeltSpan(0, -1, 0, Known.ENTERED)),
                List.of(new BeltSpan(0, 9000, 20_001, Known.ENTERED)),
                List.of(new BeltSpan(0, 9000, -5001, Known.ENTERED)));
        for (List<BeltSpan> spans : bad) {
            assertThrows(IllegalArgumentException.class, () -> Corrected.of(run, spans), spans.toString());
        }
    }
}
