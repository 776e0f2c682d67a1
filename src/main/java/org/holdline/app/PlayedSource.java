package org.holdline.app;

import java.io.IOException;
import java.util.List;
import org.holdline.clip.Clip;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.cue.CueOutput;
import org.holdline.report.PartStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The built-in runner or a recording: can wait for whoever reads.
 *
 * @param output what the runner feels
 */
record PlayedSource(Clip clip, CueOutput output) implements Source {
    private static final Logger LOG = LoggerFactory.getLogger(PlayedSource.class);

    /** The virtual runner feels the cue; a recording feels nothing. */
    static PlayedSource of(Clip clip) {
        return new PlayedSource(clip, new CueOutput() {
            @Override
            public void pulse(long timeUs, int pulseMs) {
                if (clip instanceof VirtualClip runner) {
                    runner.feelCue(timeUs, pulseMs);
                }
            }

            @Override
            public void off() {
                if (clip instanceof VirtualClip runner) {
                    runner.motorOff();
                }
            }
        });
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
    public void close() {
        try {
            clip.close();
        } catch (IOException e) {
            LOG.warn("the source did not close", e);
        }
    }
}
