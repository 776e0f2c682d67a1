package org.holdline.evaluate.runner;

/** What the legs are asked to do. */
public enum Activity {
    STAND,
    /** Standing, and bending forward at the hip once every six seconds. */
    BEND,
    /** Standing: arch, tuck, middle, once every ten seconds. */
    DRILL,
    /** On the rails of the treadmill, hands on the bars, belt running on. */
    RAILS,
    WALK,
    RUN;

    boolean isGait() {
        return this == WALK || this == RUN;
    }
}
