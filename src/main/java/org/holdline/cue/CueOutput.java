package org.holdline.cue;

/** Something the runner feels. Called on the road's thread between two samples: must not block or allocate. */
public interface CueOutput {
    /**
     * One pulse.
     *
     * @param timeUs stream instant of the sample that decided it
     * @param pulseMs length from the motor's rise time on, 1..1000 ms
     */
    void pulse(long timeUs, int pulseMs);

    /** Stops the motor at once; may be called at any time and any number of times. */
    void off();
}
