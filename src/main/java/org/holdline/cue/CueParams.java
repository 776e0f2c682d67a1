package org.holdline.cue;

/**
 * What a person may tune in {@link CuePolicy}. The defaults rest on runners preferring one cue per one to two minutes
 * (ECCE 2021).
 *
 * @param windowSteps steps looked back over, 4..32
 * @param triggerSteps of those, how many must be over
 * @param cooldownS least time between two cues, 20..120 s
 * @param maxPerMinute hard cap
 * @param maxPerHalfHour no more in any 30 minutes
 * @param settleS silent for the first seconds of running, until the runner has run so long once
 * @param pauseSilenceS silent when running goes on after a later walk or stand, s
 * @param changeSilenceS silent after a change of speed or incline, s
 * @param speedChangeMPerH change of belt speed that counts, metres per hour
 * @param inclineChangeMilliPct change of incline that counts, 1/1000 per cent
 * @param minConfidence below this no cue is given
 * @param maxUnanswered so many cues in a row without a response, and they rest
 * @param minResponseMdeg a response makes the deviation at least this much less, 1/1000 degree
 * @param restS how long they rest, s
 * @param minPulseMs pulse at the threshold; 150 for an LRA, 250 for an ERM motor
 * @param maxPulseMs pulse at {@code fullScaleMdeg} over it and beyond; 300 for an LRA, 500 for an ERM
 * @param fullScaleMdeg 1/1000 degree over the threshold that gets the longest pulse
 * @param tiltMarginPct a cue needs the threshold and this share of the trunk's own tilt: what two IMUs have in common they
 *     do not read quite alike
 * @param sacral whether one IMU at the sacrum may cue once the runner's own sequence has told a hollow back from a lean
 */
public record CueParams(
        int windowSteps,
        int triggerSteps,
        int cooldownS,
        int maxPerMinute,
        int maxPerHalfHour,
        int settleS,
        int pauseSilenceS,
        int changeSilenceS,
        int speedChangeMPerH,
        int inclineChangeMilliPct,
        int minConfidence,
        int maxUnanswered,
        int minResponseMdeg,
        int restS,
        int minPulseMs,
        int maxPulseMs,
        int fullScaleMdeg,
        int tiltMarginPct,
        boolean sacral) {
    public CueParams {
        require("windowSteps", windowSteps, 4, 32);
        require("triggerSteps", triggerSteps, 1, windowSteps);
        require("cooldownS", cooldownS, 20, 120);
        require("maxPerMinute", maxPerMinute, 1, 3);
        require("maxPerHalfHour", maxPerHalfHour, 1, 90);
        require("settleS", settleS, 0, 600);
        require("pauseSilenceS", pauseSilenceS, 0, 600);
        require("changeSilenceS", changeSilenceS, 0, 300);
        require("speedChangeMPerH", speedChangeMPerH, 100, 10_000);
        require("inclineChangeMilliPct", inclineChangeMilliPct, 100, 20_000);
        require("minConfidence", minConfidence, 0, 100);
        require("maxUnanswered", maxUnanswered, 1, 20);
        require("minResponseMdeg", minResponseMdeg, 0, 10_000);
        require("restS", restS, 0, 3600);
        require("minPulseMs", minPulseMs, 20, 1000);
        require("maxPulseMs", maxPulseMs, minPulseMs, 1000);
        require("fullScaleMdeg", fullScaleMdeg, 1000, 30_000);
        require("tiltMarginPct", tiltMarginPct, 0, 50);
    }

    public static CueParams defaults() {
        return new CueParams(8, 6, 60, 3, 12, 60, 30, 30, 500, 500, 30, 3, 1000, 600, 150, 300, 6000, 10, true);
    }

    /** The same with cues at the sacrum allowed, or never. */
    public CueParams withSacral(boolean asked) {
        return with(maxPerHalfHour, maxUnanswered, minResponseMdeg, restS, asked);
    }

    /** The same with another cap in 30 minutes. */
    public CueParams withMaxPerHalfHour(int most) {
        return with(most, maxUnanswered, minResponseMdeg, restS, sacral);
    }

    /** The same with other rests: after so many cues, none of which made the deviation so much less, for so long. */
    public CueParams withRests(int unanswered, int responseMdeg, int lengthS) {
        return with(maxPerHalfHour, unanswered, responseMdeg, lengthS, sacral);
    }

    private CueParams with(int most, int unanswered, int responseMdeg, int lengthS, boolean asked) {
        return new CueParams(
                windowSteps,
                triggerSteps,
                cooldownS,
                maxPerMinute,
                most,
                settleS,
                pauseSilenceS,
                changeSilenceS,
                speedChangeMPerH,
                inclineChangeMilliPct,
                minConfidence,
                unanswered,
                responseMdeg,
                lengthS,
                minPulseMs,
                maxPulseMs,
                fullScaleMdeg,
                tiltMarginPct,
                asked);
    }

    static void require(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + "=" + value + ", expected " + low + ".." + high);
        }
    }
}
