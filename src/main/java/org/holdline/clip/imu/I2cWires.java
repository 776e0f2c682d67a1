package org.holdline.clip.imu;

import org.jspecify.annotations.Nullable;

/**
 * What a clip hangs on.
 *
 * @param dataReady data-ready pin of the lower IMU, used with {@link Pacing#DATA_READY}; null to ask the status register
 * @param guest who else needs the bus
 */
public record I2cWires(RegisterBus bus, @Nullable DataReadyLine dataReady, BusGuest guest) {
    /** A bus of the IMUs' own. */
    public static I2cWires of(RegisterBus bus) {
        return new I2cWires(bus, null, BusGuest.NONE);
    }
}
