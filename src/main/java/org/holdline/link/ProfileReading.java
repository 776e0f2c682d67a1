package org.holdline.link;

import java.util.Arrays;
import java.util.Locale;
import org.holdline.link.wire.CalInfoRequest;
import org.holdline.link.wire.CalInfoResponse;
import org.holdline.link.wire.CalReadRequest;
import org.holdline.link.wire.CalReadResponse;
import org.holdline.link.wire.Codes;
import org.holdline.link.wire.ErrorResponse;
import org.holdline.link.wire.FrameWriter;
import org.holdline.link.wire.MessageType;
import org.holdline.link.wire.Protocol;
import org.holdline.link.wire.View;
import org.jspecify.annotations.Nullable;

/** Reads the profile in force before the stream goes on, piece by piece; without one, asks what the slots hold. */
final class ProfileReading {
    private static final long MS = 1_000_000;

    private final CalReadRequest read = new CalReadRequest();
    private final CalInfoRequest info = new CalInfoRequest();
    private final CalReadResponse piece = new CalReadResponse();
    private final CalInfoResponse slots = new CalInfoResponse();
    private final Txns txns;

    private boolean pending;
    private boolean asksInfo;
    private int slot;
    private int txn;
    private int tries;
    private long dueNs;
    private byte[] image = new byte[0];
    private int got;

    ProfileReading(Txns txns) {
        this.txns = txns;
    }

    void begin(ClipIdentity.ProfileTold told, long nowNs) {
        asksInfo = told.state() == Codes.ProfileState.NONE;
        slot = told.slot();
        image = new byte[0];
        got = 0;
        pending = true;
        ask(nowNs);
    }

    private void ask(long nowNs) {
        txn = txns.next();
        tries = 0;
        dueNs = nowNs;
    }

    void forget() {
        pending = false;
    }

    boolean isPending() {
        return pending;
    }

    /** Asked often enough without an answer. */
    boolean hasFailed(long nowNs) {
        return pending && tries >= Protocol.REQUEST_TRIES && nowNs - dueNs >= 0;
    }

    long dueNs() {
        return pending && tries < Protocol.REQUEST_TRIES ? dueNs : Long.MAX_VALUE;
    }

    View write(FrameWriter writer, long nowNs) {
        tries++;
        dueNs = nowNs + Protocol.CAL_RETRY_MS * MS;
        if (asksInfo) {
            writer.begin(info);
            info.setTxn(txn);
            return info;
        }
        writer.begin(read);
        read.setTxn(txn);
        read.setSlot(slot);
        read.setCount(Protocol.CAL_MAX_DATA_BYTES);
        read.setOffset(got);
        return read;
    }

    CalReadResponse piece() {
        return piece;
    }

    CalInfoResponse slots() {
        return slots;
    }

    /** The outcome once there is one; null while more is to be asked. */
    @Nullable
    ClipProfile pieceCame(long nowNs) {
        if (!pending || asksInfo || piece.txn() != txn) {
            return null;
        }
        int bytes = piece.tailBytes();
        boolean fits = piece.offset() == got
                && bytes > 0
                && got + bytes <= piece.imageBytes()
                && (got == 0 || image.length == piece.imageBytes());
        if (!fits) {
            return end(ClipProfile.State.INVALID, "the clip answers pieces of no one image");
        }
        image = got == 0 ? new byte[piece.imageBytes()] : image;
        System.arraycopy(piece.bytes(), piece.tailAt(), image, got, bytes);
        got += bytes;
        if (got < image.length) {
            ask(nowNs);
            return null;
        }
        return end(ClipProfile.State.READ, "");
    }

    @Nullable
    ClipProfile slotsCame() {
        if (!pending || !asksInfo || slots.txn() != txn) {
            return null;
        }
        boolean invalid =
                slots.slotAState() == Codes.SlotState.INVALID || slots.slotBState() == Codes.SlotState.INVALID;
        String held = "slot A " + held(slots.slotAState(), slots.slotAFault(), slots.slotAFaultAt()) + ", slot B "
                + held(slots.slotBState(), slots.slotBFault(), slots.slotBFaultAt());
        return end(invalid ? ClipProfile.State.INVALID : ClipProfile.State.NONE, held);
    }

    private static String held(int state, int fault, int at) {
        return switch (state) {
            case Codes.SlotState.EMPTY -> "is empty";
            case Codes.SlotState.INVALID ->
                String.format(Locale.ROOT, "holds no valid image (fault %d at byte %d)", fault, at);
            case Codes.SlotState.UNCONFIRMED -> "holds a profile that was never confirmed";
            default -> "holds a profile that is not in force";
        };
    }

    @Nullable
    ClipProfile refused(ErrorResponse refusal, long nowNs) {
        boolean mine = pending
                && refusal.txn() == txn
                && refusal.refusedType() == (asksInfo ? MessageType.CAL_INFO : MessageType.CAL_READ);
        if (!mine) {
            return null;
        }
        if (refusal.code() == Codes.ErrorCode.BUSY) {
            dueNs = nowNs + Protocol.CAL_RETRY_MS * MS;
            return null;
        }
        return end(
                ClipProfile.State.INVALID,
                refusal.code() == Codes.ErrorCode.CAL_STORAGE
                        ? "the clip's memory does not answer"
                        : "the clip refuses to tell its profile, code " + refusal.code());
    }

    private ClipProfile end(ClipProfile.State state, String why) {
        pending = false;
        byte[] held = state == ClipProfile.State.READ ? Arrays.copyOf(image, image.length) : new byte[0];
        return new ClipProfile(state, held, why);
    }
}
