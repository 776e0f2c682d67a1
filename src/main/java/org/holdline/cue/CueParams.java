package org.holdline.cue;

/**
 * What a person may tune in {@link CuePolicy}. The defaults rest on runners preferring one cue per one to two minutes
 * (ECCE 2021).
 *
 * @param windowSteps steps looked back over, 4..32
 * @param triggerSteps of those, how many must be over
 * @param cooldownS least time between two cues, 20..120 s
 * @param maxPerMinute hard cap
 * @param settleS silent for the first running since a walk or stand, s
 * @param changeSilenceS silent after a change of speed or incline, s
 * @param speedChangeMPerH change of belt speed that counts, metres per hour
 * @param inclineChangeMilliPct change of incline that counts, 1/1000 per cent
 * @param minConfidence below this no cue is given
 * @param minPulseMs pulse at the threshold; 150 for an LRA, 250 for an ERM motor
 * @param maxPulseMs pulse at {@code fullScaleMdeg} over it and beyond; 300 for an LRA, 500 for an ERM
 * @param fullScaleMdeg 1/1000 degree over the threshold that gets the longest pulse
 * @param sacral whether one IMU at the sacrum cues, though it cannot tell an arch from a lean; its band is then wider
 */
public record CueParams(
        int windowSteps,
        int triggerSteps,
        int cooldownS,
        int maxPerMinute,
        int settleS,
        int changeSilenceS,
        int speedChangeMPerH,
        int inclineChangeMilliPct,
        int minConfidence,
        int minPulseMs,
        int maxPulseMs,
        int fullScaleMdeg,
        boolean sacral) {
    public CueParams {
        require("windowSteps", windowSteps, 4, 32);
        require("triggerSteps", triggerSteps, 1, windowSteps);
        require("cooldownS", cooldownS, 20, 120);
        require("maxPerMinute", maxPerMinute, 1, 3);
        require("settleS", settleS, 0, 600);
        require("changeSilenceS", changeSilenceS, 0, 300);
        require("speedChangeMPerH", speedChangeMPerH, 100, 10_000);
        require("inclineChangeMilliPct", inclineChangeMilliPct, 100, 20_000);
        require("minConfidence", minConfidence, 0, 100);
        require("minPulseMs", minPulseMs, 20, 1000);
        require("maxPulseMs", maxPulseMs, minPulseMs, 1000);
        require("fullScaleMdeg", fullScaleMdeg, 1000, 30_000);
    }

    public static CueParams defaults() {
        return new CueParams(8, 6, 60, 3, 60, 30, 500, 500, 30, 150, 300, 6000, false);
    }

    private static void require(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + "=" + value + ", expected " + low + ".." + high);
        }
    }
}
