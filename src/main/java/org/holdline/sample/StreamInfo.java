package org.holdline.sample;

/**
 * What is known of a stream before its first sample.
 *
 * @param source how the source names itself, for banners and the recording's header
 * @param simulated true when no body was measured; travels with every record
 * @param rateHz sampling rate, 50..1000 Hz, may be fractional
 * @param placement where the IMU or IMUs sit
 * @param plannedS planned length of the run in stream seconds, 0 = not said
 * @param plannedM planned length of the run in metres, 0 = not said
 * @param accelRangeUms2 full scale of the accelerometer, um/s^2; 0 = not known, saturation is then not judged
 * @param gyroRangeUrads full scale of the gyroscope, urad/s; 0 = not known
 */
public record StreamInfo(
        String source,
        boolean simulated,
        double rateHz,
        Placement placement,
        int plannedS,
        int plannedM,
        int accelRangeUms2,
        int gyroRangeUrads) {
    public static final double MIN_RATE_HZ = 50;
    public static final double MAX_RATE_HZ = 1000;

    public StreamInfo {
        if (!(rateHz >= MIN_RATE_HZ && rateHz <= MAX_RATE_HZ)) {
            throw new IllegalArgumentException("rate_hz: " + rateHz + ", expected 50..1000");
        }
        if (plannedS < 0 || plannedM < 0) {
            throw new IllegalArgumentException("planned_s=" + plannedS + " planned_m=" + plannedM + ", expected >= 0");
        }
    }

    /** Time between two samples, ns, rounded. */
    public long periodNs() {
        return Math.round(1e9 / rateHz);
    }
}
