package org.holdline.clip.imu;

import org.holdline.sample.Placement;
import org.jspecify.annotations.Nullable;

/**
 * What a person chooses about a wired clip.
 *
 * @param placement where the IMU or IMUs sit; decides whether there is an upper one
 * @param lower the IMU of a single clip, or the sacral one
 * @param upper the thoracolumbar IMU of a dual clip, otherwise null
 * @param pacing how new samples are noticed
 * @param plannedS planned length of the run, s, 0 = not said
 * @param plannedM planned length of the run, m, 0 = not said
 */
public record I2cOptions(
        Placement placement, ImuSpec lower, @Nullable ImuSpec upper, Pacing pacing, int plannedS, int plannedM) {
    public I2cOptions {
        if (placement.isDual() != (upper != null)) {
            throw new IllegalArgumentException(
                    "upper: " + upper + ", expected one with placement dual and none with another");
        }
        if (upper != null && upper.address() == lower.address()) {
            throw new IllegalArgumentException(
                    "addresses: both " + lower.addressText() + ", expected two: one address pin high, one low");
        }
        if (upper != null
                && (upper.accelRangeG() != lower.accelRangeG() || upper.gyroRangeMdps() != lower.gyroRangeMdps())) {
            throw new IllegalArgumentException("full scales: lower and upper differ, expected the same for both");
        }
        if (pacing == Pacing.FIFO
                && !(lower.part().hasFifo() && (upper == null || upper.part().hasFifo()))) {
            throw new IllegalArgumentException("pacing: fifo, expected data_ready for a part without it");
        }
    }

    /** One ICM-42688-P at 0x68, or two at 0x68 (sacral) and 0x69; 200 Hz, by FIFO. */
    public static I2cOptions of(Placement placement) {
        ImuSpec lower = ImuSpec.of(ImuPart.ICM_42688_P, 0x68);
        ImuSpec upper = placement.isDual() ? ImuSpec.of(ImuPart.ICM_42688_P, 0x69) : null;
        return new I2cOptions(placement, lower, upper, Pacing.FIFO, 0, 0);
    }

    public I2cOptions withPacing(Pacing newPacing) {
        return new I2cOptions(placement, lower, upper, newPacing, plannedS, plannedM);
    }
}
