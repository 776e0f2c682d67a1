package org.holdline.app;

import java.util.List;
import org.holdline.clip.Clip;
import org.holdline.cue.CueOutput;
import org.holdline.report.PartStatus;

/**
 * A source whose motor is left out of the cues (cue.channels); it is still switched off whenever the run says so.
 *
 * @param source with the motor
 */
record WithoutMotor(Source source) implements Source {
    @Override
    public Clip clip() {
        return source.clip();
    }

    @Override
    public CueOutput output() {
        CueOutput motor = source.output();
        return new CueOutput() {
            @Override
            public void pulse(long timeUs, int pulseMs) {}

            @Override
            public void off() {
                motor.off();
            }
        };
    }

    @Override
    public boolean isLive() {
        return source.isLive();
    }

    @Override
    public void stopOutputs() {
        source.stopOutputs();
    }

    @Override
    public void attach(LiveRun run) {
        source.attach(run);
    }

    @Override
    public List<PartStatus> parts() {
        return source.parts();
    }

    @Override
    public void close() {
        source.close();
    }
}
