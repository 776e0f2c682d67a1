package org.holdline.clip.imu;

/**
 * A two-wire bus as an IMU driver sees it: registers of a device at an address. One thread calls it.
 *
 * <p>No call throws or allocates; each answers one of the codes. Every call ends within the adapter's own time-out.
 */
public interface RegisterBus {
    /** The transfer went through. */
    int OK = 0;

    /** The device did not acknowledge its address or a byte (Linux: ENXIO or EREMOTEIO). */
    int NO_ACK = 1;

    /** A line is held low, or arbitration never ends (ETIMEDOUT, EBUSY, EAGAIN): nothing on this bus can answer. */
    int STUCK = 2;

    /** The adapter or its device file has gone (ENODEV, EBADF, and whatever else only opening anew can mend). */
    int GONE = 3;

    /** The transfer failed in another way (EIO and the rest); treated as {@link #NO_ACK}. */
    int FAILED = 4;

    /**
     * Writes one register.
     *
     * @param address 7-bit address
     * @param register 0..255
     * @param value 0..255
     */
    int write(int address, int register, int value);

    /**
     * Reads consecutive registers, or one that refills itself, in a single transfer with repeated start.
     *
     * @param into filled from index 0; its content means nothing unless the answer is {@link #OK}
     * @param length bytes to read, 1..{@code into.length}
     */
    int read(int address, int register, byte[] into, int length);

    /** Closes and opens the bus again, clocking a stuck device free where the adapter can. */
    int reopen();

    /** How a person names this bus, such as {@code /dev/i2c-1}. */
    String name();
}
