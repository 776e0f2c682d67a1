package org.holdline.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.holdline.clip.Clip;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.cue.CueOutput;
import org.holdline.gait.Figures;
import org.holdline.ring.Ring;
import org.holdline.sample.Sample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clip's own motor masks what is read from the force, while it runs and 200 ms after, and nothing that the gyro says. */
class ShakenTest {
    private static final long FROM_US = 150_000_000;
    private static final long TO_US = FROM_US + 300_000;
    private static final long MASK_US = 200_000;

    /** The mask must end somewhere within the rhythm of the steps: begun at several places of it. */
    @ParameterizedTest
    @ValueSource(longs = {0, 60_000, 120_000, 180_000, 240_000, 300_000})
    void shouldMaskLoadAndRiseOnlyWhileTheMotorShakesTheSensor(long laterUs) {
        long from = FROM_US + laterUs;
        long to = TO_US + laterUs;
        VirtualClip clip = new VirtualClip(VirtualOptions.defaults().withDurationS(170));
        CueOutput none = new CueOutput() {
            @Override
            public void pulse(long timeUs, int pulseMs) {}

            @Override
            public void off() {}
        };
        Ring<Event> ring = new Ring<>(64, Event::new);
        Road road = new Road(RoadParams.defaults(), clip.info(), none, new Inbox(), List.of(ring), List.of());
        Sample sample = new Sample();
        int masked = 0;
        int free = 0;
        int risesMasked = 0;
        while (clip.poll(sample) == Clip.Answer.SAMPLE) {
            sample.cueActive = sample.timeUs >= from && sample.timeUs <= to;
            road.accept(sample);
            for (Event event = ring.peek(); event != null; event = ring.peek()) {
                if (event.kind == Event.Kind.STEP && event.running && event.timeUs > from - 5_000_000) {
                    boolean shaken = event.toeOffUs > from && event.timeUs <= to + MASK_US;
                    boolean near =
                            Math.abs(event.toeOffUs - from) < 80_000 || Math.abs(event.timeUs - to - MASK_US) < 10_000;
                    if (!near) {
                        assertEquals(shaken, event.stanceMg < 0, "load of the step at " + event.timeUs);
                        assertEquals(shaken, event.peakMg < 0, "peak of the step at " + event.timeUs);
                        masked += shaken ? 1 : 0;
                        free += shaken ? 0 : 1;
                    }
                    assertTrue(event.tiltMdeg != Figures.NONE, "angles of the step at " + event.timeUs);
                    risesMasked += event.riseMm == Figures.NONE ? 1 : 0;
                }
                ring.release();
            }
        }
        assertTrue(masked >= 1 && free > 20, masked + " masked, " + free + " free");
        assertTrue(risesMasked > masked && risesMasked < 8, "strides that hold a shaken step: " + risesMasked);
    }
}
