package org.holdline.bus;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import com.pi4j.context.Context;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.i2c.I2CBase;
import com.pi4j.io.i2c.I2CConfig;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.holdline.clock.Clock;

/**
 * A part on a kernel bus as Pi4J sees it, with bursts on top. Plain Pi4J calls throw {@link BusException}, since their
 * callers seldom look at an answer; those of {@link I2cDevice} answer.
 */
final class KernelI2c extends I2CBase<KernelBus> implements I2cDevice {
    private static final byte[] NOTHING = {};
    private static final int ADDRESS_FIRST = 0x03;
    private static final int ADDRESS_LAST = 0x77;

    private final KernelI2cProvider owner;
    private final Clock clock;
    private final String where;

    // Out message, in message; the request that sends both, the one that only writes, the one that only reads.
    private final MemorySegment messages;
    private final MemorySegment both;
    private final MemorySegment writeOnly;
    private final MemorySegment readOnly;
    private final MemorySegment out;
    private final MemorySegment in;

    KernelI2c(KernelI2cProvider provider, I2CConfig config, KernelBus bus, Clock clock) {
        super(provider, config, bus);
        owner = provider;
        this.clock = clock;
        int address = config.device();
        if (address < ADDRESS_FIRST || address > ADDRESS_LAST) {
            throw new IllegalArgumentException("I2C device=" + address + ", expected 3..119 (0x03..0x77)");
        }
        where = "%s 0x%02x".formatted(bus.path(), address);
        Arena arena = Arena.ofAuto();
        out = arena.allocate(I2cUapi.MESSAGE_MAX_BYTES);
        in = arena.allocate(I2cUapi.MESSAGE_MAX_BYTES);
        messages = arena.allocate(I2cUapi.MSG, 2);
        message(0, address, (short) 0, out);
        message(1, address, I2cUapi.I2C_M_RD, in);
        both = request(arena, 0, 2);
        writeOnly = request(arena, 0, 1);
        readOnly = request(arena, 1, 1);
    }

    private void message(int index, int address, short flags, MemorySegment buffer) {
        long at = index * I2cUapi.MSG_BYTES;
        messages.set(JAVA_SHORT, at + I2cUapi.MSG_ADDR, (short) address);
        messages.set(JAVA_SHORT, at + I2cUapi.MSG_FLAGS, flags);
        messages.set(ADDRESS, at + I2cUapi.MSG_BUF, buffer);
    }

    private MemorySegment request(Arena arena, int first, int count) {
        MemorySegment request = arena.allocate(I2cUapi.RDWR);
        request.set(ADDRESS, I2cUapi.RDWR_MSGS, messages.asSlice(first * I2cUapi.MSG_BYTES));
        request.set(JAVA_INT, I2cUapi.RDWR_NMSGS, count);
        return request;
    }

    @Override
    public String where() {
        return where;
    }

    @Override
    public int burst(int register, byte[] into, int offset, int length) {
        checkRegister(register);
        checkLength(length);
        Objects.checkFromIndexSize(offset, length, into.length);
        i2CBus.lock();
        try {
            out.set(JAVA_BYTE, 0, (byte) register);
            int answer = send(1, length);
            if (answer == 0) {
                MemorySegment.copy(in, JAVA_BYTE, 0, into, offset, length);
            }
            return answer;
        } finally {
            i2CBus.unlock();
        }
    }

    @Override
    public int put(int register, int value) {
        checkRegister(register);
        i2CBus.lock();
        try {
            out.set(JAVA_BYTE, 0, (byte) register);
            out.set(JAVA_BYTE, 1, (byte) value);
            return send(2, 0);
        } finally {
            i2CBus.unlock();
        }
    }

    @Override
    public int exchange(byte[] sent, int sentLength, byte[] received, int receivedLength) {
        return exchange(sent, 0, sentLength, received, 0, receivedLength);
    }

    private int exchange(byte[] sent, int sentOffset, int sentLength, byte[] received, int offset, int length) {
        checkLength(sentLength + (long) length);
        Objects.checkFromIndexSize(sentOffset, sentLength, sent.length);
        Objects.checkFromIndexSize(offset, length, received.length);
        i2CBus.lock();
        try {
            MemorySegment.copy(sent, sentOffset, out, JAVA_BYTE, 0, sentLength);
            int answer = send(sentLength, length);
            if (answer == 0) {
                MemorySegment.copy(in, JAVA_BYTE, 0, received, offset, length);
            }
            return answer;
        } finally {
            i2CBus.unlock();
        }
    }

    @Override
    public int reopen() {
        return i2CBus.reopen();
    }

    // Plain Pi4J.

    @Override
    public int read() {
        byte[] one = new byte[1];
        read(one, 0, 1);
        return one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        return done("read", exchange(NOTHING, 0, 0, buffer, offset, length), length);
    }

    @Override
    public int write(byte b) {
        return write(new byte[] {b}, 0, 1);
    }

    @Override
    public int write(byte[] data, int offset, int length) {
        return done("write", exchange(data, offset, length, NOTHING, 0, 0), length);
    }

    @Override
    public int readRegister(int register) {
        byte[] one = new byte[1];
        readRegister(register, one, 0, 1);
        return one[0] & 0xFF;
    }

    @Override
    public int readRegister(int register, byte[] buffer, int offset, int length) {
        return done("read", burst(register, buffer, offset, length), length);
    }

    @Override
    public int readRegister(byte[] register, byte[] buffer, int offset, int length) {
        return done("read", exchange(register, 0, register.length, buffer, offset, length), length);
    }

    @Override
    public int writeRegister(int register, byte b) {
        return done("write", put(register, b), 1);
    }

    @Override
    public int writeRegister(int register, byte[] data, int offset, int length) {
        checkRegister(register);
        return writeRegister(new byte[] {(byte) register}, data, offset, length);
    }

    @Override
    public int writeRegister(byte[] register, byte[] data, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, data.length);
        byte[] sent = new byte[register.length + length];
        System.arraycopy(register, 0, sent, 0, register.length);
        System.arraycopy(data, offset, sent, register.length, length);
        return done("write", exchange(sent, 0, sent.length, NOTHING, 0, 0), length);
    }

    /** With a delay the write ends with a stop; without one a repeated start joins the two. Null arrays mean none. */
    @Override
    public void writeThenRead(
            byte[] writeBuffer,
            int writeOffset,
            int writeSize,
            int readDelayNanos,
            byte[] readBuffer,
            int readOffset,
            int readSize) {
        byte[] sent = Objects.requireNonNullElse(writeBuffer, NOTHING);
        byte[] received = Objects.requireNonNullElse(readBuffer, NOTHING);
        if (readDelayNanos <= 0 || writeSize == 0 || readSize == 0) {
            done("transfer", exchange(sent, writeOffset, writeSize, received, readOffset, readSize), readSize);
            return;
        }
        execute(() -> {
            write(sent, writeOffset, writeSize);
            long due = clock.nanoTime() + readDelayNanos;
            for (long left = readDelayNanos; left > 0; left = due - clock.nanoTime()) {
                clock.park(left);
            }
            return read(received, readOffset, readSize);
        });
    }

    /** Leaves the bus and Pi4J's registry, which the base class would leave it in. */
    @Override
    public void close() {
        if (!isOpen) {
            return;
        }
        if (context() == null) {
            release();
        } else {
            context().shutdown(id());
        }
    }

    @Override
    public I2C shutdownInternal(Context context) {
        release();
        return this;
    }

    void release() {
        if (isOpen) {
            isOpen = false;
            owner.leave(i2CBus);
        }
    }

    /** Under the bus's lock: as many bytes as there are of each, from {@code out} and to {@code in}. */
    private int send(int outLength, int inLength) {
        if (!isOpen) {
            return -Errno.EBADF;
        }
        messages.set(JAVA_SHORT, I2cUapi.MSG_LEN, (short) outLength);
        messages.set(JAVA_SHORT, I2cUapi.MSG_BYTES + I2cUapi.MSG_LEN, (short) inLength);
        if (inLength == 0) {
            return i2CBus.transfer(writeOnly, 1);
        }
        return outLength == 0 ? i2CBus.transfer(readOnly, 1) : i2CBus.transfer(both, 2);
    }

    private int done(String what, int answer, int length) {
        if (answer < 0) {
            throw Causes.transfer(where, what, -answer);
        }
        return length;
    }

    private static void checkRegister(int register) {
        if ((register & ~0xFF) != 0) {
            throw new IllegalArgumentException("register=" + register + ", expected 0..255");
        }
    }

    private static void checkLength(long length) {
        if (length < 1 || length > I2cUapi.MESSAGE_MAX_BYTES) {
            throw new IllegalArgumentException("length=" + length + ", expected 1..8192 bytes");
        }
    }
}
