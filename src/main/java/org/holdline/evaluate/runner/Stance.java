package org.holdline.evaluate.runner;

/**
 * How a body stands this time: no two stands are alike. Degrees against the runner's usual stand.
 *
 * <p>Sizes are judgement: two quiet stands of one runner differ by 0.5 to 1.5 degrees between sacrum and trunk (placing a
 * phone on the back anew, a rater repeats the lumbar curve to 2.1 and the sacral slope to 1.6, Advances in Orthopedics 2016,
 * 3817270). Tired runners let the back hang, and hands on the rails flatten it.
 */
final class Stance {
    private static final double SEGMENT = 0.35;
    private static final double ONE_LEG = 1.0;
    private static final double RAILS_FLATTER = -2.5;
    private static final double RAILS_HOLLOWER = 0.5;
    private static final double TIRED_FLATTER = -0.5;
    private static final double TIRED_HOLLOWER = 1.0;

    /** A whole movement of the drill, s: to the arch, to the tuck, to the middle, and a rest there. */
    static final double DRILL_S = 10;

    private static final double ARCHED_S = 2.5;
    private static final double TUCKED_S = 5;
    private static final double MIDDLE_S = 7;

    private final Chance chance;
    private final double archEnd;
    private final double tuckEnd;

    double sacrum;
    double trunk;

    /** Of the sacrum: the weight on one leg; the trunk follows by half. */
    double roll;

    Stance(Chance chance) {
        this.chance = chance;
        // One in ten hardly moves the back at all.
        double size = chance.happens(0.1) ? 0.2 : 1;
        archEnd = size * chance.between(5, 10);
        tuckEnd = -size * chance.between(5, 10);
    }

    /** Arch in the drill, degrees, so many seconds after its beginning; no two movements are quite alike. */
    double drillDeg(double sinceS) {
        double inS = sinceS % DRILL_S;
        double size = 1 + 0.06 * ((int) (sinceS / DRILL_S) - 1);
        if (inS < ARCHED_S) {
            return size * between(0, archEnd, inS / ARCHED_S);
        }
        if (inS < TUCKED_S) {
            return size * between(archEnd, tuckEnd, (inS - ARCHED_S) / (TUCKED_S - ARCHED_S));
        }
        return size * between(tuckEnd, 0, Math.min(1, (inS - TUCKED_S) / (MIDDLE_S - TUCKED_S)));
    }

    private static double between(double from, double to, double share) {
        return from + (to - from) * (1 - StrictMath.cos(Math.PI * share)) / 2;
    }

    /**
     * A block begins. Gait has no stance, and bends keep that of the stand before.
     *
     * @param share of the session gone by, 0..1
     */
    void take(Activity before, Activity now, double share) {
        if (now.isGait()) {
            sacrum = 0;
            trunk = 0;
            roll = 0;
            return;
        }
        if (!before.isGait()) {
            return;
        }
        double arch = share * chance.between(TIRED_FLATTER, TIRED_HOLLOWER);
        if (now == Activity.RAILS) {
            arch += chance.between(RAILS_FLATTER, RAILS_HOLLOWER);
        }
        sacrum = SEGMENT * chance.bell() + arch / 2;
        trunk = SEGMENT * chance.bell() - arch / 2;
        roll = ONE_LEG * chance.bell();
    }
}
