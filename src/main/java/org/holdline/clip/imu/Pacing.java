package org.holdline.clip.imu;

/** How the host learns that an IMU has a new sample. */
public enum Pacing {
    /** The IMU queues its samples and the host takes what there is: a late host loses nothing. */
    FIFO,
    /** One sample at a time, when the data-ready line or the status register says so. */
    DATA_READY
}
