package org.holdline.link.wire;

/** Instants of the clip's clock, microseconds modulo 2^32. */
public final class ClipTime {
    private ClipTime() {}

    /** Signed difference {@code laterUs - earlierUs}, us; the two lie less than 2^31 us (35 min) apart. */
    public static int betweenUs(int earlierUs, int laterUs) {
        return laterUs - earlierUs;
    }

    /**
     * The instant nearest to an earlier one, without wrap-around.
     *
     * @param nearUs an instant that is known, us since any moment, less than 2^31 us away
     * @param us the clip's 32 bits
     */
    public static long unwrapUs(long nearUs, int us) {
        return nearUs + betweenUs((int) nearUs, us);
    }
}
