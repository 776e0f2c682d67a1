package org.holdline.session.belt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.holdline.road.Watch;
import org.holdline.sample.Phase;
import org.holdline.sample.Sample;
import org.holdline.session.BeltSpan;
import org.holdline.session.BeltSpan.Known;
import org.holdline.session.KeptRun;
import org.holdline.session.MadeKeptRuns;
import org.holdline.session.belt.Ground.Bout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroundTest {
    /** 12 km/h: 10/3 m a second. */
    private static final int SPEED = 12_000;

    private static MadeKeptRuns made() {
        return new MadeKeptRuns(7_000_000);
    }

    @Test
    void shouldCoverSpeedTimesTimeWhenStepsFollowOneAnother() {
        Ground ground = Ground.of(made().speed(SPEED).run(801, 0).kept());
        // 800 intervals of 0.375 s.
        assertEquals(1000, ground.metres(), 1e-6);
        assertEquals(300_000_000, ground.steppingUs(0, Long.MAX_VALUE));
        assertEquals(Known.ENTERED, ground.known());
        assertEquals(150_000_000, ground.atMetres(500));
        assertEquals(-1, ground.atMetres(1001));
        assertEquals(List.of(new Bout(0, 301)), ground.bouts());
    }

    @Test
    void shouldNotCountTheBeltWhenNobodySteps() {
        Ground ground =
                Ground.of(made().speed(SPEED).run(9, 0).stand(60).run(9, 0).kept());
        assertEquals(2 * 8 * 0.375 * SPEED / 3600, ground.metres(), 1e-6);
        // The last step's own 0.375 s are no ground: 3 s of steps begin at 63.375 s.
        assertEquals(List.of(new Bout(0, 4), new Bout(63, 67)), ground.bouts());
    }

    @Test
    void shouldBridgeWhenTheClipWasAwayAndTheRunnerWasNot() {
        Ground ground =
                Ground.of(made().speed(SPEED).run(9, 0).away(30).run(9, 0).kept());
        // From the first step to the last: 2 x 8 steps, the 0.375 s after the ninth, and 30 s.
        assertEquals((2 * 8 * 0.375 + 0.375 + 30) * SPEED / 3600, ground.metres(), 1e-6);
        assertEquals(List.of(new Bout(0, 37)), ground.bouts());
    }

    @Test
    void shouldNotBridgeWhenTheClipWasAwayForLongerThanAMinute() {
        Ground ground =
                Ground.of(made().speed(SPEED).run(9, 0).away(70).run(9, 0).kept());
        assertEquals(2 * 8 * 0.375 * SPEED / 3600, ground.metres(), 1e-6);
    }

    @Test
    void shouldFollowTheBeltWhenItChangesBetweenSteps() {
        Ground ground = Ground.of(
                made().belt(new BeltSpan(0, 6000, 0, Known.MEASURED), new BeltSpan(1_000_000, 12_000, 0, Known.PLANNED))
                        .run(9, 0)
                        .kept());
        assertEquals(1 * 6.0 / 3.6 + 2 * 12.0 / 3.6, ground.metres(), 1e-9);
        assertEquals(Known.MEASURED, ground.known(0, 1_000_000));
        assertEquals(Known.PLANNED, ground.known());
        assertEquals(2, ground.stretches().size());
    }

    @Test
    void shouldKnowNoDistanceWhenTheSpeedWasUnknownForAStep() {
        Ground ground = Ground.of(made().belt(
                        new BeltSpan(0, Sample.UNKNOWN, Sample.UNKNOWN, Known.ENTERED),
                        new BeltSpan(1_000_000, 12_000, Sample.UNKNOWN, Known.ENTERED))
                .run(9, 0)
                .kept());
        assertFalse(ground.isKnown());
        assertTrue(Double.isNaN(ground.metres()));
        assertNull(ground.known());
        assertEquals(2 * 12.0 / 3.6, ground.metres(1_000_000, 3_000_000), 1e-9);
        assertEquals(-1, ground.atMetres(1));
    }

    @Test
    void shouldKnowNoDistanceWhenNobodyStepped() {
        Ground ground = Ground.of(made().speed(SPEED).stand(30).kept());
        assertTrue(ground.isEmpty());
        assertTrue(Double.isNaN(ground.metres()));
        assertEquals(List.of(), ground.bouts());
    }

    @ParameterizedTest
    @CsvSource({"9, 1", "11, 2"})
    void shouldPauseWhenTenSecondsPassWithoutAStep(long seconds, int bouts) {
        KeptRun run = made().speed(SPEED)
                .state(0, Watch.WATCHING, Phase.RUN)
                .run(20, 0)
                .stand(seconds)
                .run(20, 0)
                .kept();
        assertEquals(bouts, Ground.of(run).bouts().size());
    }
}
