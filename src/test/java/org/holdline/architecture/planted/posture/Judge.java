package org.holdline.architecture.planted.posture;

/** Part of the detector. */
public final class Judge {
    public void judge() {}
}
