package org.holdline.clip.imu;

import java.util.ArrayList;
import java.util.List;
import org.holdline.clip.Clip;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;

/** A bench of register models for the tests of the clip. */
final class Wired {
    final FakeClock clock;
    final FakeBus bus;
    final List<Sample> samples = new ArrayList<>();

    Wired(long seed) {
        clock = new FakeClock(seed, 150_000);
        bus = new FakeBus(clock);
    }

    static Wired icms(double lowerPpm, double upperPpm, Motion motion) {
        Wired wired = new Wired(1);
        wired.bus.with(0x68, new FakeIcm(motion, lowerPpm)).with(0x69, new FakeIcm(motion, upperPpm));
        return wired;
    }

    I2cClip open(I2cOptions options) throws ImuFault {
        return I2cClip.open(I2cWires.of(bus), options, () -> false, clock);
    }

    I2cClip open(Pacing pacing) throws ImuFault {
        return open(I2cOptions.of(Placement.DUAL).withPacing(pacing));
    }

    /** Polls for this long and keeps copies of the samples. */
    void run(I2cClip clip, double seconds) {
        long endNs = clock.nowNs + Math.round(seconds * 1e9);
        Sample slot = new Sample();
        while (clock.nowNs < endNs) {
            if (clip.poll(slot) == Clip.Answer.SAMPLE) {
                Sample copy = new Sample();
                copy.copyFrom(slot);
                samples.add(copy);
            }
        }
    }

    long longestGapUs() {
        long longest = 0;
        for (int i = 1; i < samples.size(); i++) {
            longest = Math.max(longest, samples.get(i).timeUs - samples.get(i - 1).timeUs);
        }
        return longest;
    }
}
