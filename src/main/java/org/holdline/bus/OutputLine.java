package org.holdline.bus;

/**
 * A GPIO line that switches something. It is off from the request on, and is switched off again when it is closed.
 *
 * <p><b>Thread-safe.</b>
 */
public interface OutputLine extends AutoCloseable {
    /** Where it is, for people: {@code /dev/gpiochip0 line 18}. */
    String where();

    /**
     * Switches. The kernel is asked every time, also when the line should be that way already.
     *
     * @return 0 or minus the errno, see {@link Fault#of}
     */
    int drive(boolean on);

    /** What the line is at: 1 on, 0 off, or minus the errno. */
    int sense();

    /** Switches off and gives the line back to the kernel, which on a Pi goes on driving it at its last value. */
    @Override
    void close();
}
