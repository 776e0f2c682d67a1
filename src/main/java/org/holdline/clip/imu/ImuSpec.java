package org.holdline.clip.imu;

/**
 * One IMU as it is wired and set.
 *
 * @param part which part
 * @param address 7-bit address, one of the part's two
 * @param rateHz nominal sampling rate, one of the part's
 * @param accelRangeG full scale of the accelerometer, g, one of the part's
 * @param gyroRangeMdps full scale of the gyroscope, 1/1000 deg/s, one of the part's
 */
public record ImuSpec(ImuPart part, int address, int rateHz, int accelRangeG, int gyroRangeMdps) {
    public static final int DEFAULT_ACCEL_RANGE_G = 16;
    public static final int DEFAULT_GYRO_RANGE_MDPS = 2_000_000;

    public ImuSpec {
        int low = part.lowAddress();
        if (address != low && address != low + 1) {
            throw new IllegalArgumentException(String.format(
                    "address: 0x%02x, expected 0x%02x or 0x%02x of %s", address, low, low + 1, part.partName()));
        }
        require(part.ratesHz().contains(rateHz), "rateHz", rateHz, part.ratesHz());
        require(part.accelRangesG().contains(accelRangeG), "accelRangeG", accelRangeG, part.accelRangesG());
        require(part.gyroRangesMdps().contains(gyroRangeMdps), "gyroRangeMdps", gyroRangeMdps, part.gyroRangesMdps());
    }

    private static void require(boolean holds, String name, int value, Object expected) {
        if (!holds) {
            throw new IllegalArgumentException(name + ": " + value + ", expected one of " + expected);
        }
    }

    /** At +-16 g and +-2000 deg/s, which running needs, and the part's rate nearest above 199 Hz. */
    public static ImuSpec of(ImuPart part, int address) {
        int rateHz = part.ratesHz().stream()
                .filter(hz -> hz >= 200)
                .reduce((a, b) -> b)
                .orElseThrow();
        return new ImuSpec(part, address, rateHz, DEFAULT_ACCEL_RANGE_G, DEFAULT_GYRO_RANGE_MDPS);
    }

    public ImuSpec withRateHz(int newRateHz) {
        return new ImuSpec(part, address, newRateHz, accelRangeG, gyroRangeMdps);
    }

    PartLayout.Rate rate() {
        return part.layout().rates().stream()
                .filter(rate -> rate.hz() == rateHz)
                .findFirst()
                .orElseThrow();
    }

    Scale accel() {
        return part.layout().accel().stream()
                .filter(scale -> scale.range() == accelRangeG)
                .findFirst()
                .orElseThrow();
    }

    Scale gyro() {
        return part.layout().gyro().stream()
                .filter(scale -> scale.range() == gyroRangeMdps)
                .findFirst()
                .orElseThrow();
    }

    long nominalPeriodNs() {
        return (1_000_000_000L + rateHz / 2) / rateHz;
    }

    String addressText() {
        return String.format("0x%02x", address);
    }
}
