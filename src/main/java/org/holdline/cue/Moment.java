package org.holdline.cue;

/** What the cue policy must know of the moment of a step. Mutable slot, owned by the road's thread. */
public final class Moment {
    /** Instant of the sample that decides, us. */
    public long timeUs;

    public boolean muted;

    /** The clip has no valid calibration profile, and nobody asked for cues all the same. */
    public boolean uncalibrated;

    /** One IMU at the sacrum: these steps read as this runner's lean did. */
    public boolean readsAsLean;
}
