package org.holdline.evaluate.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.holdline.cue.CueOutput;
import org.holdline.posture.MountWay;
import org.holdline.posture.Posture;
import org.holdline.road.Inbox;
import org.holdline.road.Road;
import org.holdline.road.RoadParams;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clips worn otherwise than asked, by runners who bend: the road must name the way and be able to judge. */
class WornTest {
    private static final int SEEDS = 5;

    @ParameterizedTest
    @CsvSource({
        "AS_ASKED, AS_ASKED, false",
        "UPSIDE_DOWN, UPSIDE_DOWN, false",
        "BACK_TO_FRONT, BACK_TO_FRONT, false",
        "SWAPPED, AS_ASKED, true"
    })
    void shouldBeSeenByTheBendsWhicheverWayTheClipsAreWorn(Worn worn, MountWay way, boolean swapped) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Posture posture = ranWith(seed, worn);
            String what = worn + ", seed " + seed;
            assertEquals(way, posture.lowerMount().way(), what);
            assertEquals(way, posture.upperMount().way(), what);
            assertEquals(swapped, posture.isSwapped(), what);
            assertTrue(posture.isMountedAsAsked(), what);
        }
    }

    private static Posture ranWith(long seed, Worn worn) {
        TreadmillRunner runner = new TreadmillRunner(seed, Placement.DUAL, worn);
        Road road = new Road(
                RoadParams.defaults(),
                runner.info(),
                new CueOutput() {
                    @Override
                    public void pulse(long timeUs, int pulseMs) {}

                    @Override
                    public void off() {}
                },
                new Inbox(),
                List.of(),
                List.of());
        Sample sample = new Sample();
        while (runner.steps().size() < 20 && runner.next(sample)) {
            road.accept(sample);
        }
        return road.posture();
    }
}
