package org.holdline.cue;

/**
 * How far a runner does without cues: fewer of them from session to session, and stretches without any, which show what is
 * kept. A runner's profile decides; without one every due cue is given.
 *
 * @param givenPct of the due cues, how many are given: 100, 75, 50, 25 or 0 by stage
 * @param draw chooses which cues are given and which blocks are probes; the same number chooses the same ones
 * @param probes whether one two-minute block in four is run without cues
 */
public record FadingParams(int givenPct, int draw, boolean probes) {
    public FadingParams {
        CueParams.require("givenPct", givenPct, 0, 100);
        CueParams.require("draw", draw, 0, 1_000_000);
    }

    /** Every cue is stage 0; each stage gives a quarter fewer, the last one none. */
    public static final int LAST_STAGE = 4;

    private static final int PCT_A_STAGE = 25;

    /** Of the due cues, how many a stage gives, per cent. */
    public static int givenPct(int stage) {
        CueParams.require("stage", stage, 0, LAST_STAGE);
        return 100 - PCT_A_STAGE * stage;
    }

    /** Off: every cue, no probes. */
    public static FadingParams defaults() {
        return new FadingParams(100, 0, false);
    }
}
