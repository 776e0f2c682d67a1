package org.holdline.clip.imu;

import java.util.List;

/** The IMUs that can be read. */
public enum ImuPart {
    /** The primary part. */
    ICM_42688_P,
    LSM6DSV16X,
    /** Cheap boards; reduced accuracy. */
    MPU_6050;

    PartLayout layout() {
        return switch (this) {
            case ICM_42688_P -> Icm42688.LAYOUT;
            case LSM6DSV16X -> Lsm6dsv16x.LAYOUT;
            case MPU_6050 -> Mpu6050.LAYOUT;
        };
    }

    /** As printed on the part. */
    public String partName() {
        return layout().name();
    }

    /** 7-bit address with the address pin low; with the pin high it is one more. */
    public int lowAddress() {
        return layout().lowAddress();
    }

    public boolean hasFifo() {
        return layout().fifo() != null;
    }

    /** Sampling rates, Hz, falling. */
    public List<Integer> ratesHz() {
        return layout().rates().stream().map(PartLayout.Rate::hz).toList();
    }

    /** Full scales of the accelerometer, g, falling. */
    public List<Integer> accelRangesG() {
        return layout().accel().stream().map(Scale::range).toList();
    }

    /** Full scales of the gyroscope, 1/1000 deg/s, falling. */
    public List<Integer> gyroRangesMdps() {
        return layout().gyro().stream().map(Scale::range).toList();
    }

    /** First of the registers that hold a sample; reading them does no harm at any time. */
    public int sampleRegister() {
        return layout().burst().register();
    }

    /** Fastest clock its bus may have, Hz. */
    public int maxBusHz() {
        return this == MPU_6050 ? 400_000 : 1_000_000;
    }
}
