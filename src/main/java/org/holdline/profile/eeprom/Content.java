package org.holdline.profile.eeprom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.holdline.profile.image.ImageException;
import org.holdline.profile.image.ImageHeader;
import org.holdline.profile.image.ImageLayout;
import org.holdline.profile.image.ProfileStore;
import org.holdline.profile.image.Slot;
import org.holdline.profile.image.Storage;

/** What a memory held when it was read. */
final class Content {
    private static final int BYTES = ImageLayout.SLOTS * ImageLayout.SLOT_BYTES;

    /** A serial number that no clip has: nothing is valid under it. */
    private static final String NOBODY = "";

    private final byte[] bytes;
    private final String serial;
    private final List<Slot> slots;
    private final Optional<Slot> active;

    private Content(byte[] bytes, String serial, List<Slot> slots, Optional<Slot> active) {
        this.bytes = bytes;
        this.serial = serial;
        this.slots = slots;
        this.active = active;
    }

    static Content read(Storage storage) throws IOException {
        byte[] bytes = new byte[BYTES];
        storage.read(0, bytes);
        return of(bytes);
    }

    static Content of(byte[] bytes) {
        String serial = serialIn(bytes);
        try {
            ProfileStore store = new ProfileStore(new Frozen(bytes), serial);
            return new Content(bytes, serial, List.of(store.slot(0), store.slot(1)), store.active());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String serialIn(byte[] bytes) {
        List<Slot> named = IntStream.range(0, ImageLayout.SLOTS)
                .boxed()
                .flatMap(index -> headerIn(bytes, index).map(header -> asItsOwn(bytes, index, header)).stream())
                .sorted(Comparator.comparing(Slot::state)
                        .thenComparingLong(Slot::generation)
                        .reversed())
                .toList();
        return named.stream()
                .findFirst()
                .flatMap(slot -> headerIn(bytes, slot.index()))
                .map(ImageHeader::serial)
                .orElse(NOBODY);
    }

    private static Optional<ImageHeader> headerIn(byte[] bytes, int index) {
        try {
            int at = index * ImageLayout.SLOT_BYTES + ImageLayout.IMAGE_AT;
            return Optional.of(ImageHeader.of(Arrays.copyOfRange(bytes, at, at + ImageLayout.HEADER_BYTES)));
        } catch (ImageException e) {
            return Optional.empty();
        }
    }

    /** A slot as the clip sees it whose serial number its header says; the body may be spoiled. */
    private static Slot asItsOwn(byte[] bytes, int index, ImageHeader header) {
        try {
            return new ProfileStore(new Frozen(bytes), header.serial()).slot(index);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] stateUnit(byte[] bytes, int index) {
        int at = index * ImageLayout.SLOT_BYTES + ImageLayout.STATE_AT;
        return Arrays.copyOfRange(bytes, at, at + ImageLayout.PAGE_BYTES);
    }

    /** Of the clip, as its profiles say: the confirmed one, else any, were it spoiled. Empty when there is none. */
    String serial() {
        return serial;
    }

    /** A and B. */
    List<Slot> slots() {
        return slots;
    }

    /** In force. */
    Optional<Slot> active() {
        return active;
    }

    /** The slot that the next write goes to, never the one in force. */
    Slot spare() {
        boolean begunInB = Mark.of(stateUnit(bytes, 1))
                .filter(mark -> mark.kind() != Mark.Kind.CLAIMED)
                .isPresent();
        return slots.get(active.map(slot -> 1 - slot.index()).orElse(begunInB ? 1 : 0));
    }

    /** What is under way in the spare slot, as far as it is true of what the slot holds. */
    Optional<Mark> mark() {
        Slot spare = spare();
        return Mark.of(stateUnit(bytes, spare.index())).filter(mark -> switch (mark.kind()) {
            case CLAIMED -> false;
            case WRITING -> true;
            case TRIAL ->
                spare.header().filter(image -> Mark.trial(image).equals(mark)).isPresent();
        });
    }

    Optional<Mark> mark(Mark.Kind kind) {
        return mark().filter(each -> each.kind() == kind);
    }

    /** Bytes of a slot's image; none without a valid one. */
    Optional<byte[]> image(int index) {
        int at = index * ImageLayout.SLOT_BYTES + ImageLayout.IMAGE_AT;
        return slots.get(index).header().map(header -> Arrays.copyOfRange(bytes, at, at + header.imageBytes()));
    }

    /** Whether nothing of an image has ever been in a slot. */
    boolean isEmpty(int index) {
        byte[] slot = Arrays.copyOfRange(bytes, index * ImageLayout.SLOT_BYTES, (index + 1) * ImageLayout.SLOT_BYTES);
        boolean isMarkedOnly =
                Mark.of(slot).filter(mark -> mark.kind() == Mark.Kind.CLAIMED).isPresent();
        return isErased(slot, isMarkedOnly ? ImageLayout.PAGE_BYTES : 0);
    }

    /** Whether an image was once confirmed in a slot. */
    boolean wasConfirmed(int index) {
        return Mark.isConfirmation(stateUnit(bytes, index));
    }

    /** Whether a trace of profiles is there; it is written before anything else is. */
    boolean isClaimed() {
        return Mark.isOurs(stateUnit(bytes, 0)) || Mark.isOurs(stateUnit(bytes, 1)) || !serial.isEmpty();
    }

    /**
     * Whether something is there that is none of ours. An erased memory is free, and so is one that holds anything in a
     * single page: a first write that the supply cut short.
     */
    boolean isForeign() {
        return !isClaimed() && !Eeprom.isUniform(bytes) && writtenPages() > 1;
    }

    private int writtenPages() {
        int page = EepromPart.C512.pageBytes();
        return (int) IntStream.range(0, BYTES / page)
                .filter(each -> !isErased(Arrays.copyOfRange(bytes, each * page, (each + 1) * page), 0))
                .count();
    }

    private static boolean isErased(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] != (byte) 0xFF) {
                return false;
            }
        }
        return true;
    }

    /** A memory as it was read. */
    private static final class Frozen implements Storage {
        private final byte[] bytes;

        Frozen(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void read(int at, byte[] into) {
            System.arraycopy(bytes, at, into, 0, into.length);
        }

        @Override
        public void write(int at, byte[] unit) {
            throw new UnsupportedOperationException("a memory as it was read");
        }
    }
}
