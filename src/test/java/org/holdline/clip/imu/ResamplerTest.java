package org.holdline.clip.imu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.holdline.clip.imu.Resampler.Outcome;
import org.holdline.sample.Inertial;
import org.junit.jupiter.api.Test;

class ResamplerTest {
    private static final long WAIT_NS = 20_000_000;

    private final History upper = new History();
    private final Resampler resampler = new Resampler(upper, WAIT_NS);
    private final Inertial out = new Inertial();

    private void push(long timeNs, int value) {
        upper.next().axUms2 = value;
        upper.next().gzUrads = -value;
        upper.push(timeNs, 0);
    }

    @Test
    void shouldReadBetweenNeighboursWhenInstantsDiffer() {
        push(1_000_000, 100);
        assertEquals(Outcome.WAIT, resampler.at(2_000_000, 2_000_000, out));
        push(6_000_000, 200);
        assertEquals(Outcome.DONE, resampler.at(2_000_000, 6_000_000, out));
        assertEquals(120, out.axUms2);
        assertEquals(-120, out.gzUrads);
        assertEquals(Outcome.DONE, resampler.at(5_900_000, 6_000_000, out));
        assertEquals(198, out.axUms2);
        assertEquals(1, resampler.doubled());
    }

    @Test
    void shouldNotOverflowWhenValuesAreAtTheirLimits() {
        push(0, -Inertial.MAX_ACCEL_UMS2);
        push(5_000_000, Inertial.MAX_ACCEL_UMS2);
        assertEquals(Outcome.DONE, resampler.at(2_500_000, 5_000_000, out));
        assertEquals(0, out.axUms2);
    }

    @Test
    void shouldCountWhatIsUsedTwiceAndNeverWhenRatesDiffer() {
        // Lower at 201.8 Hz, upper at 198.2 Hz, ten minutes: 2160 more of the lower ones.
        long slowNs = 5_045_408;
        long fastNs = 4_955_401;
        long pushed = 0;
        long readings = 600_000_000_000L / fastNs;
        for (long k = 1; k <= readings; k++) {
            while ((pushed - 1) * slowNs <= k * fastNs) {
                push(pushed * slowNs, 1);
                pushed++;
            }
            assertEquals(Outcome.DONE, resampler.at(k * fastNs, k * fastNs, out));
        }
        assertEquals(readings - 600e9 / slowNs, (double) resampler.doubled(), 2);
        assertEquals(0, resampler.skipped());
        assertEquals(0, resampler.held());
    }

    @Test
    void shouldHoldTheLastValueWhenTheUpperOneIsLost() {
        push(0, 10);
        push(5_000_000, 20);
        assertEquals(Outcome.DONE, resampler.at(4_000_000, 5_000_000, out));
        out.axUms2 = 0;
        assertEquals(Outcome.WAIT, resampler.at(9_000_000, 9_000_000 + WAIT_NS, out));
        assertEquals(Outcome.DONE, resampler.at(9_000_000, 9_000_001 + WAIT_NS, out));
        assertEquals(18, out.axUms2);
        assertEquals(1, resampler.held());
    }

    @Test
    void shouldSayTooEarlyWhenTheUpperOneBeginsLater() {
        push(50_000_000, 10);
        assertEquals(Outcome.TOO_EARLY, resampler.at(40_000_000, 50_000_000, out));
        push(55_000_000, 20);
        assertEquals(Outcome.DONE, resampler.at(51_000_000, 55_000_000, out));
        assertTrue(out.axUms2 == 12);
    }
}
