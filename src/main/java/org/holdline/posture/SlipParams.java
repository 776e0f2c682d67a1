package org.holdline.posture;

/**
 * What a person may tune in how {@link Posture} treats a clip that moves on the body.
 *
 * @param standToleranceMdeg a stand that differs from the opening one by more says that a clip has moved, 1/1000 degree.
 *     Smaller: the body's own way of standing is taken for the clip.
 * @param followMdegPerMin so fast the reference follows a deviation within the band, 1/1000 degree per minute of running; 0 =
 *     not at all. Larger: more of a clip's creep is taken out, and more of a slow drift of the runner.
 * @param followMaxMdeg and no farther than this, 1/1000 degree
 * @param jumpMdeg a turn of one clip within a step by more than this is the clip and no body, 1/1000 degree
 */
public record SlipParams(int standToleranceMdeg, int followMdegPerMin, int followMaxMdeg, int jumpMdeg) {
    public SlipParams {
        PostureParams.require("standToleranceMdeg", standToleranceMdeg, 500, 10_000);
        PostureParams.require("followMdegPerMin", followMdegPerMin, 0, 5000);
        PostureParams.require("followMaxMdeg", followMaxMdeg, 0, 10_000);
        PostureParams.require("jumpMdeg", jumpMdeg, 1000, 20_000);
    }

    /** The same, but the reference stays where stands and jumps leave it. */
    SlipParams withoutFollowing() {
        return new SlipParams(standToleranceMdeg, 0, followMaxMdeg, jumpMdeg);
    }

    public static SlipParams defaults() {
        return new SlipParams(1500, 500, 2500, 2000);
    }
}
