package org.holdline.clip.imu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.holdline.clip.Clip;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class I2cClipTest {
    private static final Motion STILL = Motion.still(1);

    @ParameterizedTest
    @EnumSource(Pacing.class)
    void shouldDeliverEverySampleOnceWhenTwoImusRunApart(Pacing pacing) throws ImuFault {
        Wired wired = Wired.icms(9_000, -9_000, STILL);
        I2cClip clip = wired.open(pacing);
        assertEquals(List.of(), clip.warnings());
        assertEquals(201.8, clip.info().rateHz(), 0.05);
        wired.run(clip, 60);
        assertEquals(60 * 201.8, wired.samples.size(), 5);
        long spanUs = wired.samples.getLast().timeUs - wired.samples.getFirst().timeUs;
        assertEquals((wired.samples.size() - 1) / 201.8e-6, (double) spanUs, 200);
        assertTrue(wired.longestGapUs() < 4_970, "gap of " + wired.longestGapUs() + " us");
        assertEquals(9_000, (double) clip.lowerStatus().rateErrorPpm(), 20);
        assertEquals(-9_000, (double) clip.upperStatus().rateErrorPpm(), 20);
        assertEquals(0, clip.lowerStatus().missed() + clip.upperStatus().missed());
        assertEquals(60 * 3.6, (double) clip.upperDoubled(), 8);
        assertEquals(0, clip.upperHeld());
        assertEquals(31_500, wired.samples.getLast().temperatureMilliC, 300);
        double share = wired.bus.busyNs / (wired.clock.nowNs - 5e9);
        System.out.printf(
                "wired clip, two ICM-42688-P, %s: rates %+d and %+d ppm, bus busy %.1f %% at 400 kHz%n",
                pacing, clip.lowerStatus().rateErrorPpm(), clip.upperStatus().rateErrorPpm(), 100 * share);
    }

    @ParameterizedTest
    @EnumSource(Pacing.class)
    void shouldHandOverSoonWhenTwoImusRunApart(Pacing pacing) throws ImuFault {
        Wired wired = Wired.icms(9_000, -9_000, STILL);
        I2cClip clip = wired.open(pacing);
        Sample slot = new Sample();
        List<Long> agesUs = new ArrayList<>();
        while (agesUs.size() < 10_000) {
            if (clip.poll(slot) == Clip.Answer.SAMPLE) {
                agesUs.add((wired.clock.nowNs - clip.originNs()) / 1000 - slot.timeUs);
            }
        }
        Collections.sort(agesUs);
        System.out.printf(
                "wired clip, %s: sample handed over after %.1f ms (median), %.1f ms (p99), %.1f ms (longest)%n",
                pacing, agesUs.get(5_000) * 1e-3, agesUs.get(9_900) * 1e-3, agesUs.getLast() * 1e-3);
        assertTrue(agesUs.getLast() < 13_000, agesUs.getLast() + " us");
    }

    @Test
    void shouldNeverSleepLongerThanAPeriodWhenPolled() throws ImuFault {
        Wired wired = Wired.icms(0, 0, STILL);
        I2cClip clip = wired.open(Pacing.FIFO);
        wired.run(clip, 5);
        assertTrue(wired.clock.longestParkNs <= 5_000_000, wired.clock.longestParkNs + " ns");
    }

    @Test
    void shouldReadTheOtherPartsWhenTheyAreWired() throws ImuFault {
        Wired wired = new Wired(3);
        wired.bus.with(0x6B, new FakeLsm(STILL, 9_000)).with(0x68, new FakeMpu(STILL, -9_000));
        I2cOptions options = new I2cOptions(
                Placement.DUAL,
                ImuSpec.of(ImuPart.MPU_6050, 0x68),
                ImuSpec.of(ImuPart.LSM6DSV16X, 0x6B),
                Pacing.DATA_READY,
                0,
                0);
        I2cClip clip = wired.open(options);
        wired.run(clip, 20);
        assertEquals(198.2, clip.info().rateHz(), 0.05);
        assertEquals(9_000, (double) clip.upperStatus().rateErrorPpm(), 30);
        Sample last = wired.samples.getLast();
        assertEquals(9_790_000, last.lower.azUms2, 5_000);
        assertEquals(9_790_000, last.upper.azUms2, 5_000);
        assertEquals(-10_000, last.upper.gyUrads, 1_300);
        assertEquals(31_500, last.temperatureMilliC, 10);
        // 242.16 upper samples a second for 198.2 instants.
        assertEquals(20 * 43.96, (double) clip.upperSkipped(), 10);
    }

    @Test
    void shouldStopTheSensorsBeforeTheResetWhenAnLsmWasLeftMeasuring() throws ImuFault {
        Wired wired = new Wired(5);
        FakeLsm left = new FakeLsm(STILL, 0);
        left.write(0x10, 0x07, wired.clock.nowNs);
        left.write(0x11, 0x07, wired.clock.nowNs);
        wired.bus.with(0x68, new FakeIcm(STILL, 0)).with(0x6B, left);
        I2cOptions options = new I2cOptions(
                Placement.DUAL,
                ImuSpec.of(ImuPart.ICM_42688_P, 0x68),
                ImuSpec.of(ImuPart.LSM6DSV16X, 0x6B),
                Pacing.DATA_READY,
                0,
                0);
        wired.open(options);
        assertEquals(2, left.resets, "one by the model itself, one by the start");
        assertEquals(0, left.resetsWhileMeasuring);
    }

    /** As on a machine that is far too busy: one wait in twenty ends up to 40 ms late. */
    @Test
    void shouldFindTheRatesWhenTheHostStallsAgainAndAgain() throws ImuFault {
        Wired wired = Wired.icms(9_000, -9_000, STILL);
        wired.clock.stallEvery = 20;
        wired.clock.stallNs = 40_000_000;
        I2cClip clip = wired.open(Pacing.FIFO);
        wired.run(clip, 60);
        assertEquals(9_000, (double) clip.lowerStatus().rateErrorPpm(), 1_500);
        assertEquals(-9_000, (double) clip.upperStatus().rateErrorPpm(), 1_500);
        assertEquals(0, clip.lowerStatus().restarts() + clip.upperStatus().restarts());
        assertEquals(0, clip.lowerStatus().missed() + clip.upperStatus().missed());
    }

    @Test
    void shouldCallASensorStuckWhenTenSamplesAreTheSame() throws ImuFault {
        boolean[] frozen = new boolean[1];
        Motion motion = (timeNs, out) -> STILL.at(frozen[0] ? 0 : timeNs, out);
        Wired wired = Wired.icms(9_000, -9_000, motion);
        I2cClip clip = wired.open(Pacing.FIFO);
        wired.run(clip, 5);
        assertEquals(ImuState.STREAMING, clip.lowerStatus().state());
        frozen[0] = true;
        wired.run(clip, 0.2);
        assertEquals(ImuState.STUCK, clip.lowerStatus().state());
        assertTrue(clip.isDelivering(), "its samples still come, and the road sees that they are the same");
        wired.run(clip, 10);
        assertEquals(ImuState.STUCK, clip.lowerStatus().state());
        assertEquals(5, (double) clip.lowerStatus().restarts(), 1, "reset every two seconds");
        frozen[0] = false;
        wired.run(clip, 1);
        assertEquals(ImuState.STREAMING, clip.lowerStatus().state());
        assertTrue(clip.lowerStatus().repeated() > 1_500);
    }

    @Test
    void shouldStaySilentAllTheWhileWhenNoSamplesCome() throws ImuFault {
        Wired wired = Wired.icms(9_000, -9_000, STILL);
        I2cClip clip = wired.open(Pacing.FIFO);
        wired.run(clip, 5);
        FakePart lower = wired.bus.at(0x68);
        Sample slot = new Sample();
        List<ImuState> states = new ArrayList<>();
        long endNs = wired.clock.nowNs + 5_000_000_000L;
        while (wired.clock.nowNs < endNs) {
            lower.startedNs = Double.NaN;
            clip.poll(slot);
            if (states.isEmpty() || states.getLast() != clip.lowerStatus().state()) {
                states.add(clip.lowerStatus().state());
            }
        }
        assertEquals(List.of(ImuState.STREAMING, ImuState.SILENT), states);
        lower.start(wired.clock.nowNs);
        wired.run(clip, 2);
        assertEquals(ImuState.STREAMING, clip.lowerStatus().state());
    }

    /** 2 s are 400 samples, of which the queue keeps 127; how many went before those, its length does not tell. */
    @Test
    void shouldDropWhatAFullQueueHoldsWhenTheHostWasAway() throws ImuFault {
        Wired wired = new Wired(6);
        wired.bus.with(0x68, new FakeIcm(STILL, 0));
        I2cClip clip = wired.open(I2cOptions.of(Placement.SACRAL).withPacing(Pacing.FIFO));
        wired.run(clip, 5);
        wired.clock.stall(2_000_000_000);
        wired.run(clip, 2);
        assertEquals(2_010_000, (double) wired.longestGapUs(), 15_000);
    }

    @ParameterizedTest
    @EnumSource(Pacing.class)
    void shouldCountNoLossWhenTheRunBeginsLongAfterTheOpening(Pacing pacing) throws ImuFault {
        Wired wired = Wired.icms(9_000, -9_000, STILL);
        I2cClip clip = wired.open(pacing);
        wired.clock.stall(6_000_000_000L);
        wired.run(clip, 5);
        assertEquals(0, clip.lowerStatus().missed() + clip.upperStatus().missed());
        assertEquals(0, clip.lowerStatus().restarts() + clip.upperStatus().restarts());
        assertEquals(5 * 201.8, wired.samples.size(), 8);
        assertTrue(wired.longestGapUs() < 4_970, "gap of " + wired.longestGapUs() + " us");
        assertEquals(9_000, (double) clip.lowerStatus().rateErrorPpm(), 200);
    }

    @Test
    void shouldNotTakeTheHostsAbsenceForTheImusSilence() throws ImuFault {
        Wired wired = Wired.icms(9_000, -9_000, STILL);
        I2cClip clip = wired.open(Pacing.FIFO);
        wired.run(clip, 5);
        wired.clock.stall(2_000_000_000);
        wired.run(clip, 5);
        assertEquals(0, clip.lowerStatus().restarts() + clip.upperStatus().restarts());
        assertTrue(clip.lowerStatus().missed() > 250, "what the queue could not hold");
        assertEquals(9_000, (double) clip.lowerStatus().rateErrorPpm(), 200);
    }

    @Test
    void shouldCountBehindTheLineWhenItLosesEdgesUncounted() throws ImuFault {
        Wired wired = Wired.icms(9_000, -9_000, STILL);
        FakeEdges edges = new FakeEdges(wired.clock, wired.bus.at(0x68));
        edges.loseEvery = 5;
        I2cClip clip = I2cClip.open(
                new I2cWires(wired.bus, edges, BusGuest.NONE),
                I2cOptions.of(Placement.DUAL).withPacing(Pacing.DATA_READY),
                () -> true,
                wired.clock);
        long before = clip.lowerStatus().missed();
        wired.run(clip, 20);
        assertEquals(9_000, (double) clip.lowerStatus().rateErrorPpm(), 20);
        assertEquals(20 * 201.8 / 5, (double) (clip.lowerStatus().missed() - before), 5);
    }

    @Test
    void shouldFollowTheLineWhenItStampsEdges() throws ImuFault {
        Wired wired = Wired.icms(9_000, -9_000, STILL);
        I2cClip clip = I2cClip.open(
                new I2cWires(wired.bus, new FakeEdges(wired.clock, wired.bus.at(0x68)), BusGuest.NONE),
                I2cOptions.of(Placement.DUAL).withPacing(Pacing.DATA_READY),
                () -> true,
                wired.clock);
        wired.run(clip, 20);
        assertEquals(20 * 201.8, wired.samples.size(), 3);
        assertEquals(0, clip.lowerStatus().missed());
        assertEquals(9_000, (double) clip.lowerStatus().rateErrorPpm(), 2);
        assertTrue(wired.samples.getLast().cueActive);
    }

    @ParameterizedTest
    @EnumSource(Pacing.class)
    void shouldGoOnWhenOneTransferInFiftyIsRefused(Pacing pacing) throws ImuFault {
        Wired wired = Wired.icms(9_000, -9_000, STILL);
        I2cClip clip = wired.open(pacing);
        wired.bus.refusedPerMillion[0x68] = 20_000;
        wired.bus.refusedPerMillion[0x69] = 20_000;
        wired.run(clip, 60);
        assertTrue(clip.lowerStatus().noAcks() > 200, clip.lowerStatus().noAcks() + " refused");
        assertTrue(wired.samples.size() > 60 * 201.8 * 0.9, wired.samples.size() + " samples");
        long spanUs = wired.samples.getLast().timeUs - wired.samples.getFirst().timeUs;
        assertEquals(60_000_000, (double) spanUs, 40_000);
        assertEquals(9_000, (double) clip.lowerStatus().rateErrorPpm(), 200);
    }

    @ParameterizedTest
    @EnumSource(Pacing.class)
    void shouldLoseNothingOrSayWhatWhenTheHostStalls(Pacing pacing) throws ImuFault {
        Wired wired = Wired.icms(9_000, -9_000, STILL);
        I2cClip clip = wired.open(pacing);
        for (int i = 0; i < 20; i++) {
            wired.run(clip, 1.037);
            wired.clock.stall(83_000_000);
        }
        wired.run(clip, 1);
        double made = (wired.samples.getLast().timeUs - wired.samples.getFirst().timeUs) * 201.8e-6;
        if (pacing == Pacing.FIFO) {
            assertEquals(made, wired.samples.size() - 1, 0.2);
            assertEquals(0, clip.lowerStatus().missed());
        } else {
            assertEquals(made, wired.samples.size() - 1.0 + clip.lowerStatus().missed(), 1.2);
            assertEquals(20 * 16, (double) clip.lowerStatus().missed(), 20);
        }
        assertEquals(9_000, (double) clip.lowerStatus().rateErrorPpm(), 60);
    }

    @Test
    void shouldHoldTheUpperOneAndTakeItBackWhenItIsUnplugged() throws ImuFault {
        Wired wired = Wired.icms(9_000, -9_000, STILL);
        I2cClip clip = wired.open(Pacing.FIFO);
        wired.run(clip, 2);
        FakePart part = wired.bus.at(0x69);
        wired.bus.unplug(0x69);
        wired.run(clip, 0.1);
        assertEquals(ImuState.NO_ANSWER, clip.upperStatus().state());
        assertEquals(ImuState.STREAMING, clip.lowerStatus().state());
        wired.run(clip, 2);
        Sample last = wired.samples.getLast();
        assertTrue(last.upper.sameAs(wired.samples.get(wired.samples.size() - 100).upper));
        part.reset();
        wired.bus.with(0x69, part);
        wired.run(clip, 2);
        assertEquals(ImuState.STREAMING, clip.upperStatus().state());
        assertEquals(201.8 * 2.1, (double) clip.upperHeld(), 60);
        assertTrue(wired.longestGapUs() < 5_000, "the lower one was not disturbed");
        last = wired.samples.getLast();
        assertTrue(!last.upper.sameAs(wired.samples.get(wired.samples.size() - 10).upper));
    }

    @Test
    void shouldSetUpAnewWhenAnImuHasForgottenItsRegisters() throws ImuFault {
        Wired wired = Wired.icms(9_000, -9_000, STILL);
        I2cClip clip = wired.open(Pacing.FIFO);
        wired.run(clip, 2);
        wired.bus.at(0x68).reset();
        wired.run(clip, 1);
        assertEquals(ImuState.STREAMING, clip.lowerStatus().state());
        assertEquals(1, clip.lowerStatus().restarts());
        assertTrue(wired.longestGapUs() < 400_000, wired.longestGapUs() + " us");
        assertEquals(201.8, clip.info().rateHz(), 0.1);
    }

    @Test
    void shouldReopenEverMoreSlowlyWhenTheBusIsStuck() throws ImuFault {
        Wired wired = Wired.icms(0, 0, STILL);
        I2cClip clip = wired.open(Pacing.FIFO);
        wired.run(clip, 1);
        wired.bus.stuckUntilReopens = 5;
        wired.run(clip, 0.25);
        assertEquals(ImuState.BUS_STUCK, clip.lowerStatus().state());
        assertEquals(ImuState.BUS_STUCK, clip.upperStatus().state());
        wired.run(clip, 2);
        assertEquals(5, wired.bus.reopens);
        assertEquals(5, clip.busReopens());
        assertEquals(ImuState.STREAMING, clip.lowerStatus().state());
        assertEquals(ImuState.STREAMING, clip.upperStatus().state());
        assertTrue(wired.longestGapUs() > 300_000 && wired.longestGapUs() < 800_000, wired.longestGapUs() + " us");
        wired.bus.gone = true;
        wired.run(clip, 0.1);
        assertEquals(ImuState.BUS_GONE, clip.lowerStatus().state());
    }

    @Test
    void shouldAllocateNothingWhenItStreams() throws ImuFault {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (Pacing pacing : Pacing.values()) {
            Wired wired = Wired.icms(9_000, -9_000, STILL);
            I2cClip clip = wired.open(pacing);
            Sample slot = new Sample();
            long least = Long.MAX_VALUE;
            for (int window = 0; window < 40; window++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 4_000; i++) {
                    clip.poll(slot);
                }
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertEquals(0, least, "bytes allocated by 4000 polls, " + pacing);
        }
    }

    @Test
    void shouldReadOneImuWhenThereIsOne() throws ImuFault {
        Wired wired = new Wired(4);
        wired.bus.with(0x68, new FakeIcm(STILL, 3_000));
        I2cClip clip = wired.open(I2cOptions.of(Placement.SACRAL));
        wired.run(clip, 10);
        assertNull(clip.upperStatus());
        assertEquals(2006, wired.samples.size(), 3);
        assertEquals(0, wired.samples.getLast().upper.azUms2);
        assertEquals(0, wired.samples.getFirst().timeUs);
        assertEquals(156_906_400, clip.info().accelRangeUms2());
        assertEquals(34_906_585, clip.info().gyroRangeUrads());
        assertEquals("i2c ICM-42688-P 0x68", clip.info().source());
        assertEquals(0, ((FakeIcm) wired.bus.at(0x68)).writesWhileStarting);
    }
}
