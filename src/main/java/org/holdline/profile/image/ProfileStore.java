package org.holdline.profile.image;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The two slots of a clip.
 *
 * <p>A write goes to the slot that is not in force: its confirmation is erased first, the body follows, the header comes
 * last, and only {@link #confirm} makes it the one in force. Wherever the supply is cut, the next start finds exactly the
 * old profile or exactly the new one.
 *
 * <p>One thread.
 */
public final class ProfileStore {
    private static final byte ERASED = (byte) 0xFF;
    private static final int OWN_BYTES = -1;

    private final Storage storage;
    private final String serial;

    /**
     * A store over a clip's memory.
     *
     * @param serial of the clip; an image of another one is not valid here
     */
    public ProfileStore(Storage storage, String serial) {
        this.storage = storage;
        this.serial = serial;
    }

    /**
     * What a slot holds, read from the memory.
     *
     * @param index 0 or 1
     */
    public Slot slot(int index) throws IOException {
        return look(index, OWN_BYTES);
    }

    /**
     * What a slot holds, taken for an image of so many bytes, whatever its header says.
     *
     * @param index 0 or 1
     */
    public Slot slot(int index, int imageBytes) throws IOException {
        return look(index, imageBytes);
    }

    private Slot look(int index, int imageBytes) throws IOException {
        byte[] header = new byte[ImageLayout.HEADER_BYTES];
        storage.read(imageAt(index), header);
        try {
            int length = imageBytes == OWN_BYTES ? ImageHeader.of(header).imageBytes() : imageBytes;
            ImageHeader read = ImageReader.header(bytesOf(index, length));
            if (!read.serial().equals(serial)) {
                throw new ImageException(ImageFault.SERIAL, ImageLayout.SERIAL_AT);
            }
            Slot.State state = isConfirmed(index, read) ? Slot.State.CONFIRMED : Slot.State.UNCONFIRMED;
            return new Slot(index, state, Optional.of(read), ImageFault.NONE, 0);
        } catch (ImageException e) {
            Slot.State state = isErased(index, header) ? Slot.State.EMPTY : Slot.State.INVALID;
            return new Slot(index, state, Optional.empty(), e.fault(), e.offset());
        }
    }

    /** The slot whose profile a start takes: of the confirmed ones the one of the highest generation. */
    public Optional<Slot> active() throws IOException {
        Optional<Slot> best = Optional.empty();
        for (int index = 0; index < ImageLayout.SLOTS; index++) {
            Slot slot = slot(index);
            if (slot.state() == Slot.State.CONFIRMED
                    && (best.isEmpty() || slot.generation() > best.get().generation())) {
                best = Optional.of(slot);
            }
        }
        return best;
    }

    /** The image in a slot. */
    public byte[] image(Slot slot) throws IOException {
        ImageHeader header =
                slot.header().orElseThrow(() -> new IllegalArgumentException("no image in slot " + slot.letter()));
        return bytesOf(slot.index(), header.imageBytes());
    }

    /** The slot that the next write goes to: never the one in force. */
    public int spare() throws IOException {
        return active().map(slot -> 1 - slot.index()).orElse(0);
    }

    /**
     * Writes an image to the spare slot and reads it back. It is not in force before {@link #confirm}.
     *
     * @return the slot, unconfirmed
     * @throws ImageException when the image is none of this clip; nothing was written then
     * @throws IOException when the memory does not answer or holds something else afterwards
     */
    public Slot write(byte[] image) throws IOException, ImageException {
        ImageHeader header = ImageReader.header(image);
        if (!header.serial().equals(serial)) {
            throw new ImageException(ImageFault.SERIAL, ImageLayout.SERIAL_AT);
        }
        SlotWriter writer = begin(image.length);
        writer.accept(0, image);
        Slot written = writer.finish();
        if (written.state() != Slot.State.UNCONFIRMED || !Arrays.equals(image(written), image)) {
            throw new IOException("slot " + written.letter() + " holds something else than was written to it");
        }
        return written;
    }

    /**
     * Takes back the confirmation of the spare slot, to write an image of so many bytes there.
     *
     * @param imageBytes {@link ImageLayout#HEADER_BYTES}..{@link ImageLayout#MAX_IMAGE_BYTES}
     */
    public SlotWriter begin(int imageBytes) throws IOException {
        return begin(spare(), imageBytes);
    }

    /**
     * The same for a caller that knows which slot is spare.
     *
     * @param index 0 or 1, never the one in force
     */
    public SlotWriter begin(int index, int imageBytes) throws IOException {
        requireImage(imageBytes);
        takeBack(index);
        return new SlotWriter(this, index, imageBytes);
    }

    private static void requireImage(int imageBytes) {
        if (imageBytes <= ImageLayout.HEADER_BYTES || imageBytes > ImageLayout.MAX_IMAGE_BYTES) {
            throw new IllegalArgumentException(imageBytes + " bytes are no image");
        }
    }

    /**
     * An image into a slot whose confirmation the caller has replaced with something else.
     *
     * @param index 0 or 1, never the one in force
     * @throws IllegalStateException when a confirmation stands there
     */
    public SlotWriter into(int index, int imageBytes) throws IOException {
        requireImage(imageBytes);
        byte[] unit = new byte[ImageLayout.PAGE_BYTES];
        storage.read(index * ImageLayout.SLOT_BYTES + ImageLayout.STATE_AT, unit);
        if (Bytes.i32(unit, ImageLayout.STATE_AT) == ImageLayout.CONFIRMED_MAGIC) {
            throw new IllegalStateException("slot " + (char) ('A' + index) + " is confirmed");
        }
        return new SlotWriter(this, index, imageBytes);
    }

    /** Takes back the confirmation of a slot, and with it the slot. */
    public void takeBack(int index) throws IOException {
        byte[] unit = new byte[ImageLayout.PAGE_BYTES];
        Arrays.fill(unit, ERASED);
        int at = index * ImageLayout.SLOT_BYTES + ImageLayout.STATE_AT;
        storage.write(at, unit);
        expect(at, unit);
    }

    /** Writes one unit of a slot's image and reads it back. */
    void writeUnit(int index, int at, byte[] unit) throws IOException {
        storage.write(imageAt(index) + at, unit);
        expect(imageAt(index) + at, unit);
    }

    /** Puts a written slot in force for good. */
    public void confirm(Slot slot) throws IOException {
        ImageHeader header =
                slot.header().orElseThrow(() -> new IllegalArgumentException("no image in slot " + slot.letter()));
        byte[] unit = confirmation(header);
        int at = slot.index() * ImageLayout.SLOT_BYTES + ImageLayout.STATE_AT;
        storage.write(at, unit);
        expect(at, unit);
    }

    /**
     * Puts the other slot in force again by taking back the confirmation of the active one.
     *
     * @return false when no other slot is confirmed; nothing was written then
     */
    public boolean rollback() throws IOException {
        Optional<Slot> active = active();
        if (active.isEmpty() || slot(1 - active.get().index()).state() != Slot.State.CONFIRMED) {
            return false;
        }
        takeBack(active.get().index());
        return true;
    }

    private void expect(int at, byte[] unit) throws IOException {
        byte[] read = new byte[unit.length];
        storage.read(at, read);
        if (!Arrays.equals(read, unit)) {
            throw new IOException(
                    "the memory did not take what was written to byte " + at + ": it is write protected or worn");
        }
    }

    private boolean isConfirmed(int index, ImageHeader header) throws IOException {
        byte[] unit = new byte[ImageLayout.PAGE_BYTES];
        storage.read(index * ImageLayout.SLOT_BYTES + ImageLayout.STATE_AT, unit);
        byte[] expected = confirmation(header);
        return Arrays.equals(unit, 0, ImageLayout.STATE_BYTES, expected, 0, ImageLayout.STATE_BYTES);
    }

    private static byte[] confirmation(ImageHeader header) {
        byte[] unit = new byte[ImageLayout.PAGE_BYTES];
        Arrays.fill(unit, ERASED);
        Bytes.put(unit, 0, 4, ImageLayout.CONFIRMED_MAGIC);
        Bytes.put(unit, ImageLayout.STATE_GENERATION_AT, 4, header.generation());
        Bytes.put(unit, ImageLayout.STATE_HEADER_CRC_AT, 4, header.headerCrc());
        Bytes.put(unit, ImageLayout.STATE_CRC_AT, 4, Bytes.crc(unit, 0, ImageLayout.STATE_CRC_AT));
        return unit;
    }

    private byte[] bytesOf(int index, int imageBytes) throws IOException {
        byte[] image = new byte[imageBytes];
        storage.read(imageAt(index), image);
        return image;
    }

    private boolean isErased(int index, byte[] header) throws IOException {
        byte[] state = new byte[ImageLayout.STATE_BYTES];
        storage.read(index * ImageLayout.SLOT_BYTES + ImageLayout.STATE_AT, state);
        for (byte each : header) {
            if (each != ERASED) {
                return false;
            }
        }
        for (byte each : state) {
            if (each != ERASED) {
                return false;
            }
        }
        return true;
    }

    private static int imageAt(int index) {
        return index * ImageLayout.SLOT_BYTES + ImageLayout.IMAGE_AT;
    }
}
