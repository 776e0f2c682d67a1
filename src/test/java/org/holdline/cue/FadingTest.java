package org.holdline.cue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FadingTest {
    private static final long BEGIN_US = 300_000_000;

    private static Fading fading(int givenPct, int draw, boolean probes) {
        Fading fading = new Fading(new FadingParams(givenPct, draw, probes));
        fading.begin(BEGIN_US);
        return fading;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 25, 50, 75, 100})
    void shouldGiveItsShareOfTheDueCues(int givenPct) {
        for (int draw = 0; draw < 20; draw++) {
            Fading fading = fading(givenPct, draw, false);
            int given = 0;
            for (int i = 0; i < 1000; i++) {
                given += fading.draw() ? 1 : 0;
            }
            assertEquals(10 * givenPct, given, givenPct % 100 == 0 ? 0 : 60, "draw " + draw);
        }
    }

    @Test
    void shouldRunOneBlockInFourWithoutCuesAndNeverTheFirst() {
        boolean[] places = new boolean[4];
        for (int draw = 0; draw < 40; draw++) {
            Fading fading = fading(100, draw, true);
            assertFalse(fading.isProbe(BEGIN_US), "draw " + draw);
            for (int group = 0; group < 5; group++) {
                int probes = 0;
                for (int block = 0; block < 4; block++) {
                    long fromUs = BEGIN_US + (4 * group + block) * Fading.BLOCK_US;
                    boolean probe = fading.isProbe(fromUs);
                    assertEquals(probe, fading.isProbe(fromUs + Fading.BLOCK_US - 1), "a block is one or is not");
                    probes += probe ? 1 : 0;
                    places[block] |= probe;
                }
                assertEquals(1, probes, "draw " + draw + ", group " + group);
            }
        }
        for (boolean place : places) {
            assertTrue(place, "every place must come");
        }
    }

    @Test
    void shouldRunTheLastTwoPlannedMinutesWithoutCues() {
        for (int draw = 0; draw < 20; draw++) {
            Fading fading = fading(100, draw, true);
            long endUs = BEGIN_US + 1_000_000_000;
            fading.endsAt(endUs);
            assertTrue(fading.isProbe(endUs - 120_000_000), "draw " + draw);
            assertTrue(fading.isProbe(endUs + 60_000_000), "a run may take longer than planned");
        }
        Fading none = fading(100, 1, false);
        none.endsAt(BEGIN_US + 1_000_000_000);
        assertFalse(none.isProbe(BEGIN_US + 990_000_000), "without a profile every cue is given");
    }

    @Test
    void shouldNotProbeBeforeTheCuedRunHasBegun() {
        Fading fading = new Fading(new FadingParams(100, 0, true));
        fading.endsAt(100_000_000);
        assertFalse(fading.isProbe(90_000_000));
    }

    @Test
    void shouldCountBlocksFromTheFirstBeginningWhenTheRunGoesOn() {
        Fading one = fading(100, 3, true);
        Fading resumed = fading(100, 3, true);
        resumed.begin(BEGIN_US + 77_000_000);
        for (long us = BEGIN_US; us < BEGIN_US + 3_000_000_000L; us += 10_000_000) {
            assertEquals(one.isProbe(us), resumed.isProbe(us), "at " + us);
        }
    }
}
