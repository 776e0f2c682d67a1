package org.holdline.clip.serial;

import org.holdline.link.ClockMap;

/**
 * Instants of samples on the host's clock, never stepped back: the map may be corrected with every ping, and the
 * correction is spread over the samples that follow.
 */
final class StreamTime {
    /** Most that time may be stretched or squeezed while the map is young, and later, ppm. */
    private static final long YOUNG_PPM = 20_000;

    private static final long SETTLED_PPM = 1000;

    /** Further behind than this, the stream jumps ahead; it never jumps back. */
    private static final long JUMP_NS = 50_000_000;

    private boolean begun;
    private long offsetNs;
    private long lastClipUs;

    /** Another clock. */
    void reset() {
        begun = false;
    }

    /** Host's clock at an instant of the clip's, ns; call it with rising instants. */
    long hostNs(long clipUs, ClockMap clock) {
        long targetNs = clock.offsetNs(clipUs);
        if (!begun || targetNs - offsetNs > JUMP_NS) {
            begun = true;
            offsetNs = targetNs;
        } else {
            long ppm = clock.isSettled() ? SETTLED_PPM : YOUNG_PPM;
            long mostNs = Math.max(0, clipUs - lastClipUs) * ppm / 1000;
            offsetNs += Math.clamp(targetNs - offsetNs, -mostNs, mostNs);
        }
        lastClipUs = clipUs;
        return clipUs * 1000 + offsetNs;
    }
}
