package org.holdline.profile.eeprom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.holdline.link.wire.Codes.CalState;
import org.holdline.link.wire.Codes.SlotState;
import org.holdline.profile.flash.FlashException;
import org.holdline.profile.flash.Holding;
import org.holdline.profile.flash.ProfileHolder;
import org.holdline.profile.flash.Refusal;
import org.holdline.profile.form.Filled;
import org.holdline.profile.image.ImageException;
import org.holdline.profile.image.ImageHeader;
import org.holdline.profile.image.ImageLayout;
import org.holdline.profile.image.ImageReader;
import org.holdline.profile.image.ProfileStore;
import org.holdline.profile.image.Slot;
import org.holdline.profile.image.SlotWriter;

/**
 * A wired clip's memory. Whose it is, its own profiles say; an empty one takes the serial number of the first profile.
 *
 * <p>A write: mark of the spare slot that an image is being written, body, header, all read back, mark that it is on trial.
 * No power-up ends a trial, since nothing here notices one: {@link #confirm} or {@link #abort} does. Until it is confirmed
 * the profile before stays in force. Wherever the supply is cut, what is read next is exactly the old profile or the new one.
 *
 * <p>Nobody can be made to press a button here and no key is asked for: who may open the bus may write, unless the WP pin
 * says no.
 */
public final class EepromHolder implements ProfileHolder {
    /**
     * How a memory is used.
     *
     * @param parts codes of the IMUs on the same clip, as the settings say, lower first
     * @param takesForeign whether one that holds something else may be taken for profiles
     */
    public record Options(List<Integer> parts, boolean takesForeign) {}

    private final Eeprom memory;
    private final Options options;
    private final Runnable onClose;
    private Optional<String> serial = Optional.empty();
    private boolean wasHeard;

    /** @param onClose gives the bus back */
    public EepromHolder(Eeprom memory, Options options, Runnable onClose) {
        this.memory = memory;
        this.options = options;
        this.onClose = onClose;
    }

    /** What the bus or the memory may refuse. */
    @FunctionalInterface
    private interface Work<R> {
        R carryOut() throws IOException, FlashException;
    }

    private <R> R on(Work<R> work) throws FlashException {
        try {
            return work.carryOut();
        } catch (EepromException e) {
            throw new FlashException(refusal(e.kind()), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new FlashException(Refusal.STORAGE, String.valueOf(e.getMessage()), e);
        }
    }

    private Refusal refusal(EepromException.Kind kind) {
        return switch (kind) {
            case SILENT -> wasHeard ? Refusal.LINK_LOST : Refusal.NO_MEMORY;
            case BUS -> Refusal.BUS;
            case PROTECTED -> Refusal.WRITE_PROTECTED;
            case DIFFERS -> Refusal.STORAGE;
            case ONE_ADDRESS_BYTE, SMALLER -> Refusal.OTHER_MEMORY;
        };
    }

    @Override
    public Holding look() throws FlashException {
        return on(() -> holding(content()));
    }

    private Content content() throws IOException, FlashException {
        if (!wasHeard) {
            memory.identify();
            wasHeard = true;
        }
        Content content = Content.read(memory);
        if (content.isForeign() && !options.takesForeign()) {
            throw new FlashException(Refusal.FOREIGN, memory.name());
        }
        serial = Optional.of(content.serial());
        return content;
    }

    private Holding holding(Content content) throws IOException {
        Optional<Mark> writing = content.mark(Mark.Kind.WRITING);
        boolean onTrial = content.mark(Mark.Kind.TRIAL).isPresent();
        int state = onTrial ? CalState.TRIAL : writing.isPresent() ? CalState.WRITING : CalState.IDLE;
        Optional<Slot> shown = onTrial ? Optional.of(content.spare()) : content.active();
        List<Holding.Slot> slots = new ArrayList<>();
        content.slots().forEach(slot -> slots.add(told(content, slot)));
        return new Holding(
                device(content),
                state,
                shown.map(Slot::index),
                Holding.NO_WINDOW,
                false,
                slots,
                writing.map(mark -> new Holding.Writing(0, mark.generation(), mark.crc()))
                        .orElse(new Holding.Writing(0, 0, 0)),
                new Holding.Power(Integer.MAX_VALUE, false, false));
    }

    private static Holding.Slot told(Content content, Slot slot) {
        return new Holding.Slot(
                slot.index(),
                content.isEmpty(slot.index()) ? SlotState.EMPTY : slot.state().ordinal(),
                slot.fault().code(),
                slot.offset(),
                slot.header().map(ImageHeader::imageBytes).orElse(0),
                slot.generation(),
                slot.header().map(ImageHeader::bodyCrc).orElse(0));
    }

    private Holding.Device device(Content content) throws IOException {
        Optional<byte[]> inForce = content.active().flatMap(slot -> content.image(slot.index()));
        int major = Holding.UNKNOWN;
        int minor = Holding.UNKNOWN;
        if (inForce.isPresent()) {
            try {
                // A board does not change under its memory; which IMUs hang on it the settings say.
                Filled profile = ImageReader.profile(inForce.get());
                major = (int) profile.number("", "hardware_major");
                minor = (int) profile.number("", "hardware_minor");
            } catch (ImageException e) {
                throw new IOException("the profile in force cannot be read", e);
            }
        }
        return new Holding.Device(
                content.serial(), 0, major, minor, "", Holding.UNKNOWN, options.parts(), Optional.of(memory.name()));
    }

    @Override
    public byte[] image(int slot) throws FlashException {
        Content content = on(this::content);
        return content.image(slot)
                .orElseThrow(() -> new FlashException(Refusal.NO_PROFILE, "slot " + (char) ('A' + slot)));
    }

    @Override
    public void write(byte[] image, Terms terms, Progress progress) throws FlashException {
        ImageHeader header = headerOf(image);
        on(() -> {
            Content before = content();
            if (isOnTrial(before, header)) {
                return before;
            }
            mayWrite(before, header, terms);
            claim(before);
            int spare = before.spare().index();
            memory.write(stateAt(spare), Mark.writing(header).unit());
            put(new ProfileStore(memory, header.serial()).into(spare, image.length), image, progress);
            Content written = content();
            if (!Arrays.equals(written.image(spare).orElse(new byte[0]), image)) {
                throw new FlashException(
                        Refusal.STORAGE, "slot " + written.slots().get(spare).letter() + " holds something else");
            }
            memory.write(stateAt(spare), Mark.trial(header).unit());
            return written;
        });
    }

    private static ImageHeader headerOf(byte[] image) {
        try {
            return ImageReader.header(image);
        } catch (ImageException e) {
            throw new IllegalArgumentException("no image to write: " + e.getMessage(), e);
        }
    }

    private static boolean isOnTrial(Content content, ImageHeader image) {
        return content.mark(Mark.Kind.TRIAL)
                .filter(mark -> mark.equals(Mark.trial(image)))
                .isPresent();
    }

    private static void mayWrite(Content now, ImageHeader image, Terms terms) throws FlashException {
        require(
                now.serial().isEmpty() || now.serial().equals(image.serial()),
                Refusal.SERIAL,
                "it is for " + image.serial() + ", the clip is " + now.serial());
        require(now.mark(Mark.Kind.TRIAL).isEmpty(), Refusal.ON_TRIAL, "");
        require(
                now.mark(Mark.Kind.WRITING)
                        .map(mark -> mark.equals(Mark.writing(image)))
                        .orElse(true),
                Refusal.UNFINISHED,
                "");
        long generation = now.active().map(Slot::generation).orElse(0L);
        int crc = now.active().flatMap(Slot::header).map(ImageHeader::bodyCrc).orElse(0);
        require(
                generation == terms.expectedGeneration() && crc == terms.expectedCrc(),
                Refusal.CONFLICT,
                generation == 0 ? "none is in force" : "generation " + generation + " is in force");
        require(image.generation() > generation, Refusal.GENERATION, "");
    }

    /** The first write of all leaves a trace in the slot it does not go to: a cut may take the one where it goes. */
    private void claim(Content before) throws IOException {
        if (!before.isClaimed()) {
            memory.write(stateAt(1 - before.spare().index()), Mark.claimed().unit());
        }
    }

    private static void put(SlotWriter writer, byte[] image, Progress progress) throws IOException {
        for (int at = 0; at < image.length; at += ImageLayout.PAGE_BYTES) {
            progress.written(at, image.length);
            writer.accept(at, Arrays.copyOfRange(image, at, Math.min(image.length, at + ImageLayout.PAGE_BYTES)));
        }
        writer.finish();
        progress.written(image.length, image.length);
    }

    @Override
    public void confirm(long generation, int crc) throws FlashException {
        on(() -> {
            Content now = content();
            if (isInForce(now, generation, crc) && now.mark(Mark.Kind.TRIAL).isEmpty()) {
                return now;
            }
            Slot spare = now.spare();
            boolean isThere = now.mark(Mark.Kind.TRIAL).isPresent() && isSlot(spare, generation, crc);
            require(isThere, Refusal.NOTHING_ON_TRIAL, "");
            new ProfileStore(memory, now.serial()).confirm(spare);
            Content after = content();
            require(isInForce(after, generation, crc), Refusal.MISMATCH, "");
            return after;
        });
    }

    private static boolean isInForce(Content content, long generation, int crc) {
        return content.active().filter(slot -> isSlot(slot, generation, crc)).isPresent();
    }

    private static boolean isSlot(Slot slot, long generation, int crc) {
        return slot.header()
                .filter(image -> image.generation() == generation && image.bodyCrc() == crc)
                .isPresent();
    }

    @Override
    public void rollBack(Holding.Slot from, Holding.Slot to) throws FlashException {
        on(() -> {
            Content now = content();
            if (isInForce(now, to.generation(), to.crc())) {
                return now;
            }
            require(now.mark().isEmpty(), Refusal.CONFLICT, "");
            require(isInForce(now, from.generation(), from.crc()), Refusal.CONFLICT, "");
            Slot other = now.spare();
            require(
                    other.state() == Slot.State.CONFIRMED && isSlot(other, to.generation(), to.crc()),
                    Refusal.NO_OTHER,
                    "");
            new ProfileStore(memory, now.serial()).rollback();
            return now;
        });
    }

    @Override
    public void abort() throws FlashException {
        on(() -> {
            Content now = content();
            if (now.mark().isPresent()) {
                new ProfileStore(memory, now.serial()).takeBack(now.spare().index());
            }
            return now;
        });
    }

    private static int stateAt(int slot) {
        return slot * ImageLayout.SLOT_BYTES + ImageLayout.STATE_AT;
    }

    private static void require(boolean holds, Refusal refusal, String detail) throws FlashException {
        if (!holds) {
            throw new FlashException(refusal, detail);
        }
    }

    @Override
    public Optional<String> serial() {
        return serial;
    }

    @Override
    public void rest() {
        // There is no button to wait for.
    }

    @Override
    public void close() {
        onClose.run();
    }
}
