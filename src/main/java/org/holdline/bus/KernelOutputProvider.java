package org.holdline.bus;

import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;

/** Makes outputs on the kernel's GPIO chips. Thread-safe. */
final class KernelOutputProvider extends DigitalOutputProviderBase {
    static final String ID = "holdline-gpio";

    private final String devices;
    private final String chip;

    /** @param chip a path, a label, or {@link GpioChip#HEADER}; looked for when the first line is made */
    KernelOutputProvider(String devices, String chip) {
        super(ID, "Holdline GPIO output");
        this.devices = devices;
        this.chip = chip;
    }

    /** @throws BusException when the chip or the line cannot be had */
    @Override
    public DigitalOutput create(DigitalOutputConfig config) {
        KernelOutput output = new KernelOutput(this, config, GpioChip.find(devices, chip, config.bus()));
        try {
            context().registry().add(output);
        } catch (RuntimeException e) {
            output.release();
            throw e;
        }
        return output;
    }
}
