package org.holdline.gait;

/** What the legs are doing. */
public enum GaitKind {
    STAND,
    WALK,
    /** Steps with a flight phase between them. */
    RUN
}
