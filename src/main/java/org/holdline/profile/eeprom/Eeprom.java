package org.holdline.profile.eeprom;

import java.util.Arrays;
import org.holdline.bus.Fault;
import org.holdline.bus.I2cDevice;
import org.holdline.clock.Clock;
import org.holdline.profile.eeprom.EepromException.Kind;
import org.holdline.profile.image.ImageLayout;
import org.holdline.profile.image.Storage;

/**
 * A 24-series EEPROM with two address bytes.
 *
 * <p>While it writes, for 5 ms at most, the part acknowledges nothing; with its WP pin high it acknowledges everything and
 * writes nothing. So each transfer is repeated until it is acknowledged or a deadline has passed, and each page is read back.
 * A page is written even when it holds these bytes already: one that the supply cut short may read well and not last.
 *
 * <p>Every address goes out with data behind it, or with a read that follows without a stop. An address alone would be a byte
 * to write for a part with one address byte.
 *
 * <p>One thread.
 */
public final class Eeprom implements Storage {
    private static final int ADDRESS_BYTES = 2;

    /** Read at a time: some adapters take no more in one message. */
    static final int READ_BYTES = 64;

    /** No acknowledge for so long is no write cycle: those end within 5 ms, of old parts within 20. */
    private static final long DEADLINE_NS = 50_000_000;

    private static final long POLL_NS = 300_000;

    private final I2cDevice device;
    private final EepromPart part;
    private final Clock clock;
    private final byte[] out = new byte[ADDRESS_BYTES + EepromPart.C512.pageBytes()];
    private final byte[] in = new byte[READ_BYTES];

    /** A memory that nobody has asked yet. */
    public Eeprom(I2cDevice device, EepromPart part, Clock clock) {
        this.device = device;
        this.part = part;
        this.clock = clock;
    }

    /** {@code 24C256 at /dev/i2c-1 0x50}. */
    public String name() {
        return part.partName() + " at " + device.where();
    }

    @Override
    public void read(int at, byte[] into) throws EepromException {
        for (int done = 0; done < into.length; ) {
            int length = Math.min(READ_BYTES, into.length - done);
            address(at + done);
            transfer("read", at + done, ADDRESS_BYTES, length);
            System.arraycopy(in, 0, into, done, length);
            done += length;
        }
    }

    @Override
    public void write(int at, byte[] unit) throws EepromException {
        for (int done = 0; done < unit.length; ) {
            int toPageEnd = part.pageBytes() - (at + done) % part.pageBytes();
            int length = Math.min(toPageEnd, unit.length - done);
            writePage(at + done, unit, done, length);
            done += length;
        }
    }

    private void writePage(int at, byte[] unit, int from, int length) throws EepromException {
        byte[] before = new byte[length];
        read(at, before);
        address(at);
        System.arraycopy(unit, from, out, ADDRESS_BYTES, length);
        transfer("write", at, ADDRESS_BYTES + length, 0);
        byte[] after = new byte[length];
        read(at, after);
        if (Arrays.equals(after, 0, length, unit, from, from + length)) {
            return;
        }
        if (Arrays.equals(after, before)) {
            throw new EepromException(
                    Kind.PROTECTED, name() + " acknowledged a write to byte " + at + " and holds what it held before");
        }
        throw new EepromException(
                Kind.DIFFERS, name() + " holds something else at byte " + at + " than was written there");
    }

    private void address(int at) {
        if (at < 0 || at >= EepromPart.C512.bytes()) {
            throw new IllegalArgumentException("at=" + at + ", expected 0..65535");
        }
        out[0] = (byte) (at >> Byte.SIZE);
        out[1] = (byte) at;
    }

    /** Repeats a transfer until it is acknowledged. */
    private void transfer(String what, int at, int outLength, int inLength) throws EepromException {
        long startNs = clock.nanoTime();
        while (true) {
            int answer = device.exchange(out, outLength, in, inLength);
            Fault fault = Fault.of(answer);
            if (fault == Fault.NONE) {
                return;
            }
            if (fault != Fault.NACK) {
                throw new EepromException(
                        Kind.BUS,
                        device.where() + ": " + what + " at byte " + at + " failed, "
                                + fault.name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', ' ') + " (errno "
                                + -answer + ")");
            }
            if (clock.nanoTime() - startNs > DEADLINE_NS) {
                throw new EepromException(
                        Kind.SILENT,
                        device.where() + ": no acknowledge for " + DEADLINE_NS / 1_000_000 + " ms, " + what
                                + " at byte " + at);
            }
            clock.park(POLL_NS);
        }
    }

    /**
     * Looks whether the part is what it was said to be, without writing. What is all alike tells nothing: an erased memory
     * passes, and so does one that is larger than said.
     *
     * @throws EepromException ONE_ADDRESS_BYTE or SMALLER
     */
    void identify() throws EepromException {
        checkAddressing();
        checkSize();
    }

    /** With one address byte the second is taken for data, and every read begins at the same place. */
    private void checkAddressing() throws EepromException {
        byte[] start = new byte[READ_BYTES];
        read(0, start);
        byte[] shifted = new byte[READ_BYTES / 2];
        read(READ_BYTES / 2, shifted);
        boolean isAtItsPlace = Arrays.equals(shifted, Arrays.copyOfRange(start, READ_BYTES / 2, READ_BYTES));
        boolean isFromTheStart = Arrays.equals(shifted, Arrays.copyOf(start, READ_BYTES / 2));
        if (!isAtItsPlace && isFromTheStart) {
            throw new EepromException(
                    Kind.ONE_ADDRESS_BYTE,
                    "what answers at " + device.where() + " takes one address byte, expected a 24C64 to 24C512");
        }
    }

    /** A smaller part does not look at the higher address bits, and repeats itself. */
    private void checkSize() throws EepromException {
        byte[] slots = new byte[ImageLayout.SLOTS * ImageLayout.SLOT_BYTES];
        read(0, slots);
        if (isUniform(slots)) {
            return;
        }
        byte[] behind = new byte[slots.length];
        for (int size = EepromPart.C64.bytes(); size < part.bytes(); size *= 2) {
            read(size, behind);
            if (Arrays.equals(slots, behind)) {
                throw new EepromException(
                        Kind.SMALLER,
                        "the memory at " + device.where() + " repeats itself after " + size + " bytes, setting"
                                + " i2c.eeprom_part says " + part.partName() + " of " + part.bytes());
            }
        }
    }

    static boolean isUniform(byte[] bytes) {
        for (byte each : bytes) {
            if (each != bytes[0]) {
                return false;
            }
        }
        return true;
    }
}
