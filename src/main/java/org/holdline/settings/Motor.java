package org.holdline.settings;

import org.holdline.cue.CueParams;

/** Kind of vibration motor on the clip; decides how long a pulse must be to be felt, unless the pulses are given. */
public enum Motor {
    /** Linear resonant actuator. */
    LRA("lra", CueParams.defaults().minPulseMs(), CueParams.defaults().maxPulseMs(), 20),
    /** Eccentric rotating mass: spins up slowly, so that its pulses are longer. */
    ERM("erm", 250, 500, 100);

    private final String word;
    private final int minPulseMs;
    private final int maxPulseMs;
    private final int riseMs;

    Motor(String word, int minPulseMs, int maxPulseMs, int riseMs) {
        this.word = word;
        this.minPulseMs = minPulseMs;
        this.maxPulseMs = maxPulseMs;
        this.riseMs = riseMs;
    }

    /** The word used in settings. */
    public String word() {
        return word;
    }

    public int minPulseMs() {
        return minPulseMs;
    }

    public int maxPulseMs() {
        return maxPulseMs;
    }

    /** From the first current to being felt, ms: 10-20 for an lra, 50-180 for an erm. */
    public int riseMs() {
        return riseMs;
    }
}
