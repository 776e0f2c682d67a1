package org.holdline.bus;

import com.pi4j.io.exception.IOException;

/** A wire cannot be used; the message says what, where, the likely cause and the next command. */
public final class BusException extends IOException {
    private static final long serialVersionUID = 1;

    private final Fault fault;
    private final int errno;

    BusException(Fault fault, int errno, String message) {
        super(message);
        this.fault = fault;
        this.errno = errno;
    }

    public Fault fault() {
        return fault;
    }

    /** The kernel's error number, 0 when the kernel was not asked. */
    public int errno() {
        return errno;
    }
}
