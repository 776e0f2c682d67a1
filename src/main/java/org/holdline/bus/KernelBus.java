package org.holdline.bus;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import com.pi4j.io.exception.IOException;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.i2c.I2CBus;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;

/** One open /dev/i2c-N, shared by the parts on it. Thread-safe. */
final class KernelBus implements I2CBus {
    private final String path;
    private final ReentrantLock lock = new ReentrantLock();
    private Descriptor file;
    private int users;

    private KernelBus(String path, Descriptor file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Opens a bus that can do plain I2C transfers.
     *
     * @throws BusException when it cannot
     */
    static KernelBus open(String path) {
        KernelBus bus = openUnasked(path);
        MemorySegment functions = Arena.ofAuto().allocate(I2cUapi.FUNCS_BYTES, Long.BYTES);
        int answer = bus.file.ioctl(I2cUapi.I2C_FUNCS, functions);
        if (answer < 0 || (functions.get(JAVA_LONG, 0) & I2cUapi.I2C_FUNC_I2C) == 0) {
            bus.file.close();
            throw answer < 0 ? Causes.notABus(path, -answer) : Causes.smbusOnly(path);
        }
        return bus;
    }

    /** Opens without asking whether it is an I2C adapter at all. */
    static KernelBus openUnasked(String path) {
        Descriptor file = new Descriptor(path);
        if (file.openAnswer() < 0) {
            throw Causes.openI2c(path, -file.openAnswer());
        }
        return new KernelBus(path, file);
    }

    String path() {
        return path;
    }

    /** Counts a part in; refuses an address that a driver of the kernel has taken, since transfers would mix. */
    void join(int address) {
        lock.lock();
        try {
            // I2C_RDWR itself would not refuse.
            int answer = file.ioctl(I2cUapi.I2C_SLAVE, (long) address);
            if (answer < 0) {
                throw Causes.address(path, address, -answer);
            }
            users++;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Counts a part out.
     *
     * @return whether it was the last one, and the bus is closed
     */
    boolean leave() {
        lock.lock();
        try {
            users--;
            if (users > 0) {
                return false;
            }
            file.close();
            return true;
        } finally {
            lock.unlock();
        }
    }

    boolean isUnused() {
        lock.lock();
        try {
            return users == 0;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            file.close();
        } finally {
            lock.unlock();
        }
    }

    void lock() {
        lock.lock();
    }

    void unlock() {
        lock.unlock();
    }

    /** One I2C_RDWR under {@link #lock}: 0 when all messages went through, else minus the errno. */
    int transfer(MemorySegment rdwr, int messages) {
        int answer = file.ioctl(I2cUapi.I2C_RDWR, rdwr);
        if (answer < 0) {
            return answer;
        }
        return answer == messages ? 0 : -Errno.EIO;
    }

    int reopen() {
        lock.lock();
        try {
            file.close();
            if (users == 0) {
                return -Errno.EBADF;
            }
            file = new Descriptor(path);
            return Math.min(0, file.openAnswer());
        } finally {
            lock.unlock();
        }
    }

    /** Runs several transfers with nobody else's in between. */
    @Override
    public <R> R execute(I2C i2c, Callable<R> action) {
        lock.lock();
        try {
            return action.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("action on " + path + " failed", e);
        } finally {
            lock.unlock();
        }
    }
}
