package org.holdline.clip.virtual;

/**
 * What a sensor adds to the truth.
 *
 * <p>Noise densities of {@link #typical()} are those of the ICM-42688-P (TDK InvenSense DS-000347, tables 1 and 2).
 *
 * @param gyroOffsetDps standard deviation of the rate read at rest, deg/s per axis
 * @param gyroOffsetLimitDps largest such offset, deg/s
 * @param accelOffsetMg standard deviation of the accelerometer offset, mg per axis; held within three times that
 * @param gyroNoiseMdpsRtHz noise density, mdeg/s per square root of Hz, white up to half the sampling rate
 * @param accelNoiseUgRtHz noise density, ug per square root of Hz
 * @param digital true for int16 counts at +-16 g and +-2000 deg/s that saturate; false for an ideal reading
 */
public record SensorErrors(
        double gyroOffsetDps,
        double gyroOffsetLimitDps,
        double accelOffsetMg,
        double gyroNoiseMdpsRtHz,
        double accelNoiseUgRtHz,
        boolean digital) {
    public SensorErrors {
        if (!(gyroOffsetDps >= 0
                && gyroOffsetLimitDps >= 0
                && accelOffsetMg >= 0
                && gyroNoiseMdpsRtHz >= 0
                && accelNoiseUgRtHz >= 0)) {
            throw new IllegalArgumentException("sensor errors: a negative or missing size, expected all >= 0");
        }
    }

    /** An ICM-42688-P after soldering: gyro offsets about 0.5 and up to 2 deg/s, accelerometer offsets about 15 mg. */
    public static SensorErrors typical() {
        return new SensorErrors(0.5, 2, 15, 2.8, 70, true);
    }

    /** As {@link #typical()} with gyro offsets of up to 6 deg/s, as seen in uncalibrated wearables. */
    public static SensorErrors wideGyroOffset() {
        return new SensorErrors(3, 6, 15, 2.8, 70, true);
    }

    /** No offset, no noise, no counts, no saturation: for comparing with the truth. */
    public static SensorErrors none() {
        return new SensorErrors(0, 0, 0, 0, 0, false);
    }
}
