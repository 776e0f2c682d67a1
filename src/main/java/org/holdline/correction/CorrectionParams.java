package org.holdline.correction;

import org.jspecify.annotations.Nullable;

/**
 * What is taken out of a stream's samples.
 *
 * @param lower of the lower, or only, IMU; null: taken as it comes
 * @param upper of the upper one
 * @param belt what the treadmill's numbers mean
 */
public record CorrectionParams(
        @Nullable InertialCoefficients lower, @Nullable InertialCoefficients upper, BeltParams belt) {
    /** Nothing. */
    public static CorrectionParams none() {
        return new CorrectionParams(null, null, BeltParams.AS_SHOWN);
    }

    /** The same sensors on another belt. */
    public CorrectionParams with(BeltParams other) {
        return new CorrectionParams(lower, upper, other);
    }

    /**
     * A treadmill.
     *
     * @param speedScaleE4 true speed of one that is shown, 1/10,000
     * @param inclineOffsetMilliPct true incline where 0 is shown, 1/1000 per cent
     * @param usesIncline false where what it reports is not the belt's incline
     */
    public record BeltParams(int speedScaleE4, int inclineOffsetMilliPct, boolean usesIncline) {
        /** Its numbers are taken as they are. */
        public static final BeltParams AS_SHOWN = new BeltParams(10_000, 0, true);
    }
}
