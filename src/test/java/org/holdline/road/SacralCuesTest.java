package org.holdline.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.holdline.clip.Clip;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.cue.Cause;
import org.holdline.cue.CueOutput;
import org.holdline.cue.CueParams;
import org.holdline.ring.Ring;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One IMU at the sacrum cannot tell an arch from a lean: without its sequence it judges and shows. */
class SacralCuesTest {
    private final Set<Cause> held = EnumSet.noneOf(Cause.class);
    private final Set<Watch> watches = EnumSet.noneOf(Watch.class);
    private int pulses;
    private int cues;
    private int over;
    private int leastThresholdMdeg = Integer.MAX_VALUE;

    private void run(boolean allowed) {
        VirtualClip clip = new VirtualClip(
                VirtualOptions.defaults().withPlacement(Placement.SACRAL).withDurationS(300));
        CueOutput felt = new CueOutput() {
            @Override
            public void pulse(long timeUs, int pulseMs) {
                pulses++;
            }

            @Override
            public void off() {}
        };
        RoadParams defaults = RoadParams.defaults();
        CueParams cue = CueParams.defaults().withSacral(allowed);
        RoadParams params =
                new RoadParams(defaults.inclination(), defaults.strides(), defaults.posture(), cue, defaults.fading());
        Ring<Event> ring = new Ring<>(256, Event::new);
        Road road = new Road(params, clip.info(), felt, new Inbox(), List.of(ring), List.of());
        Sample sample = new Sample();
        while (clip.poll(sample) == Clip.Answer.SAMPLE) {
            road.accept(sample);
            for (Event event = ring.peek(); event != null; event = ring.peek()) {
                switch (event.kind) {
                    case CUE -> cues++;
                    case SUPPRESSED -> held.add(event.cause);
                    case STATE -> watches.add(event.watch);
                    case VERDICT -> {
                        over += event.over ? 1 : 0;
                        leastThresholdMdeg = Math.min(leastThresholdMdeg, event.thresholdMdeg);
                    }
                    case STEP, LINK, ACT, BAND, REFERENCE, NEUTRAL, MOUNTING, BELT -> {}
                }
                ring.release();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldJudgeAndNeverCueWithoutTheSequenceWhateverIsAllowed(boolean allowed) {
        run(allowed);
        assertTrue(over > 50, "steps over " + over);
        assertEquals(3000, leastThresholdMdeg);
        assertEquals(0, pulses);
        assertEquals(0, cues);
        assertEquals(Set.of(Cause.NOT_SEPARABLE), held);
        assertTrue(watches.contains(Watch.NOT_SEPARABLE), watches::toString);
        assertTrue(!watches.contains(Watch.WATCHING), "watching means that a cue can come");
    }
}
