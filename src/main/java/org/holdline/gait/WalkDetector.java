package org.holdline.gait;

/**
 * Finds walking steps: the vertical force, low-passed to its step rhythm, swings from well below its own slow mean to
 * well above it; where it rises through the mean a step begins. Both halves of the swing must follow the walker's own,
 * down to a floor, so that a person who stands and shifts about does not walk.
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

    private final LowPass rhythm;
    private final LowPass mean;
    private final int floorUg;
    private final long decayQ32;

    private long swingUg;
    private boolean armed;
    private boolean rising;
    private long risingSinceUs;
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
    }

    /** True when a step was taken; its instant is {@link #contactUs}. */
    boolean update(long timeUs, int forceUg) {
        long ug = rhythm.update(forceUg) - mean.update(forceUg);
        swingUg = Math.max(Math.min(Math.abs(ug), MOST_SWING_UG), (swingUg * decayQ32) >> 32);
        // A fifth of the swing: the second bump of a landing stays inside it.
        long dipUg = Math.max(floorUg, swingUg / 5);
        // The landing is steeper and higher than the fall before it.
        long peakUg = dipUg + dipUg / 4;
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
        long at = risingSinceUs - rhythm.delayUs() + CONTACT_LAG_US;
        if (timeUs - risingSinceUs > MAX_RISE_US || at - contactUs < REFRACTORY_US) {
            return false;
        }
        contactUs = at;
        return true;
    }

    /** Estimated instant of the last foot contact, us. */
    long contactUs() {
        return contactUs;
    }
}
