package org.holdline.link.emulated;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * A pseudo-terminal of the kernel in raw mode; this is its near end, and {@link #path} names the far one, which anybody may
 * open as a serial port.
 *
 * <p>Not thread-safe.
 */
public final class PseudoTerminal implements AutoCloseable {
    /** What {@link #read} answers while nobody holds the far end. */
    public static final int NOBODY = -1;

    private static final int O_RDWR = 2;
    private static final int O_NOCTTY = 0x100;
    private static final int O_NONBLOCK = 0x800;
    private static final int O_CLOEXEC = 0x80000;
    private static final int EINTR = 4;
    private static final int EIO = 5;
    private static final int EAGAIN = 11;
    private static final short POLLIN = 1;
    private static final int NAME_BYTES = 128;
    private static final int BUFFER_BYTES = 4096;

    /** Larger than struct termios of any Linux. */
    private static final int TERMIOS_BYTES = 256;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
    private static final long ERRNO_AT =
            Linker.Option.captureStateLayout().byteOffset(PathElement.groupElement("errno"));

    private static final MethodHandle OPENPT = handle("posix_openpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle GRANTPT = handle("grantpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle UNLOCKPT = handle("unlockpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle PTSNAME =
            handle("ptsname_r", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle TCGETATTR =
            handle("tcgetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle TCSETATTR =
            handle("tcsetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle CFMAKERAW = handle("cfmakeraw", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle READ =
            handle("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle WRITE =
            handle("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle POLL =
            handle("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle PPOLL =
            handle("ppoll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS));
    private static final MethodHandle CLOSE = handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private final Arena arena = Arena.ofAuto();
    private final MemorySegment captured = arena.allocate(Linker.Option.captureStateLayout());
    private final MemorySegment buffer = arena.allocate(BUFFER_BYTES);
    private final MemorySegment pollFd = arena.allocate(8, Integer.BYTES);
    private final MemorySegment timeout = arena.allocate(2 * Long.BYTES, Long.BYTES);
    private final Path path;
    private int fd;

    private PseudoTerminal() throws IOException {
        try {
            fd = checked((int) OPENPT.invokeExact(captured, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
            checked((int) GRANTPT.invokeExact(captured, fd));
            checked((int) UNLOCKPT.invokeExact(captured, fd));
            MemorySegment name = arena.allocate(NAME_BYTES);
            int answer = (int) PTSNAME.invokeExact(captured, fd, name, (long) NAME_BYTES);
            if (answer != 0) {
                throw new IOException("pseudo-terminal: it has no name (errno " + answer + ")");
            }
            path = Path.of(name.getString(0));
            MemorySegment termios = arena.allocate(TERMIOS_BYTES);
            checked((int) TCGETATTR.invokeExact(captured, fd, termios));
            CFMAKERAW.invokeExact(captured, termios);
            checked((int) TCSETATTR.invokeExact(captured, fd, 0, termios));
            pollFd.set(JAVA_INT, 0, fd);
            pollFd.set(JAVA_SHORT, Integer.BYTES, POLLIN);
        } catch (IOException e) {
            close();
            throw e;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /**
     * A new one.
     *
     * @throws IOException when the kernel has none left
     */
    public static PseudoTerminal open() throws IOException {
        return new PseudoTerminal();
    }

    /** The far end's device file; another one each time. */
    public Path path() {
        return path;
    }

    /** Waits for something to read, at most this long, ms. */
    public void await(int timeoutMs) {
        try {
            int _ = (int) POLL.invokeExact(captured, pollFd, 1L, timeoutMs);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** The same with a limit of less than a second in ns, of which Linux keeps the fractions of a millisecond. */
    public void awaitNs(long timeoutNs) {
        timeout.set(JAVA_LONG, 0, 0);
        timeout.set(JAVA_LONG, Long.BYTES, timeoutNs);
        try {
            int _ = (int) PPOLL.invokeExact(captured, pollFd, 1L, timeout, MemorySegment.NULL);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Bytes that are there, at most as many as fit, 0 for none, or {@link #NOBODY}; does not wait. */
    public int read(byte[] into) throws IOException {
        try {
            long wanted = Math.min(into.length, BUFFER_BYTES);
            int count = (int) (long) READ.invokeExact(captured, fd, buffer, wanted);
            if (count < 0) {
                return switch (captured.get(JAVA_INT, ERRNO_AT)) {
                    case EAGAIN, EINTR -> 0;
                    case EIO -> NOBODY;
                    default -> throw failed();
                };
            }
            MemorySegment.copy(buffer, JAVA_BYTE, 0, into, 0, count);
            return count == 0 ? NOBODY : count;
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** How many of the bytes the kernel took; does not wait. */
    public int write(byte[] bytes, int at, int length) throws IOException {
        try {
            int wanted = Math.min(length, BUFFER_BYTES);
            MemorySegment.copy(bytes, at, buffer, JAVA_BYTE, 0, wanted);
            int count = (int) (long) WRITE.invokeExact(captured, fd, buffer, (long) wanted);
            if (count < 0) {
                return switch (captured.get(JAVA_INT, ERRNO_AT)) {
                    case EAGAIN, EINTR, EIO -> 0;
                    default -> throw failed();
                };
            }
            return count;
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Hangs up. May be called any number of times. */
    @Override
    public void close() {
        int open = fd;
        fd = -1;
        if (open > 0) {
            try {
                int _ = (int) CLOSE.invokeExact(captured, open);
            } catch (Throwable e) {
                throw unexpected(e);
            }
        }
    }

    private int checked(int answer) throws IOException {
        if (answer < 0) {
            throw failed();
        }
        return answer;
    }

    private IOException failed() {
        return new IOException("pseudo-terminal: errno " + captured.get(JAVA_INT, ERRNO_AT));
    }

    // Restricted because a wrong signature can crash the machine; these are the C library's.
    @SuppressWarnings("restricted")
    private static MethodHandle handle(String name, FunctionDescriptor function) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), function, ERRNO);
    }

    private static IllegalStateException unexpected(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("a call into the C library failed in Java", thrown);
    }
}
