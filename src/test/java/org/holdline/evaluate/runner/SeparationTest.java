package org.holdline.evaluate.runner;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.holdline.cue.CueOutput;
import org.holdline.report.JsonLines;
import org.holdline.ring.Ring;
import org.holdline.road.Event;
import org.holdline.road.Inbox;
import org.holdline.road.Road;
import org.holdline.road.RoadParams;
import org.holdline.sample.Phase;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;

/**
 * The sequence of hollow back and lean with one IMU at the sacrum. These runners put their feet down alike in both, so nothing but
 * the tilt differs, and that reads alike: cues must stay off. One who lands otherwise in a hollow back is told apart.
 */
class SeparationTest {
    private static final int SEEDS = 10;

    private record Ended(Road road, int judged, int cues, int readAsLean, String json) {}

    private static Ended run(long seed, double hollowKmh) throws IOException {
        return run(seed, hollowKmh, RoadParams.defaults());
    }

    private static Ended run(long seed, double hollowKmh, RoadParams params) throws IOException {
        List<Block> blocks = new ArrayList<>(List.of(
                Block.of(Activity.STAND, 8, 0).marked(Phase.STAND),
                Block.of(Activity.BEND, 12, 0).marked(Phase.BEND),
                Block.of(Activity.WALK, 20, 5).marked(Phase.WALK),
                Block.of(Activity.RUN, 40, 10).marked(Phase.NEUTRAL)));
        for (int turn = 0; turn < 2; turn++) {
            blocks.add(
                    Block.of(Activity.RUN, 35, hollowKmh).marked(Phase.HOLLOW).arched(10));
            blocks.add(Block.of(Activity.RUN, 35, 10).marked(Phase.LEAN).leaning(8));
        }
        blocks.add(Block.of(Activity.RUN, 30, 10).marked(Phase.RUN));
        blocks.add(Block.of(Activity.RUN, 75, hollowKmh).arched(14));
        blocks.add(Block.of(Activity.RUN, 75, 10).leaning(14));
        TreadmillRunner runner = new TreadmillRunner(seed, Placement.SACRAL, new Script(blocks, 10));
        Ring<Event> ring = new Ring<>(64, Event::new);
        Road road = new Road(params, runner.info(), new Silent(), new Inbox(), List.of(ring), List.of());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonLines json = new JsonLines(bytes, true);
        int judged = 0;
        int cues = 0;
        int readAsLean = 0;
        Sample sample = new Sample();
        while (runner.next(sample)) {
            sample.speedMPerH = Sample.UNKNOWN;
            road.accept(sample);
            for (Event event = ring.peek(); event != null; event = ring.peek()) {
                json.event(event);
                judged += event.kind == Event.Kind.VERDICT && event.reason.isJudged() ? 1 : 0;
                cues += event.kind == Event.Kind.CUE ? 1 : 0;
                readAsLean += event.kind == Event.Kind.SUPPRESSED
                                && event.cause.word().equals("reads_as_lean")
                        ? 1
                        : 0;
                ring.release();
            }
        }
        json.flush();
        return new Ended(road, judged, cues, readAsLean, bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void shouldStaySilentWhenBothAreRunAlike() throws IOException {
        for (long seed = 0; seed < SEEDS; seed++) {
            Ended ended = run(seed, 10);
            assertEquals(0, ended.cues, "seed " + seed);
            assertTrue(ended.judged > 100, "seed " + seed);
        }
    }

    @Test
    void shouldCueBeyondFiveDegreesWhenTheTwoAreRunOtherwise() throws IOException {
        int cued = 0;
        int held = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Ended ended = run(seed, 14);
            cued += ended.cues;
            held += ended.readAsLean;
            if (ended.cues > 0) {
                assertTrue(ended.road.posture().bandMdeg() >= 5000, "seed " + seed);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "simulated, %d runners told apart by speed: %d cues, %d held as leans%n",
                SEEDS,
                cued,
                held);
        assertTrue(cued >= SEEDS / 2, "cues " + cued);
        assertTrue(held >= SEEDS / 2, "held " + held);
    }

    @Test
    void shouldStaySilentWhenTheSettingForbidsIt() throws IOException {
        RoadParams all = RoadParams.defaults();
        Ended ended = run(
                1,
                14,
                new RoadParams(
                        all.inclination(),
                        all.strides(),
                        all.posture(),
                        all.cue().withSacral(false),
                        all.fading()));
        assertEquals(0, ended.cues);
        assertTrue(ended.road.separability().isEnough(), "told apart all the same");
    }

    @Test
    void shouldNeverSpeakOfAnArchWhenOneImuSaysIt() throws IOException {
        Ended silent = run(1, 10);
        Ended cued = run(1, 14);
        assertAll(
                () -> assertFalse(silent.json.toLowerCase(Locale.ROOT).contains("arch"), "silent"),
                () -> assertFalse(cued.json.toLowerCase(Locale.ROOT).contains("arch"), "cued"),
                () -> assertTrue(silent.json.contains("\"phase\":\"hollow\"")));
    }

    private static final class Silent implements CueOutput {
        @Override
        public void pulse(long timeUs, int pulseMs) {}

        @Override
        public void off() {}
    }
}
