package org.holdline.bench;

import java.util.ArrayList;
import java.util.List;
import org.holdline.clip.Clip;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;

/** Samples of the virtual runner, made beforehand and then played round and round with rising time. */
final class Recorded {
    final StreamInfo info;
    private final Sample[] samples;
    private final int loopFrom;
    private final long loopUs;
    private final Sample slot = new Sample();
    private int next;
    private long offsetUs;

    /** A session of ten minutes; after its end the last five, cued running, repeat. */
    Recorded(Placement placement) {
        VirtualClip clip = new VirtualClip(
                VirtualOptions.defaults().withPlacement(placement).withDurationS(600));
        info = clip.info();
        List<Sample> made = new ArrayList<>();
        while (clip.poll(slot) == Clip.Answer.SAMPLE) {
            Sample copy = new Sample();
            copy.copyFrom(slot);
            made.add(copy);
        }
        samples = made.toArray(Sample[]::new);
        loopFrom = samples.length / 2;
        loopUs = (samples.length - loopFrom) * (info.periodNs() / 1000);
    }

    Sample next() {
        if (next == samples.length) {
            next = loopFrom;
            offsetUs += loopUs;
        }
        slot.copyFrom(samples[next++]);
        slot.timeUs += offsetUs;
        return slot;
    }
}
