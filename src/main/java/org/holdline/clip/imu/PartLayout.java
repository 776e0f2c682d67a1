package org.holdline.clip.imu;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where things are in a part. Facts only; {@link Decoder} and {@link Channel} act on them.
 *
 * @param name as printed on the part
 * @param lowAddress 7-bit address with the address pin low; high is one more
 * @param addressPin what the data sheet calls that pin
 * @param identity register and value that tell this part from others
 * @param burst where a sample lies
 * @param temperature of the burst's temperature word
 * @param fifo the queue, or null when this driver does not use one
 * @param accel full scales, g
 * @param gyro full scales, mdeg/s
 * @param rates sampling rates
 * @param startup register writes that make it deliver
 */
record PartLayout(
        String name,
        int lowAddress,
        String addressPin,
        Identity identity,
        Burst burst,
        Temperature temperature,
        @Nullable Fifo fifo,
        List<Scale> accel,
        List<Scale> gyro,
        List<Rate> rates,
        Startup startup) {
    /** Length of every part's sample: temperature, three accelerations, three angular rates of 16 bits. */
    static final int BURST_BYTES = 14;

    record Identity(int register, int value) {}

    /**
     * Sample in consecutive registers.
     *
     * @param statusRegister reading it tells of a new sample by {@code readyMask}. The bit goes when this register is read
     *     (InvenSense) or at the latest when the sample is
     * @param register first of the {@link #BURST_BYTES}
     * @param temperatureAt offset of the temperature; accelAt and gyroAt likewise, x, y, z from there
     * @param minIsInvalid -32768 means "no measurement" (ICM-42688-P: DS-000347 sections 12.8 and 14.34)
     */
    record Burst(
            int statusRegister,
            int readyMask,
            int register,
            int temperatureAt,
            int accelAt,
            int gyroAt,
            boolean bigEndian,
            boolean minIsInvalid) {}

    /** 1/1000 degree Celsius = counts x numerator / denominator + offset. */
    record Temperature(int numerator, int denominator, int offsetMilliC) {
        int milliC(int counts) {
            return (int) ((long) counts * numerator / denominator) + offsetMilliC;
        }
    }

    /**
     * Queue of packets.
     *
     * @param countRegister bytes queued, 16 bits in the byte order of the burst
     * @param dataRegister refills itself
     * @param bytes what a full one holds while nobody reads; the oldest packet goes for each new one then
     * @param flush empties it
     * @param temperature of the packet's 8-bit temperature
     */
    record Fifo(int countRegister, int dataRegister, int bytes, Write flush, Temperature temperature) {}

    record Rate(int hz, int code) {}

    /** One register write and the time the part needs after it, us. */
    record Write(int register, int value, int waitUs) {}

    @FunctionalInterface
    interface Startup {
        List<Write> writes(Rate rate, Scale accel, Scale gyro, Pacing pacing);
    }
}
