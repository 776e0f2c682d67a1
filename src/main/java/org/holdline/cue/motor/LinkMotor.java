package org.holdline.cue.motor;

import org.holdline.cue.CueOutput;
import org.holdline.link.LinkThreads;
import org.holdline.link.wire.Protocol;

/**
 * Cues through the link. A pulse is felt from the motor's rise time on, so that the clip is asked to drive for both
 * together; the clip keeps its own limits. Whether a cue was played, refused or not delivered stands in the link's figures.
 *
 * <p><b>Thread-safe.</b> Nothing here waits.
 */
public final class LinkMotor implements CueOutput {
    /** No motor worth driving takes longer, ms. */
    public static final int MAX_RISE_MS = 500;

    private final LinkThreads link;
    private final int riseMs;

    /** @param riseMs how long the motor takes until it is felt, 0..500 ms */
    public LinkMotor(LinkThreads link, int riseMs) {
        if (riseMs < 0 || riseMs > MAX_RISE_MS) {
            throw new IllegalArgumentException("riseMs=" + riseMs + ", expected 0.." + MAX_RISE_MS);
        }
        this.link = link;
        this.riseMs = riseMs;
    }

    @Override
    public void pulse(long timeUs, int pulseMs) {
        link.cue(Math.min(riseMs + pulseMs, Protocol.MAX_CUE_MS));
    }

    @Override
    public void off() {
        link.cueOff();
    }
}
