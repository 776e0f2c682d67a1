package org.holdline.profile.image;

import java.io.IOException;
import java.util.Arrays;

/**
 * An image on its way into the spare slot, piece by piece as a link brings it. The header is held back and written last, so
 * that a slot cut short has none.
 */
public final class SlotWriter {
    private static final byte ERASED = (byte) 0xFF;

    private final ProfileStore store;
    private final int index;
    private final int imageBytes;
    private final byte[] header = new byte[ImageLayout.PAGE_BYTES];
    private final byte[] unit = new byte[ImageLayout.PAGE_BYTES];
    private int nextOffset;

    SlotWriter(ProfileStore store, int index, int imageBytes) {
        this.store = store;
        this.index = index;
        this.imageBytes = imageBytes;
    }

    /** Offset of the first byte that is still missing. */
    public int nextOffset() {
        return nextOffset;
    }

    public boolean isComplete() {
        return nextOffset == imageBytes;
    }

    /**
     * Takes a piece. One that begins before {@link #nextOffset} or behind it is passed over: the answer says where to go on.
     *
     * @return {@link #nextOffset} afterwards
     * @throws IOException when the memory does not answer; the piece may be sent again
     */
    public int accept(int offset, byte[] piece) throws IOException {
        if (offset != nextOffset || offset + piece.length > imageBytes) {
            return nextOffset;
        }
        for (byte each : piece) {
            int at = nextOffset % ImageLayout.PAGE_BYTES;
            if (nextOffset < ImageLayout.PAGE_BYTES) {
                header[at] = each;
            } else {
                unit[at] = each;
            }
            boolean last = nextOffset + 1 == imageBytes;
            if (nextOffset >= ImageLayout.PAGE_BYTES && (last || at + 1 == ImageLayout.PAGE_BYTES)) {
                Arrays.fill(unit, at + 1, ImageLayout.PAGE_BYTES, ERASED);
                store.writeUnit(index, nextOffset - at, unit);
            }
            nextOffset++;
        }
        return nextOffset;
    }

    /**
     * Writes the header and reads the slot back.
     *
     * @return the slot as the memory holds it
     * @throws IllegalStateException while bytes are missing
     */
    public Slot finish() throws IOException {
        if (!isComplete()) {
            throw new IllegalStateException(nextOffset + " of " + imageBytes + " bytes are here");
        }
        store.writeUnit(index, 0, header);
        return store.slot(index, imageBytes);
    }
}
