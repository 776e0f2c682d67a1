package org.holdline.profile.image;

import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Memory of two slots whose supply is cut after so many written bytes. What the cut unit holds then is up to {@link Torn};
 * afterwards it answers nothing until {@link #power}.
 */
public final class TornMemory implements Storage {
    /** What the rest of the unit holds in whose write the supply was cut. */
    public enum Torn {
        OLD,
        NEW,
        RANDOM,
        FF
    }

    private final byte[] bytes = new byte[ImageLayout.SLOTS * ImageLayout.SLOT_BYTES];
    private final RandomGenerator random;
    private Torn torn = Torn.OLD;
    private long bytesLeft = Long.MAX_VALUE;
    private long written;

    public TornMemory(RandomGenerator random) {
        this.random = random;
        Arrays.fill(bytes, (byte) 0xFF);
    }

    /** A copy with its own supply, which is on. */
    public TornMemory copy() {
        TornMemory copy = new TornMemory(random);
        System.arraycopy(bytes, 0, copy.bytes, 0, bytes.length);
        return copy;
    }

    /** The supply fails after so many more bytes. */
    public void cutAfter(long count, Torn mode) {
        bytesLeft = count;
        torn = mode;
    }

    public void power() {
        bytesLeft = Long.MAX_VALUE;
    }

    /** Bytes written since it was made. */
    public long written() {
        return written;
    }

    /** The memory itself, for planting faults. */
    byte[] bytes() {
        return bytes;
    }

    @Override
    public void read(int at, byte[] into) throws IOException {
        if (bytesLeft == 0) {
            throw new IOException("no supply");
        }
        System.arraycopy(bytes, at, into, 0, into.length);
    }

    @Override
    public void write(int at, byte[] unit) throws IOException {
        if (at % ImageLayout.PAGE_BYTES != 0 || unit.length != ImageLayout.PAGE_BYTES) {
            throw new IllegalArgumentException("not a unit: " + at);
        }
        for (int i = 0; i < unit.length; i++) {
            if (bytesLeft == 0) {
                tear(at, i, unit);
                throw new IOException("the supply failed");
            }
            bytes[at + i] = unit[i];
            bytesLeft--;
            written++;
        }
        if (bytesLeft == 0) {
            throw new IOException("the supply failed");
        }
    }

    private void tear(int at, int from, byte[] unit) {
        for (int i = from; i < unit.length; i++) {
            bytes[at + i] = switch (torn) {
                case OLD -> bytes[at + i];
                case NEW -> unit[i];
                case RANDOM -> (byte) random.nextInt(256);
                case FF -> (byte) 0xFF;
            };
        }
    }
}
