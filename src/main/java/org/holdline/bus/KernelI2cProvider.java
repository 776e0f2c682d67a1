package org.holdline.bus;

import com.pi4j.io.i2c.I2C;
import com.pi4j.io.i2c.I2CConfig;
import com.pi4j.io.i2c.I2CProviderBase;
import java.util.HashMap;
import java.util.Map;
import org.holdline.clock.Clock;

/** Makes parts on the kernel's I2C buses; those on one bus share one open file. Thread-safe. */
final class KernelI2cProvider extends I2CProviderBase {
    static final String ID = "holdline-i2c";

    private final String devices;
    private final Clock clock;
    private final Map<String, KernelBus> buses = new HashMap<>();

    /** @param devices folder of the device files, usually /dev */
    KernelI2cProvider(String devices, Clock clock) {
        super(ID, "Holdline I2C over i2c-dev");
        this.devices = devices;
        this.clock = clock;
    }

    /** @throws BusException when the bus cannot be opened or a kernel driver holds the address */
    @Override
    public I2C create(I2CConfig config) {
        KernelI2c part = attach(config);
        try {
            // Outside the lock: the registry has one of its own and calls back under it.
            context().registry().add(part);
        } catch (RuntimeException e) {
            part.release();
            throw e;
        }
        return part;
    }

    private synchronized KernelI2c attach(I2CConfig config) {
        KernelBus bus = buses.computeIfAbsent(devices + "/i2c-" + config.bus(), KernelBus::open);
        try {
            KernelI2c part = new KernelI2c(this, config, bus, clock);
            bus.join(config.device());
            return part;
        } finally {
            if (bus.isUnused()) {
                buses.remove(bus.path());
                bus.close();
            }
        }
    }

    synchronized void leave(KernelBus bus) {
        if (bus.leave()) {
            buses.remove(bus.path());
        }
    }
}
