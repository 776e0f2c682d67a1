package org.holdline.guide;

import org.holdline.sample.Phase;

/** What a guided start asks of whoever runs it. */
public sealed interface Order {
    /** A step begins, perhaps anew: what is counted in it counts from here. */
    record Begin(Step step) implements Order {}

    /** What is to be said now: the key of a line. */
    record Say(String line) implements Order {}

    /** A phase of the run begins. */
    record Mark(Phase phase) implements Order {}

    /** Plays pulses for the check, a length each. */
    record Pulses(int count, int pulseMs) implements Order {}

    /** Plays none any more. */
    record Hush() implements Order {}

    /** The longest pulse was not felt: the tone that stands in for it is heard once, where there is one. */
    record Tone() implements Order {}

    /** No cue of this run is shorter: the runner did not feel less. */
    record AtLeast(int pulseMs) implements Order {}

    /** The belt runs at the usual speed, as far as anybody knows; metres per hour. */
    record Speed(int mPerH) implements Order {}

    record Keep(Memory memory) implements Order {}
}
