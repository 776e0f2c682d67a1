package org.holdline.bus;

/**
 * One part on an I2C bus.
 *
 * <p>Transfers answer 0 when done and minus the errno when not ({@link Fault#of} names it): a part that does not
 * acknowledge is everyday business and no exception. A failed read leaves the caller's array as it was.
 *
 * <p><b>Threads:</b> one owning thread per bus; a lock keeps two from mixing their bytes.
 */
public interface I2cDevice extends AutoCloseable {
    /** Where it is, for people: {@code /dev/i2c-1 0x68}. */
    String where();

    /**
     * Writes a register's address and, after a repeated start, reads bytes: one call into the kernel.
     *
     * @param register 0..255
     * @param length 1..8192
     */
    int burst(int register, byte[] into, int offset, int length);

    /** As {@link #burst(int, byte[], int, int)} from the array's start. */
    default int burst(int register, byte[] into, int length) {
        return burst(register, into, 0, length);
    }

    /**
     * Writes one register.
     *
     * @param register 0..255
     * @param value of which the low eight bits go out
     */
    int put(int register, int value);

    /**
     * Writes bytes and, after a repeated start, reads bytes; either may be none, but not both. For registers with wider
     * addresses and for block writes.
     */
    int exchange(byte[] out, int outLength, byte[] in, int inLength);

    /**
     * Closes the bus and opens it again, for all parts on it: what mends a stuck or lost adapter, if anything does.
     *
     * @return 0 or minus the errno; when it fails, transfers answer EBADF until a later try succeeds
     */
    int reopen();

    @Override
    void close();
}
