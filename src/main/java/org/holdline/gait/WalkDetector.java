package org.holdline.gait;

/**
 * Finds walking steps: the vertical force, low-passed to its step rhythm, swings from well below its own slow mean to
 * well above it; where it rises through the mean a step begins. Both halves of the swing must follow the walker's own,
 * down to a floor, so that a person who stands and shifts about does not walk.
 *
 * <p>Out of a quiet stand the first swing has no fall before it, and rises too slowly to be timed by its foot: there the rise
 * has to be as high as fall and rise together, and its top says when.
 */
final class WalkDetector {
    /** Faster than 200 steps a minute nobody walks. */
    private static final long REFRACTORY_US = 300_000;

    /** A rise that takes longer than this from the mean to its peak is no landing. */
    private static final long MAX_RISE_US = 400_000;

    /** The foot meets the ground about this much after the rise. Judgement: no walk with known contacts was at hand. */
    private static final long CONTACT_LAG_US = 40_000;

    /** No walk swings further; running does, and must not hide the walk after it. */
    private static final long MOST_SWING_UG = 500_000;

    /** A stand moves the force by less, for so long. Judgement: quiet stands lie within half of it. */
    private static final long STILL_UG = 20_000;

    private static final long STILL_US = 1_000_000;

    /** From the mean to the top a landing takes about this long. */
    private static final long TOP_LAG_US = 100_000;

    private final LowPass rhythm;
    private final LowPass mean;
    private final int floorUg;
    private final long decayQ32;

    private long swingUg;
    private boolean armed;
    private boolean rising;
    private long risingSinceUs;
    // Out of a stand: since when the force has been still, and the highest it has been since.
    private boolean fresh = true;
    private long stirredUs;
    private boolean outOfStand;
    private long topUg;
    private long topUs;
    private boolean first;
    private long contactUs = Long.MIN_VALUE / 2;

    WalkDetector(StridesParams params, double rateHz) {
        rhythm = new LowPass(params.walkCutoffHz(), rateHz);
        mean = new LowPass(0.15, rateHz);
        floorUg = params.walkFloorMg() * 1000;
        decayQ32 = Math.round(Math.scalb(Math.exp(-1 / (2.0 * rateHz)), 32));
    }

    void restart(int forceUg) {
        rhythm.settleAt(forceUg);
        mean.settleAt(1_000_000);
        swingUg = 0;
        armed = false;
        rising = false;
        fresh = true;
        outOfStand = false;
    }

    /** True when a step was taken; its instant is {@link #contactUs}. */
    boolean update(long timeUs, int forceUg) {
        long ug = rhythm.update(forceUg) - mean.update(forceUg);
        swingUg = Math.max(Math.min(Math.abs(ug), MOST_SWING_UG), (swingUg * decayQ32) >> 32);
        // A fifth of the swing: the second bump of a landing stays inside it.
        long dipUg = Math.max(floorUg, swingUg / 5);
        // The landing is steeper and higher than the fall before it.
        long peakUg = dipUg + dipUg / 4;
        watchStand(timeUs, ug);
        if (outOfStand && ug >= -dipUg) {
            return isFirstStep(timeUs, ug, dipUg, peakUg);
        }
        outOfStand = false;
        if (ug < -dipUg) {
            armed = true;
        } else if (armed && ug >= 0) {
            armed = false;
            rising = true;
            risingSinceUs = timeUs;
        }
        if (!rising || ug < peakUg) {
            return false;
        }
        rising = false;
        first = false;
        return timeUs - risingSinceUs <= MAX_RISE_US && take(risingSinceUs);
    }

    private void watchStand(long timeUs, long ug) {
        if (fresh || Math.abs(ug) > STILL_UG) {
            fresh = false;
            stirredUs = timeUs;
        } else if (timeUs - stirredUs >= STILL_US) {
            outOfStand = true;
            topUg = 0;
        }
    }

    private boolean isFirstStep(long timeUs, long ug, long dipUg, long peakUg) {
        if (ug > topUg) {
            topUg = ug;
            topUs = timeUs;
        }
        if (topUg < dipUg + peakUg || ug > topUg - dipUg) {
            return false;
        }
        outOfStand = false;
        armed = false;
        rising = false;
        first = true;
        return take(topUs - TOP_LAG_US);
    }

    private boolean take(long riseUs) {
        long at = riseUs - rhythm.delayUs() + CONTACT_LAG_US;
        if (at - contactUs < REFRACTORY_US) {
            return false;
        }
        contactUs = at;
        return true;
    }

    /** The last step is a rise out of a stand, which may be less than a step: it joins a walk and begins none. */
    boolean isFirst() {
        return first;
    }

    /** Estimated instant of the last foot contact, us. */
    long contactUs() {
        return contactUs;
    }
}
