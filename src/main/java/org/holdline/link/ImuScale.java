package org.holdline.link;

/**
 * What the steps of one IMU are worth.
 *
 * @param part one of {@link org.holdline.link.wire.Codes.ImuPartCode}
 * @param accelLsbNg 1e-9 g a step
 * @param gyroLsbNdps 1e-9 deg/s a step
 * @param accelRangeMg full scale, mg
 * @param gyroRangeDps full scale, deg/s
 */
public record ImuScale(int part, long accelLsbNg, long gyroLsbNdps, int accelRangeMg, int gyroRangeDps) {}
