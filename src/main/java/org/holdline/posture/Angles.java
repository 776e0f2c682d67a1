package org.holdline.posture;

import org.holdline.sample.Placement;

/** The metric's angle from how one or two clips are worn. Angles are 1/1000 degree, the metric's positive toward arching. */
final class Angles {
    /** Mean pitch in the bends by which the trunk's exceeds the pelvis', at least: half of it would be a shallow bend. */
    private static final int SWAPPED_MDEG = 3000;

    private final Placement placement;
    private final Mount lower = new Mount();
    private final Mount upper = new Mount();
    private boolean swapped;

    Angles(Placement placement) {
        this.placement = placement;
    }

    /** Solves the mounting from the up vectors of both clips in running or standing; the upper one is ignored with one IMU. */
    void solve(long lowX, long lowY, long lowZ, long highX, long highY, long highZ) {
        lower.solve(lowX, lowY, lowZ);
        if (placement.isDual()) {
            upper.solve(highX, highY, highZ);
            // Whoever bends forward bends the pelvis, and the trunk by the bend of the back as well.
            swapped = lower.isFromBends()
                    && upper.isFromBends()
                    && lower.bendPitchMdeg() > upper.bendPitchMdeg() + SWAPPED_MDEG;
        }
    }

    /** From the pitches of the lower (or only) and of the upper clip. */
    int value(int lowerMdeg, int upperMdeg) {
        return switch (placement) {
            case SACRAL -> lowerMdeg;
            case THORACOLUMBAR -> -lowerMdeg;
            case DUAL -> swapped ? upperMdeg - lowerMdeg : lowerMdeg - upperMdeg;
        };
    }

    /** The trunk's pitch of the two; 0 with one IMU. */
    int trunk(int lowerMdeg, int upperMdeg) {
        return swapped ? lowerMdeg : upperMdeg;
    }

    boolean isDual() {
        return placement.isDual();
    }

    /** False when a sensor sits more than 30 degrees from where it was asked to sit, and no bend says how. */
    boolean isMountedAsAsked() {
        return isUsable(lower) && (!placement.isDual() || isUsable(upper));
    }

    private static boolean isUsable(Mount mount) {
        return mount.isNominal() || mount.isCorrected();
    }

    /** A clip is worn otherwise than asked, and the bends have put it right. */
    boolean isCorrected() {
        return swapped || lower.isCorrected() || (placement.isDual() && upper.isCorrected());
    }

    boolean isSwapped() {
        return swapped;
    }

    Mount lower() {
        return lower;
    }

    Mount upper() {
        return upper;
    }
}
