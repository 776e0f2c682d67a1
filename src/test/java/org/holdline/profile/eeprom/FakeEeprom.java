package org.holdline.profile.eeprom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.holdline.bus.I2cDevice;
import org.holdline.clock.Clock;
import org.jspecify.annotations.Nullable;

/**
 * A 24-series EEPROM as its data sheet has it, on a bus of 400 kHz: page buffer that wraps, busy while it programs, WP, and a
 * supply that fails after so many programmed bytes. Its clock moves by transfers and waits alone.
 */
public final class FakeEeprom implements I2cDevice, Clock {
    /** What the rest of the page holds in whose programming the supply was cut. */
    public enum Torn {
        OLD,
        NEW,
        /** All of the page, with what stood in it before. */
        RANDOM,
        FF
    }

    static final int NO_ACK = -6;
    private static final long PROGRAM_NS = 4_500_000;
    private static final long BYTE_NS = 9 * 2_500;

    final byte[] bytes;
    final List<String> writes = new ArrayList<>();
    boolean isWriteProtected;

    /** Address bytes it takes, 2 or 1. */
    int addressBytes = 2;

    /** Answer of the next transfers instead of theirs, 0 = none. */
    int failure;

    /** Transfers that answer {@link #failure}. */
    int failures;

    /** Bytes of the longest read so far. */
    int longestRead;

    int notAcknowledged;

    /** Called before each write that programs. */
    @Nullable
    Runnable beforeWrite;

    private final int page;
    private final RandomGenerator random;
    private Torn torn = Torn.OLD;
    private boolean isOn = true;
    private long bytesLeft = Long.MAX_VALUE;
    private long programmed;
    private long readyNs;
    private long nowNs;
    private int pointer;

    public FakeEeprom(int size, int page, RandomGenerator random) {
        bytes = new byte[size];
        Arrays.fill(bytes, (byte) 0xFF);
        this.page = page;
        this.random = random;
    }

    /** A copy with a supply of its own, which is on. */
    public FakeEeprom copy() {
        FakeEeprom copy = new FakeEeprom(bytes.length, page, random);
        System.arraycopy(bytes, 0, copy.bytes, 0, bytes.length);
        return copy;
    }

    /** The supply fails after so many more programmed bytes. */
    public void cutAfter(long count, Torn mode) {
        bytesLeft = count;
        torn = mode;
    }

    public void power() {
        isOn = true;
        bytesLeft = Long.MAX_VALUE;
        readyNs = 0;
    }

    public boolean isOn() {
        return isOn;
    }

    /** Bytes programmed since it was made. */
    public long programmed() {
        return programmed;
    }

    @Override
    public int exchange(byte[] out, int outLength, byte[] in, int inLength) {
        nowNs += (3 + outLength + inLength) * BYTE_NS;
        if (failures > 0) {
            failures--;
            return failure;
        }
        if (!isOn || nowNs < readyNs) {
            notAcknowledged++;
            return NO_ACK;
        }
        if (outLength >= addressBytes) {
            pointer = addressBytes == 1 ? out[0] & 0xFF : (out[0] & 0xFF) << 8 | (out[1] & 0xFF);
            pointer %= bytes.length;
        }
        if (outLength > addressBytes && inLength > 0) {
            // Latched and, without a stop, never programmed; the counter has moved on all the same.
            pointer += outLength - addressBytes;
        } else if (outLength > addressBytes && !program(out, outLength)) {
            return NO_ACK;
        }
        longestRead = Math.max(longestRead, inLength);
        for (int i = 0; i < inLength; i++) {
            in[i] = bytes[pointer++ % bytes.length];
        }
        return 0;
    }

    private boolean program(byte[] out, int outLength) {
        writes.add(pointer + "+" + (outLength - addressBytes));
        if (beforeWrite != null) {
            beforeWrite.run();
        }
        if (isWriteProtected) {
            return true;
        }
        int start = pointer / page * page;
        for (int i = addressBytes; i < outLength; i++) {
            if (bytesLeft == 0) {
                tear(start, out, i, outLength);
                isOn = false;
                return false;
            }
            bytes[pointer] = out[i];
            pointer = start + (pointer + 1 - start) % page;
            bytesLeft--;
            programmed++;
        }
        if (bytesLeft == 0) {
            isOn = false;
            return false;
        }
        readyNs = nowNs + PROGRAM_NS;
        return true;
    }

    private void tear(int start, byte[] out, int from, int to) {
        switch (torn) {
            case OLD -> {}
            case NEW -> {
                for (int i = from; i < to; i++) {
                    bytes[pointer] = out[i];
                    pointer = start + (pointer + 1 - start) % page;
                }
            }
            case RANDOM -> {
                for (int i = start; i < start + page; i++) {
                    bytes[i] = (byte) random.nextInt(256);
                }
            }
            case FF -> Arrays.fill(bytes, pointer, start + page, (byte) 0xFF);
        }
    }

    @Override
    public String where() {
        return "/dev/i2c-1 0x50";
    }

    @Override
    public int burst(int register, byte[] into, int offset, int length) {
        throw new UnsupportedOperationException("no register is there");
    }

    @Override
    public int put(int register, int value) {
        throw new UnsupportedOperationException("no register is there");
    }

    @Override
    public int reopen() {
        throw new UnsupportedOperationException("the bus is another's");
    }

    @Override
    public void close() {}

    @Override
    public long nanoTime() {
        return nowNs;
    }

    @Override
    public void park(long nanos) {
        nowNs += nanos;
    }
}
