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

    private final Chance chance;

    double sacrum;
    double trunk;

    /** Of the sacrum: the weight on one leg; the trunk follows by half. */
    double roll;

    Stance(Chance chance) {
        this.chance = chance;
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
