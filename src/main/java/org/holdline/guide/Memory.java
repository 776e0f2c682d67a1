package org.holdline.guide;

/**
 * What is remembered from run to run on this machine. It names nobody.
 *
 * @param noted the note before the first run was acknowledged
 * @param runs guided starts that came to the cued run
 * @param plan index into {@link Plan#ALL}, -1 = never chosen
 * @param speedMPerH usual speed, metres per hour, 0 = not known
 * @param feltMs weakest pulse that was felt twice, ms, 0 = never checked
 * @param unfelt the strongest pulse was not felt: cues are shown or sounded
 */
public record Memory(boolean noted, int runs, int plan, int speedMPerH, int feltMs, boolean unfelt) {
    /** Above this a person does not run. */
    private static final int MAX_M_PER_H = 25_000;

    private static final int MAX_PULSE_MS = 1000;

    public Memory {
        require("runs", runs, 0, Integer.MAX_VALUE);
        require("plan", plan, -1, Plan.ALL.size() - 1);
        require("speed_m_per_h", speedMPerH, 0, MAX_M_PER_H);
        require("felt_ms", feltMs, 0, MAX_PULSE_MS);
    }

    /** Of somebody who has never been here. */
    public static Memory fresh() {
        return new Memory(false, 0, -1, 0, 0, false);
    }

    /** What may be offered to whoever comes next: nothing that was read or felt. */
    public Memory ofSomebody() {
        return new Memory(false, runs, plan, speedMPerH, 0, false);
    }

    Memory acknowledged() {
        return new Memory(true, runs, plan, speedMPerH, feltMs, unfelt);
    }

    Memory planned(int index) {
        return new Memory(noted, runs, index, speedMPerH, feltMs, unfelt);
    }

    Memory atSpeed(int mPerH) {
        return new Memory(noted, runs, plan, mPerH, feltMs, unfelt);
    }

    Memory felt(int pulseMs) {
        return new Memory(noted, runs, plan, speedMPerH, pulseMs, false);
    }

    Memory notFelt() {
        return new Memory(noted, runs, plan, speedMPerH, 0, true);
    }

    Memory oneMoreRun() {
        return new Memory(noted, runs + 1, plan, speedMPerH, feltMs, unfelt);
    }

    private static void require(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + "=" + value + ", expected " + low + ".." + high);
        }
    }
}
