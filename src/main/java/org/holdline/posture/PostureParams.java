package org.holdline.posture;

import java.util.List;

/**
 * What a person may tune in {@link Posture}.
 *
 * @param minBandMdeg the band around neutral is at least this wide, 1/1000 degree. Larger: fewer, later cues.
 * @param spreads and at least this many median absolute deviations of the runner's own steps
 * @param hysteresisMdeg an episode ends only when the deviation has come back this far below the threshold
 * @param implausibleMdeg a deviation beyond this is a moved clip, not a body
 * @param neutralSteps steps a full neutral needs; fewer lower the confidence
 * @param minNeutralSteps fewer than this are no neutral at all
 * @param learnS running that an automatic neutral is learned from, s
 * @param unrestedS a clip that never lay still needs this much motion before its gyro bias is believed, s
 * @param slip a clip that moves on the body
 * @param stored running neutrals of other mountings, used where this one marks none; empty without a runner's profile
 */
public record PostureParams(
        int minBandMdeg,
        int spreads,
        int hysteresisMdeg,
        int implausibleMdeg,
        int neutralSteps,
        int minNeutralSteps,
        int learnS,
        int unrestedS,
        SlipParams slip,
        List<StoredNeutral> stored) {
    public PostureParams {
        stored = List.copyOf(stored);
        require("minBandMdeg", minBandMdeg, 500, 20_000);
        require("spreads", spreads, 0, 10);
        require("hysteresisMdeg", hysteresisMdeg, 0, minBandMdeg);
        require("implausibleMdeg", implausibleMdeg, 15_000, 90_000);
        require("neutralSteps", neutralSteps, 8, StepSpread.CAPACITY);
        require("minNeutralSteps", minNeutralSteps, 4, neutralSteps);
        require("learnS", learnS, 10, 600);
        require("unrestedS", unrestedS, 0, 600);
    }

    /** Without stored neutrals. */
    public PostureParams(
            int minBandMdeg,
            int spreads,
            int hysteresisMdeg,
            int implausibleMdeg,
            int neutralSteps,
            int minNeutralSteps,
            int learnS,
            int unrestedS,
            SlipParams slip) {
        this(
                minBandMdeg,
                spreads,
                hysteresisMdeg,
                implausibleMdeg,
                neutralSteps,
                minNeutralSteps,
                learnS,
                unrestedS,
                slip,
                List.of());
    }

    public static PostureParams defaults() {
        return new PostureParams(3000, 2, 1500, 25_000, 60, 16, 60, 30, SlipParams.defaults());
    }

    /** The same for one runner: the least band, and neutrals that were learned before. */
    public PostureParams withRunner(int bandMdeg, List<StoredNeutral> learned) {
        return new PostureParams(
                bandMdeg,
                spreads,
                Math.min(hysteresisMdeg, bandMdeg),
                implausibleMdeg,
                neutralSteps,
                minNeutralSteps,
                learnS,
                unrestedS,
                slip,
                learned);
    }

    static void require(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + "=" + value + ", expected " + low + ".." + high);
        }
    }
}
