package org.holdline.link;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.holdline.link.wire.MessageType;
import org.holdline.link.wire.PlainWire;
import org.holdline.link.wire.Protocol;

/**
 * Which frames went into one direction of a line and which came out, by an own reading of the wire format: a frame that came
 * out and never went in is a wrong one.
 */
public final class FrameLedger {
    private static final int HEADER_AND_CRC_BYTES = 10;

    /**
     * What came out since the beginning; the names are those of the link's own counters.
     *
     * @param wrong frames that nobody sent
     */
    public record Account(long sent, long bytes, long frames, long dropped, long lost, long repeated, long wrong) {
        /** One that comes late, behind another, counts as lost first and as repeated then. */
        public long neverCame() {
            return Math.max(0, lost - repeated);
        }

        public Account since(Account before) {
            return new Account(
                    sent - before.sent,
                    bytes - before.bytes,
                    frames - before.frames,
                    dropped - before.dropped,
                    lost - before.lost,
                    repeated - before.repeated,
                    wrong - before.wrong);
        }
    }

    private final Set<Long> known = new HashSet<>();
    private final ByteArrayOutputStream goingIn = new ByteArrayOutputStream();
    private final ByteArrayOutputStream comingOut = new ByteArrayOutputStream();
    private boolean tooLong;
    private int expectedSeq = -1;
    private long sent;
    private long bytes;
    private long frames;
    private long dropped;
    private long lost;
    private long repeated;
    private long wrong;

    public synchronized Account account() {
        return new Account(sent, bytes, frames, dropped, lost, repeated, wrong);
    }

    /** Bytes as the sender wrote them. */
    public synchronized void in(byte[] written) {
        for (byte next : written) {
            if (next != 0) {
                goingIn.write(next);
                continue;
            }
            byte[] frame = frame(goingIn.toByteArray());
            goingIn.reset();
            if (frame != null) {
                sent++;
                known.add(digest(frame));
            }
        }
    }

    /** Bytes as the receiver gets them. */
    public synchronized void out(byte[] read, int length) {
        bytes += length;
        for (int i = 0; i < length; i++) {
            if (read[i] == 0) {
                endPiece();
            } else if (comingOut.size() < Protocol.MAX_ENCODED_BYTES) {
                comingOut.write(read[i]);
            } else if (!tooLong) {
                tooLong = true;
                dropped++;
            }
        }
    }

    /** The receiver begins anew, as it does when a port is opened. */
    public synchronized void cut() {
        goingIn.reset();
        comingOut.reset();
        tooLong = false;
        expectedSeq = -1;
    }

    private void endPiece() {
        byte[] piece = comingOut.toByteArray();
        comingOut.reset();
        if (tooLong || piece.length == 0) {
            tooLong = false;
            return;
        }
        byte[] frame = frame(piece);
        if (frame == null) {
            dropped++;
            return;
        }
        frames++;
        wrong += known.contains(digest(frame)) ? 0 : 1;
        int seq = u16(frame, 2);
        int ahead = expectedSeq < 0 || frame[1] == MessageType.HELLO ? 0 : (short) (seq - expectedSeq);
        if (ahead < 0) {
            repeated++;
        } else {
            lost += ahead;
            expectedSeq = seq + 1;
        }
    }

    /** Null when the bytes are no frame. */
    private static byte[] frame(byte[] piece) {
        byte[] frame = PlainWire.unstuff(piece);
        if (frame == null
                || frame.length < HEADER_AND_CRC_BYTES
                || u16(frame, 4) != frame.length - HEADER_AND_CRC_BYTES) {
            return null;
        }
        byte[] body = Arrays.copyOf(frame, frame.length - 4);
        return Arrays.equals(PlainWire.sealed(body), frame) ? frame : null;
    }

    private static int u16(byte[] from, int at) {
        return (from[at] & 0xFF) | (from[at + 1] & 0xFF) << 8;
    }

    /** FNV-1a, 64 bits. */
    private static long digest(byte[] frame) {
        long hash = 0xcbf29ce484222325L;
        for (byte next : frame) {
            hash = (hash ^ (next & 0xFF)) * 0x100000001b3L;
        }
        return hash;
    }
}
