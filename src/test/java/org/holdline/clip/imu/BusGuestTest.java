package org.holdline.clip.imu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.holdline.sample.Placement;
import org.junit.jupiter.api.Test;

/** Another device on the IMUs' bus gets its turn, and no sample is lost or late for it. */
class BusGuestTest {
    private static final Motion STILL = Motion.still(1);
    private static final long TRANSFER_NS = 100_000;

    private final Wired wired = Wired.icms(9_000, -9_000, STILL);

    /** Wants the bus each so many ns. */
    private final class Guest implements BusGuest {
        private final long everyNs;
        private long dueNs = wired.clock.nowNs;
        private long worstLateNs;
        private int steps;

        Guest(long everyNs) {
            this.everyNs = everyNs;
        }

        @Override
        public long dueNs() {
            return dueNs;
        }

        @Override
        public void step(long nowNs) {
            worstLateNs = Math.max(worstLateNs, nowNs - dueNs);
            steps++;
            wired.clock.nowNs += TRANSFER_NS;
            dueNs = wired.clock.nowNs + everyNs;
        }
    }

    @Test
    void shouldServeTheGuestSoonAndLoseNoSampleWhenItWantsTheBus() throws ImuFault {
        Guest guest = new Guest(700_000);
        I2cClip clip = I2cClip.open(
                new I2cWires(wired.bus, null, guest), I2cOptions.of(Placement.DUAL), () -> false, wired.clock);
        guest.worstLateNs = 0;
        guest.steps = 0;
        wired.run(clip, 10);
        assertEquals(0, clip.lowerStatus().missed());
        assertEquals(10 * 201.8, wired.samples.size(), 3);
        // Behind two reads of both IMUs at most, and a thread that wakes 0.15 ms late.
        assertTrue(guest.worstLateNs < 3_000_000, () -> "late by " + guest.worstLateNs + " ns");
        assertTrue(guest.steps > 5_000, () -> guest.steps + " turns");
    }

    @Test
    void shouldLeaveTheGuestOutWhenTheBusIsStuck() throws ImuFault {
        Guest guest = new Guest(1_000_000);
        I2cClip clip = I2cClip.open(
                new I2cWires(wired.bus, null, guest), I2cOptions.of(Placement.DUAL), () -> false, wired.clock);
        wired.bus.stuckUntilReopens = Integer.MAX_VALUE;
        wired.run(clip, 1);
        int before = guest.steps;
        wired.run(clip, 5);
        assertEquals(before, guest.steps);
        assertTrue(!clip.isDelivering());
        wired.bus.stuckUntilReopens = 0;
        wired.run(clip, 5);
        assertTrue(guest.steps > before + 1_000);
        assertTrue(clip.isDelivering());
    }
}
