package org.holdline.evaluate.runner;

import org.holdline.sample.Phase;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of a session.
 *
 * @param marker phase that begins with it, or null
 * @param activity what the legs do
 * @param lengthS how long, s
 * @param speedKmh belt speed
 * @param archDeg lumbar arch beyond neutral, sacrum minus trunk
 * @param leanDeg lean of the whole trunk beyond neutral, forward
 * @param uprightDeg trunk held back without an arch, backward
 * @param growsS the posture grows over this time, s; 0 = as quickly as the body changes its posture
 */
record Block(
        @Nullable Phase marker,
        Activity activity,
        double lengthS,
        double speedKmh,
        double archDeg,
        double leanDeg,
        double uprightDeg,
        double growsS) {
    static Block of(Activity activity, double lengthS, double speedKmh) {
        return new Block(null, activity, lengthS, speedKmh, 0, 0, 0, 0);
    }

    Block marked(Phase phase) {
        return new Block(phase, activity, lengthS, speedKmh, archDeg, leanDeg, uprightDeg, growsS);
    }

    Block arched(double deg) {
        return new Block(marker, activity, lengthS, speedKmh, deg, leanDeg, uprightDeg, growsS);
    }

    Block leaning(double deg) {
        return new Block(marker, activity, lengthS, speedKmh, archDeg, deg, uprightDeg, growsS);
    }

    Block upright(double deg) {
        return new Block(marker, activity, lengthS, speedKmh, archDeg, leanDeg, deg, growsS);
    }

    Block growing(double seconds) {
        return new Block(marker, activity, lengthS, speedKmh, archDeg, leanDeg, uprightDeg, seconds);
    }
}
