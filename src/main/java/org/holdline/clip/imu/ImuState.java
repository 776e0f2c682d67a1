package org.holdline.clip.imu;

/** What one IMU is doing. */
public enum ImuState {
    /** Identity and registers are being set up. */
    STARTING,
    /** It delivers; its rate is not known well enough yet. */
    MEASURING,
    /** It delivers. */
    STREAMING,
    /** It delivers the same sample over and over; after a while it is reset. */
    STUCK,
    /** It has not acknowledged three times in a row; it is asked again and then set up anew. */
    NO_ANSWER,
    /** It acknowledges and makes no samples, as after a dip of its supply; it is set up anew. */
    SILENT,
    /** Another device answers at its address. */
    OTHER_IDENTITY,
    /** Nothing can be heard on the bus; it is opened again, ever more slowly. */
    BUS_STUCK,
    /** The bus adapter has gone. */
    BUS_GONE
}
