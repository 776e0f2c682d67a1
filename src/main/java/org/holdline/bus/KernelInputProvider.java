package org.holdline.bus;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;

/** Makes inputs on the kernel's GPIO chips. Thread-safe. */
final class KernelInputProvider extends DigitalInputProviderBase {
    /** Pi4J keeps all kinds of providers under one set of ids, and {@link KernelOutputProvider#ID} is the outputs'. */
    static final String ID = "holdline-gpio-input";

    private final String devices;
    private final String chip;

    /** @param chip a path, a label, or {@link GpioChip#HEADER}; looked for when the first line is made */
    KernelInputProvider(String devices, String chip) {
        super(ID, "Holdline GPIO input");
        this.devices = devices;
        this.chip = chip;
    }

    /** @throws BusException when the chip or the line cannot be had */
    @Override
    public DigitalInput create(DigitalInputConfig config) {
        KernelInput input = new KernelInput(this, config, GpioChip.find(devices, chip, config.bus()));
        try {
            context().registry().add(input);
        } catch (RuntimeException e) {
            input.release();
            throw e;
        }
        return input;
    }
}
