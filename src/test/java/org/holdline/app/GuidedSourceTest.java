package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.holdline.clip.Clip;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.cue.CueOutput;
import org.holdline.report.PartStatus;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;

class GuidedSourceTest {
    private final MadeRuns.Felt motor = new MadeRuns.Felt(null);
    private final MadeRuns.Felt tone = new MadeRuns.Felt(null);
    private final Clip clip = new VirtualClip(VirtualOptions.defaults());
    private final GuidedSource guided = new GuidedSource(new Sounding());

    /** A source with a motor and a tone. */
    private final class Sounding implements Source {
        @Override
        public Clip clip() {
            return clip;
        }

        @Override
        public CueOutput output() {
            return new CueOutput() {
                @Override
                public void pulse(long timeUs, int pulseMs) {
                    motor.pulse(timeUs, pulseMs);
                    tone.pulse(timeUs, pulseMs);
                }

                @Override
                public void off() {
                    motor.off();
                    tone.off();
                }
            };
        }

        @Override
        public CueOutput motor() {
            return motor;
        }

        @Override
        public CueOutput speaker() {
            return tone;
        }

        @Override
        public boolean isLive() {
            return false;
        }

        @Override
        public List<PartStatus> parts() {
            return List.of();
        }

        @Override
        public void close() {}
    }

    private void poll(int samples) throws IOException {
        Sample sample = new Sample();
        for (int i = 0; i < samples; i++) {
            guided.clip().poll(sample);
        }
    }

    @Test
    void shouldPlayTheChecksPulsesOnTheMotorAloneSinceAToneWouldBeCountedToo() throws Exception {
        guided.pulses(3, 200);
        poll(1000);
        assertEquals(3, motor.pulses.size());
        assertEquals(List.of(), tone.pulses);
    }

    @Test
    void shouldSoundTheToneOnceWhenAskedTo() throws Exception {
        guided.tone();
        guided.hush();
        poll(1000);
        assertEquals(1, tone.pulses.size());
        assertEquals(List.of(), motor.pulses);
    }

    @Test
    void shouldGiveACueInBothWays() {
        guided.atLeast(300);
        guided.output().pulse(1_000_000, 200);
        guided.output().off();
        assertEquals(List.of("1000000,300"), motor.pulses);
        assertEquals(List.of("1000000,300"), tone.pulses);
        assertEquals(1, tone.offs);
    }
}
