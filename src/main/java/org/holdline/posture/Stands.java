package org.holdline.posture;

/** Holds every later quiet stand against the opening one, which is the first there was. */
final class Stands {
    /** A body that stands leans by so much as a whole, each half of it at least by the lesser: its arch may differ as well. */
    private static final int LEANS_MDEG = 3000;

    private static final int LEANS_EACH_MDEG = 1500;

    /** Farther than this from the opening stand a clip was put on anew, in no plane that is known. */
    private static final int RESEAT_MDEG = 10_000;

    /** And farther than this it is no longer on a body that stands. */
    private static final int OFF_MDEG = 50_000;

    private final Angles angles;
    private final Reference reference;
    private final Neutral neutral;
    private int openingLowerMdeg;
    private int openingUpperMdeg;
    private boolean opened;

    Stands(Angles angles, Reference reference, Neutral neutral) {
        this.angles = angles;
        this.reference = reference;
        this.neutral = neutral;
    }

    /**
     * Sums or means of the up vectors of both IMUs, the upper one ignored with one IMU.
     *
     * @return false for the opening stand
     */
    boolean stand(long lowX, long lowY, long lowZ, long highX, long highY, long highZ) {
        int low = angles.lower().pitchMdeg(lowX, lowY, lowZ);
        int lowRoll = angles.lower().rollMdeg(lowX, lowY, lowZ);
        int high = angles.isDual() ? angles.upper().pitchMdeg(highX, highY, highZ) : 0;
        int highRoll = angles.isDual() ? angles.upper().rollMdeg(highX, highY, highZ) : 0;
        if (!angles.lower().hasStand() && !opened) {
            opened = true;
            openingLowerMdeg = low;
            openingUpperMdeg = high;
            return false;
        }
        low -= openingLowerMdeg;
        high -= openingUpperMdeg;
        int roll = Math.max(Math.abs(lowRoll), Math.abs(highRoll));
        int difference = angles.value(low, high);
        boolean counts = angles.isDual() || !reference.state().isJudged();
        if (roll > OFF_MDEG || Math.max(Math.abs(low), Math.abs(high)) > OFF_MDEG) {
            reference.off();
        } else if (counts && (roll > RESEAT_MDEG || Math.abs(difference) > RESEAT_MDEG)) {
            reseat(lowX, lowY, lowZ, highX, highY, highZ);
        } else if (!counts) {
            // One clip that leans with a body on the rails reads as one that moved: seen, and left alone.
            reference.seen(difference);
        } else if (angles.isDual() && leans(low, high)) {
            reference.leaningStand(difference);
        } else {
            reference.stand(difference);
        }
        return true;
    }

    private static boolean leans(int low, int high) {
        return Math.min(Math.abs(low), Math.abs(high)) >= LEANS_EACH_MDEG && Math.abs(low + high) > 2 * LEANS_MDEG;
    }

    private void reseat(long lowX, long lowY, long lowZ, long highX, long highY, long highZ) {
        angles.lower().reseat(lowX, lowY, lowZ);
        if (angles.isDual()) {
            angles.upper().reseat(highX, highY, highZ);
        }
        openingLowerMdeg = 0;
        openingUpperMdeg = 0;
        reference.reseated();
        neutral.stored();
    }
}
