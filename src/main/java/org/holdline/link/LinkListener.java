package org.holdline.link;

import org.holdline.link.wire.ImuBatch;

/** What a link delivers; called by whoever feeds the link, within its lock: must not block. */
public interface LinkListener {
    /** A clip was greeted that was not known, or has started anew: clock, indices and scales begin afresh. */
    void session(ClipIdentity identity);

    /** What a clip that keeps calibration profiles holds; after {@link #session}, before its first samples. */
    default void profile(ClipProfile profile) {}

    /**
     * Samples, each of them once and in order.
     *
     * @param batch holds only until this returns
     * @param t0Us clip clock of the first sample without wrap-around
     * @param clock what the clip's clock is on the host's
     */
    void batch(ImuBatch batch, long t0Us, ClockMap clock);

    /**
     * A press of the button, told once.
     *
     * @param press one of {@link org.holdline.link.wire.Codes.Press}
     * @param muted whether the clip is muted after it
     */
    void press(int press, boolean muted);
}
