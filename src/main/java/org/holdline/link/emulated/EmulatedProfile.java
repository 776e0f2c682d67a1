package org.holdline.link.emulated;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.holdline.link.wire.CalBeginRequest;
import org.holdline.link.wire.CalBeginResponse;
import org.holdline.link.wire.CalCommitRequest;
import org.holdline.link.wire.CalCommitResponse;
import org.holdline.link.wire.CalConfirmRequest;
import org.holdline.link.wire.CalConfirmResponse;
import org.holdline.link.wire.CalInfoResponse;
import org.holdline.link.wire.CalReadRequest;
import org.holdline.link.wire.CalReadResponse;
import org.holdline.link.wire.CalRollbackRequest;
import org.holdline.link.wire.CalRollbackResponse;
import org.holdline.link.wire.CalVerifyResponse;
import org.holdline.link.wire.CalWriteRequest;
import org.holdline.link.wire.Codes.CalState;
import org.holdline.link.wire.Codes.ErrorCode;
import org.holdline.link.wire.Codes.ProfileState;
import org.holdline.link.wire.HelloResponse;
import org.holdline.link.wire.Protocol;
import org.holdline.profile.image.ImageException;
import org.holdline.profile.image.ImageFault;
import org.holdline.profile.image.ImageHeader;
import org.holdline.profile.image.ImageLayout;
import org.holdline.profile.image.ProfileMac;
import org.holdline.profile.image.ProfileStore;
import org.holdline.profile.image.Slot;
import org.holdline.profile.image.SlotWriter;
import org.jspecify.annotations.Nullable;

/**
 * The clip's side of CAL_*: states, refusals in the order of the text, and the two slots as they were when they were looked at
 * last. The memory is read at a start and by what needs it, never while a stream runs.
 */
final class EmulatedProfile {
    /** A refusal that the caller turns into an ERROR. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        final int code;
        final long detail;

        Refused(int code, long detail) {
            super(null, null, false, false);
            this.code = code;
            this.detail = detail;
        }
    }

    /** What a CAL_BEGIN said. */
    private record Begun(
            int slot,
            int imageBytes,
            long generation,
            int crc,
            int headerCrc,
            long expectedGeneration,
            int expectedCrc) {
        static final Begun NOTHING = new Begun(0, 0, 0, 0, 0, 0, 0);

        static Begun of(CalBeginRequest asked, int slot) {
            return new Begun(
                    slot,
                    asked.imageBytes(),
                    asked.generation(),
                    asked.crc(),
                    asked.headerCrc(),
                    asked.expectedGeneration(),
                    asked.expectedCrc());
        }

        /** Finds the fault of a slot that does not hold this image. */
        void compare(Slot slot) throws ImageException {
            if (slot.fault() != ImageFault.NONE) {
                throw new ImageException(slot.fault(), slot.offset());
            }
            ImageHeader header = slot.header().orElseThrow();
            if (header.headerCrc() != headerCrc) {
                throw new ImageException(ImageFault.HEADER_CRC, ImageLayout.HEADER_CRC_AT);
            }
            if (header.generation() != generation) {
                throw new ImageException(ImageFault.RANGE, ImageLayout.GENERATION_AT);
            }
            if (header.bodyCrc() != crc) {
                throw new ImageException(ImageFault.BODY_CRC, ImageLayout.BODY_CRC_AT);
            }
        }

        boolean isSameImage(Begun other) {
            return imageBytes == other.imageBytes
                    && generation == other.generation
                    && crc == other.crc
                    && headerCrc == other.headerCrc;
        }
    }

    private static final int NO_SLOT = 255;
    private static final long MS = 1000;
    private static final long DETAIL_FAULT = 65_536;

    private final ProfileMemory memory;
    private final byte[] serial;
    private final ProfileStore store;
    private final Slot[] slots = new Slot[ImageLayout.SLOTS];

    private int state = CalState.IDLE;
    private long heardUs;
    private long windowUntilUs;
    private @Nullable SlotWriter writer;
    private int cellPct = 255;
    private Begun begun = Begun.NOTHING;
    private byte[] challenge = new byte[Protocol.CAL_CHALLENGE_BYTES];

    EmulatedProfile(ProfileMemory memory, String serial, byte[] paddedSerial) {
        this.memory = memory;
        this.serial = paddedSerial;
        store = new ProfileStore(memory.storage(), serial);
        for (int i = 0; i < slots.length; i++) {
            slots[i] = look(i);
        }
    }

    /** A slot that the memory does not answer for is invalid, without a fault. */
    private Slot look(int index) {
        try {
            return store.slot(index);
        } catch (IOException e) {
            return without(index);
        }
    }

    private static Slot without(int index) {
        return new Slot(index, Slot.State.INVALID, Optional.empty(), ImageFault.NONE, 0);
    }

    /** A long press while no stream was on. */
    void openWindow(long nowUs) {
        windowUntilUs = nowUs + Protocol.CAL_WINDOW_MS * MS;
    }

    /** Forgets a write that nobody went on with. */
    void pass(long nowUs) {
        boolean writing = state == CalState.WRITING || state == CalState.VERIFIED;
        if (writing && nowUs - heardUs >= Protocol.CAL_SESSION_MS * MS) {
            forget();
        }
    }

    private void forget() {
        int index = begun.slot();
        boolean halfWritten = state == CalState.WRITING;
        state = CalState.IDLE;
        writer = null;
        if (halfWritten) {
            slots[index] = look(index);
        }
    }

    /** Any CAL_* came. */
    void heard(long nowUs) {
        pass(nowUs);
        heardUs = nowUs;
    }

    /** Charge left, %; 255 when that is not known or a charger is connected. */
    void cell(int pct) {
        cellPct = pct;
    }

    void introduce(HelloResponse hello) {
        Optional<Slot> force = inForce();
        hello.setProfileState(
                state == CalState.TRIAL
                        ? ProfileState.TRIAL
                        : force.isPresent() ? ProfileState.CONFIRMED : ProfileState.NONE);
        force.ifPresent(slot -> {
            hello.setProfileSlot(slot.index());
            hello.setProfileGeneration(slot.generation());
            hello.setProfileCrc(crc(slot));
        });
    }

    /** In force now: the one on trial, or the confirmed one. */
    private Optional<Slot> inForce() {
        if (state == CalState.TRIAL) {
            return Optional.of(slots[begun.slot()]);
        }
        return Arrays.stream(slots)
                .filter(slot -> slot.state() == Slot.State.CONFIRMED)
                .max(Comparator.comparingLong(Slot::generation));
    }

    private static int crc(Slot slot) {
        return slot.header().map(ImageHeader::bodyCrc).orElse(0);
    }

    void info(CalInfoResponse answer, long nowUs) {
        Slot a = slots[0];
        Slot b = slots[1];
        answer.setState(state);
        answer.setActiveSlot(inForce().map(Slot::index).orElse(NO_SLOT));
        long leftUs = nowUs < windowUntilUs ? windowUntilUs - nowUs : 0;
        answer.setWindowS((int) ((leftUs + 999_999) / 1_000_000));
        answer.setKey(memory.key().isPresent() ? 1 : 0);
        answer.setSlotAState(a.state().ordinal());
        answer.setSlotAFault(a.fault().code());
        answer.setSlotAFaultAt(a.offset());
        answer.setSlotAImageBytes(a.header().map(ImageHeader::imageBytes).orElse(0));
        answer.setSlotAGeneration(a.generation());
        answer.setSlotACrc(crc(a));
        answer.setSlotBState(b.state().ordinal());
        answer.setSlotBFault(b.fault().code());
        answer.setSlotBFaultAt(b.offset());
        answer.setSlotBImageBytes(b.header().map(ImageHeader::imageBytes).orElse(0));
        answer.setSlotBGeneration(b.generation());
        answer.setSlotBCrc(crc(b));
        if (state != CalState.IDLE) {
            answer.setNextOff(nextOffset());
            answer.setWriteGeneration(begun.generation());
            answer.setWriteCrc(begun.crc());
        }
    }

    /** Bytes of an image; the answer's fields are set, the tail is returned. */
    byte[] read(CalReadRequest asked, CalReadResponse answer) throws Refused {
        Slot slot = slots[asked.slot()];
        require(slot.header().isPresent(), ErrorCode.CAL_NONE, asked.slot());
        int imageBytes = slot.header().orElseThrow().imageBytes();
        require(asked.offset() < imageBytes, ErrorCode.RANGE, 4);
        byte[] image = image(slot);
        answer.setSlot(asked.slot());
        answer.setOffset(asked.offset());
        answer.setImageBytes(imageBytes);
        return Arrays.copyOfRange(image, asked.offset(), Math.min(image.length, asked.offset() + asked.count()));
    }

    void begin(CalBeginRequest asked, CalBeginResponse answer, long nowUs) throws Refused {
        byte[] meant = Arrays.copyOfRange(asked.bytes(), asked.serialAt(), asked.serialAt() + serial.length);
        if (!Arrays.equals(meant, serial)) {
            throw new Refused(ErrorCode.CAL_SERIAL, 0);
        }
        if (isSame(asked)) {
            answer.setNextOff(nextOffset());
            answer.setChallenge(challenge);
            return;
        }
        require(state == CalState.IDLE, ErrorCode.CAL_STATE, state);
        Optional<Slot> force = inForce();
        expect(force, asked.expectedGeneration(), asked.expectedCrc());
        require(asked.generation() > force.map(Slot::generation).orElse(0L), ErrorCode.RANGE, 4);
        mayWrite(nowUs);
        int spare = force.map(slot -> 1 - slot.index()).orElse(0);
        try {
            writer = store.begin(spare, asked.imageBytes());
        } catch (IOException e) {
            slots[spare] = look(spare);
            throw new Refused(ErrorCode.CAL_STORAGE, 0);
        }
        slots[spare] = without(spare);
        begun = Begun.of(asked, spare);
        challenge = memory.challenge().get();
        state = CalState.WRITING;
        answer.setNextOff(0);
        answer.setChallenge(challenge);
    }

    private boolean isSame(CalBeginRequest asked) {
        return (state == CalState.WRITING || state == CalState.VERIFIED)
                && Begun.of(asked, begun.slot()).isSameImage(begun);
    }

    private void mayWrite(long nowUs) throws Refused {
        require(nowUs < windowUntilUs, ErrorCode.CAL_WINDOW, 0);
        powered();
    }

    private void powered() throws Refused {
        require(cellPct >= Protocol.CAL_MIN_BATTERY_PCT, ErrorCode.BATTERY_LOW, cellPct);
    }

    private int nextOffset() {
        return writer == null ? begun.imageBytes() : writer.nextOffset();
    }

    private static void expect(Optional<Slot> force, long generation, int crc) throws Refused {
        long held = force.map(Slot::generation).orElse(0L);
        int heldCrc = force.map(EmulatedProfile::crc).orElse(0);
        require(held == generation && heldCrc == crc, ErrorCode.CAL_EXPECTED, held);
    }

    int write(CalWriteRequest asked) throws Refused {
        SlotWriter into = writer;
        if (state != CalState.WRITING || into == null) {
            throw new Refused(ErrorCode.CAL_STATE, state);
        }
        byte[] piece = Arrays.copyOfRange(asked.bytes(), asked.tailAt(), asked.tailAt() + asked.tailBytes());
        try {
            return into.accept(asked.offset(), piece);
        } catch (IOException e) {
            throw new Refused(ErrorCode.CAL_STORAGE, 0);
        }
    }

    void verify(CalVerifyResponse answer) throws Refused {
        SlotWriter into = writer;
        boolean complete = state == CalState.WRITING && into != null && into.isComplete();
        require(complete || state == CalState.VERIFIED, ErrorCode.CAL_STATE, state);
        Slot slot;
        try {
            slot = complete && into != null ? into.finish() : store.slot(begun.slot(), begun.imageBytes());
        } catch (IOException e) {
            throw new Refused(ErrorCode.CAL_STORAGE, 0);
        }
        try {
            begun.compare(slot);
        } catch (ImageException e) {
            state = CalState.IDLE;
            forget();
            slots[begun.slot()] = look(begun.slot());
            throw new Refused(ErrorCode.CAL_INVALID, e.fault().code() * DETAIL_FAULT + e.offset());
        }
        slots[begun.slot()] = slot;
        state = CalState.VERIFIED;
        answer.setImageBytes(slot.header().orElseThrow().imageBytes());
        answer.setGeneration(slot.generation());
        answer.setCrc(crc(slot));
    }

    void commit(CalCommitRequest asked, CalCommitResponse answer) throws Refused {
        if (state != CalState.TRIAL) {
            require(state == CalState.VERIFIED, ErrorCode.CAL_STATE, state);
            byte[] mac = Arrays.copyOfRange(asked.bytes(), asked.macAt(), asked.macAt() + Protocol.CAL_MAC_BYTES);
            if (memory.key().isPresent()
                    && !ProfileMac.isRight(mac, expectedMac(memory.key().get(), trial()))) {
                forget();
                windowUntilUs = 0;
                throw new Refused(ErrorCode.CAL_MAC, 0);
            }
            state = CalState.TRIAL;
        }
        Slot slot = trial();
        answer.setSlot(slot.index());
        answer.setGeneration(slot.generation());
        answer.setCrc(crc(slot));
    }

    private byte[] expectedMac(byte[] key, Slot slot) throws Refused {
        return ProfileMac.of(
                key,
                new ProfileMac.Occasion(challenge, serial, begun.expectedGeneration(), begun.expectedCrc()),
                image(slot));
    }

    /** The slot that was read back. */
    private Slot trial() {
        return slots[begun.slot()];
    }

    void confirm(CalConfirmRequest asked, CalConfirmResponse answer) throws Refused {
        Optional<Slot> force = inForce();
        if (state == CalState.IDLE && isThat(force, asked.generation(), asked.crc())) {
            answer.setSlot(force.orElseThrow().index());
            return;
        }
        require(state == CalState.TRIAL, ErrorCode.CAL_STATE, state);
        Slot trial = trial();
        expect(Optional.of(trial), asked.generation(), asked.crc());
        powered();
        try {
            store.confirm(trial);
        } catch (IOException e) {
            throw new Refused(ErrorCode.CAL_STORAGE, 0);
        }
        slots[trial.index()] =
                new Slot(trial.index(), Slot.State.CONFIRMED, trial.header(), trial.fault(), trial.offset());
        answer.setSlot(trial.index());
        forget();
    }

    private static boolean isThat(Optional<Slot> slot, long generation, int crc) {
        return slot.isPresent() && slot.get().generation() == generation && crc(slot.get()) == crc;
    }

    void rollback(CalRollbackRequest asked, CalRollbackResponse answer, long nowUs) throws Refused {
        Optional<Slot> force = inForce();
        if (state == CalState.IDLE && isThat(force, asked.toGeneration(), asked.toCrc())) {
            answer.setSlot(force.orElseThrow().index());
            return;
        }
        require(state == CalState.IDLE, ErrorCode.CAL_STATE, state);
        expect(force, asked.fromGeneration(), asked.fromCrc());
        int other = force.map(slot -> 1 - slot.index()).orElse(0);
        Slot target = slots[other];
        boolean there = target.state() == Slot.State.CONFIRMED
                && isThat(Optional.of(target), asked.toGeneration(), asked.toCrc());
        require(there, ErrorCode.CAL_NONE, other);
        mayWrite(nowUs);
        try {
            store.takeBack(1 - other);
        } catch (IOException e) {
            throw new Refused(ErrorCode.CAL_STORAGE, 0);
        } finally {
            slots[1 - other] = look(1 - other);
        }
        answer.setSlot(other);
    }

    void abort() {
        forget();
    }

    private byte[] image(Slot slot) throws Refused {
        try {
            return store.image(slot);
        } catch (IOException e) {
            throw new Refused(ErrorCode.CAL_STORAGE, 0);
        }
    }

    private static void require(boolean holds, int code, long detail) throws Refused {
        if (!holds) {
            throw new Refused(code, detail);
        }
    }
}
