package org.holdline.settings;

/** The IMUs that a wired clip may carry. */
public enum Imu {
    ICM42688P("icm42688p"),
    LSM6DSV16X("lsm6dsv16x"),
    /** Cheap boards; reduced accuracy. */
    MPU6050("mpu6050");

    private final String word;

    Imu(String word) {
        this.word = word;
    }

    /** The word used in settings. */
    public String word() {
        return word;
    }
}
