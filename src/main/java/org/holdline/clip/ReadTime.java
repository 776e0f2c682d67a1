package org.holdline.clip;

/**
 * When a sample was taken and when it reached this machine, both by this machine's monotonic clock, ns. A mutable slot of
 * the thread that polls the clip.
 */
public final class ReadTime {
    /** The read that brought the sample's last byte had just returned. */
    public long readNs;

    /** Instant of the measurement, as well as the source knows it. */
    public long takenNs;

    /** The same by the clip's own clock, us, of which the low 32 bits count. */
    public long takenClipUs;
}
