package org.holdline.bus;

/**
 * Which Pi4J providers carry the wires.
 *
 * @param i2cProvider id of a provider, {@link #OWN_I2C} or one of a Pi4J plug-in on the class path ({@code ffm-i2c})
 * @param outputProvider as above, for GPIO outputs: {@link #OWN_GPIO}, {@code ffm-digital-output}
 * @param inputProvider as above, for GPIO inputs: {@link #OWN_GPIO}, {@code ffm-digital-input}
 * @param gpioChip path, label, or {@link #HEADER_CHIP}; plug-ins find their chip themselves
 */
public record WiresParams(String i2cProvider, String outputProvider, String inputProvider, String gpioChip) {
    public static final String OWN_I2C = KernelI2cProvider.ID;
    public static final String OWN_GPIO = KernelOutputProvider.ID;
    /** The chip behind the 40-pin header, by its label on each kind of Pi. */
    public static final String HEADER_CHIP = GpioChip.HEADER;

    public WiresParams {
        for (String named : new String[] {i2cProvider, outputProvider, inputProvider, gpioChip}) {
            if (named.isBlank()) {
                throw new IllegalArgumentException("provider or chip=\"" + named + "\", expected a name");
            }
        }
    }

    /** Holdline's own providers. */
    public static WiresParams own(String gpioChip) {
        return new WiresParams(OWN_I2C, OWN_GPIO, OWN_GPIO, gpioChip);
    }
}
