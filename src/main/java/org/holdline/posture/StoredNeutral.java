package org.holdline.posture;

/**
 * A running neutral that a runner's profile kept: its distance from the stand of the same mounting, for the speed and incline at
 * hand. Angles of one mounting mean nothing in the next, so it serves only after a stand of this one, and only where no neutral
 * run was marked.
 *
 * @param known false when nothing was kept
 * @param offsetMdeg running neutral minus standing, in the metric's sense, 1/1000 degree
 */
public record StoredNeutral(boolean known, int offsetMdeg) {
    /** Nothing was kept. */
    public static final StoredNeutral NONE = new StoredNeutral(false, 0);

    public StoredNeutral {
        PostureParams.require("offsetMdeg", offsetMdeg, -30_000, 30_000);
    }

    public static StoredNeutral of(int offsetMdeg) {
        return new StoredNeutral(true, offsetMdeg);
    }
}
