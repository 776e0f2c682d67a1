package org.holdline.bus;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;

/**
 * An open file of the kernel. Every call answers 0 or more, or minus the errno, and is repeated when a signal cuts it
 * short. Nothing is allocated after construction, once the calls are compiled (until then 40 bytes a call).
 *
 * <p><b>Not thread-safe:</b> the errno lands in one segment per descriptor.
 */
final class Descriptor {
    static final int O_RDWR = 2;
    static final int O_CLOEXEC = 0x80000;

    /** LOCK_EX and LOCK_NB of sys/file.h. */
    private static final int ALONE_AND_AT_ONCE = 2 | 4;

    static final short POLLIN = 1;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
    private static final long ERRNO_OFFSET =
            Linker.Option.captureStateLayout().byteOffset(PathElement.groupElement("errno"));

    // Not critical(): an ioctl sleeps for the length of a transfer and would hold up every safepoint.
    // Pointers go as numbers: each call makes a view of the segment for the errno, which the compiler of hot code
    // removes
    // only as long as that is the only segment among the arguments.
    private static final MethodHandle OPEN = call("open", 2, ADDRESS, JAVA_INT);
    private static final MethodHandle CLOSE = call("close", 1, JAVA_INT);
    private static final MethodHandle IOCTL = call("ioctl", 2, JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle FLOCK = call("flock", 2, JAVA_INT, JAVA_INT);
    private static final MethodHandle POLL = call("poll", 3, JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle READ =
            handle("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG), ERRNO);

    /** struct pollfd, the same everywhere. */
    static final long POLLFD_BYTES = 8;

    static final long POLLFD_EVENTS = 4;

    // Collected with their owner, so that a late call can hit neither freed memory nor a closed arena.
    private final MemorySegment captured = Arena.ofAuto().allocate(Linker.Option.captureStateLayout());
    private final MemorySegment pollFd = Arena.ofAuto().allocate(POLLFD_BYTES, Integer.BYTES);
    private int fd;

    /** @param fd of an open file that from now on is this object's to close */
    Descriptor(int fd) {
        this.fd = fd;
        pollFd.set(JAVA_INT, 0, fd);
        pollFd.set(JAVA_SHORT, POLLFD_EVENTS, POLLIN);
    }

    /** Opens a device file for reading and writing; ask {@link #openAnswer} how that went. */
    Descriptor(String path) {
        this(-1);
        fd = open(path);
        pollFd.set(JAVA_INT, 0, fd);
    }

    /** Another view of the same open file for another thread; only the original closes it. */
    Descriptor view() {
        return new Descriptor(fd);
    }

    /** 0 or more when open, minus the errno when it could not be opened. */
    int openAnswer() {
        return fd;
    }

    /**
     * A request.
     *
     * @param argument what the request points at
     */
    int ioctl(long request, MemorySegment argument) {
        try {
            return ioctl(request, argument.address());
        } finally {
            Reference.reachabilityFence(argument);
        }
    }

    /** A request whose argument is a number and no pointer. */
    int ioctl(long request, long argument) {
        try {
            int answer;
            do {
                answer = answer((int) IOCTL.invokeExact(captured, fd, request, argument));
            } while (answer == -Errno.EINTR);
            return answer;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /**
     * Locks the file for this opening of it, against every other one that asks for the same; until it is closed.
     *
     * @return 0, or -EAGAIN when another one has it
     */
    int lock() {
        try {
            int answer;
            do {
                answer = answer((int) FLOCK.invokeExact(captured, fd, ALONE_AND_AT_ONCE));
            } while (answer == -Errno.EINTR);
            return answer;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Bytes read, at most as many as the segment has. */
    int read(MemorySegment into) {
        try {
            int answer;
            do {
                answer = answer((int) (long) READ.invokeExact(captured, fd, into.address(), into.byteSize()));
            } while (answer == -Errno.EINTR);
            return answer;
        } catch (Throwable e) {
            throw unexpected(e);
        } finally {
            Reference.reachabilityFence(into);
        }
    }

    /** 1 when there is something to read or the file has failed, 0 when the time is over or a signal came. */
    int awaitReadable(int timeoutMs) {
        try {
            int answer = answer((int) POLL.invokeExact(captured, pollFd.address(), 1L, timeoutMs));
            // The caller asks again anyway; repeating here would start the time-out afresh at every signal.
            return answer == -Errno.EINTR ? 0 : answer;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** May be called any number of times; afterwards every call answers EBADF. */
    void close() {
        int open = fd;
        if (open < 0) {
            return;
        }
        fd = -Errno.EBADF;
        pollFd.set(JAVA_INT, 0, fd);
        try {
            // Not repeated on EINTR: Linux has closed it then, and the number may be another file's already.
            int _ = (int) CLOSE.invokeExact(captured, open);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private int open(String path) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(path);
            int answer;
            do {
                answer = answer((int) OPEN.invokeExact(captured, name, O_RDWR | O_CLOEXEC));
            } while (answer == -Errno.EINTR);
            return answer;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private int answer(int result) {
        return result >= 0 ? result : -captured.get(JAVA_INT, ERRNO_OFFSET);
    }

    private static MethodHandle call(String name, int fixed, MemoryLayout... arguments) {
        FunctionDescriptor function = FunctionDescriptor.of(JAVA_INT, arguments);
        return fixed == arguments.length
                ? handle(name, function, ERRNO)
                : handle(name, function, ERRNO, Linker.Option.firstVariadicArg(fixed));
    }

    // Restricted because a wrong signature can crash the machine; these are the C library's.
    @SuppressWarnings("restricted")
    private static MethodHandle handle(String name, FunctionDescriptor function, Linker.Option... options) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), function, options);
    }

    private static IllegalStateException unexpected(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("a call into the C library failed in Java", thrown);
    }
}
