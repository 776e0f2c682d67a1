package org.holdline.bus;

/** What went wrong on a wire, as far as it matters for what to do next. */
public enum Fault {
    /** Nothing did. */
    NONE,
    /** The device did not acknowledge: busy, unplugged or not powered. Try again next period. */
    NACK,
    /** A line is held or arbitration was lost. Reopen with back-off. */
    BUS_STUCK,
    /** The adapter has been unbound or its device file has gone. */
    ADAPTER_GONE,
    /** This user may not open it. */
    NO_PERMISSION,
    /** There is no such device file. */
    NO_SUCH_BUS,
    /** Someone else holds the address or the line. */
    BUSY,
    /** Anything else: a bug or a kernel of another kind. */
    OTHER;

    /**
     * Of what a transfer answered.
     *
     * @param answer 0 or more = done, below 0 = minus the errno
     */
    public static Fault of(int answer) {
        return answer >= 0 ? NONE : ofTransfer(-answer);
    }

    /**
     * Of an error number during a transfer. Which driver answers what: no acknowledge is EREMOTEIO from i2c-bcm2835 and
     * DesignWare (RP1) and ENXIO from i2c-gpio; a clock stretched beyond its limit is EIO from i2c-bcm2835; lost
     * arbitration is EAGAIN; a line held low is ETIMEDOUT.
     */
    static Fault ofTransfer(int errno) {
        return switch (errno) {
            case 0 -> NONE;
            case Errno.ENXIO, Errno.EREMOTEIO -> NACK;
            case Errno.ETIMEDOUT, Errno.EAGAIN, Errno.EIO -> BUS_STUCK;
            case Errno.ENODEV, Errno.ENOENT, Errno.ESHUTDOWN, Errno.EBADF -> ADAPTER_GONE;
            case Errno.EACCES, Errno.EPERM -> NO_PERMISSION;
            case Errno.EBUSY -> BUSY;
            default -> OTHER;
        };
    }

    /** Of an error number while opening a device file, where a missing one means a wrong name and not a loss. */
    static Fault ofOpen(int errno) {
        return switch (errno) {
            case Errno.ENOENT, Errno.ENODEV, Errno.ENXIO -> NO_SUCH_BUS;
            default -> ofTransfer(errno);
        };
    }
}
