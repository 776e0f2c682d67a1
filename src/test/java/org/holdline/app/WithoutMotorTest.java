package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.junit.jupiter.api.Test;

class WithoutMotorTest {
    @Test
    void shouldGiveNoPulseAndStillSwitchOffWhenTheMotorIsLeftOut() {
        VirtualClip clip = new VirtualClip(VirtualOptions.defaults());
        MadeRuns.Felt motor = new MadeRuns.Felt(null);
        Source source = new WithoutMotor(new PlayedSource(clip, motor));
        source.output().pulse(1_000_000, 200);
        assertEquals(List.of(), motor.pulses);
        source.output().off();
        assertEquals(1, motor.offs);
        assertSame(clip, source.clip());
        assertFalse(source.isLive());
        assertEquals(List.of(), source.parts());
    }
}
