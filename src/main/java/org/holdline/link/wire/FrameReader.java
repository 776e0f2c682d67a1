package org.holdline.link.wire;

/**
 * Finds frames in a byte stream and counts what is none, as the receiver of {@code firmware-protocol/README.md}.
 *
 * <p>Takes any bytes in any portions. Never allocates, waits or throws. Not thread-safe: belongs to the thread that reads
 * the port, counters included.
 */
public final class FrameReader {
    private static final int NOT_IN_FORCE = -1;

    private final Side sender;
    private final FrameSink sink;
    private final Crc crc = new Crc();
    private final Frame frame = new Frame();
    private final long[] counts = new long[Counter.COUNT];

    private int filled;
    private boolean skipping;
    private int versionInForce = NOT_IN_FORCE;
    private boolean seqKnown;
    private int seqExpected;

    /**
     * @param sender the other side, whose messages are expected
     * @param sink where frames go
     */
    public FrameReader(Side sender, FrameSink sink) {
        this.sender = sender;
        this.sink = sink;
    }

    /** Forgets the beginnings of a frame, the version in force and the expected number; the counters go on. */
    public void reset() {
        filled = 0;
        skipping = false;
        seqKnown = false;
        clearVersionInForce();
    }

    /** Takes every version it speaks from now on. */
    public void clearVersionInForce() {
        versionInForce = NOT_IN_FORCE;
    }

    /** Takes only this version from now on, except HELLO and ERROR. */
    public void setVersionInForce(int version) {
        versionInForce = version;
    }

    /**
     * How much was counted since the start, modulo 2^32 where it goes into STATUS.
     *
     * @param counter one of {@link Counter}
     */
    public long count(int counter) {
        return counts[counter];
    }

    /** Takes the next bytes of the stream. */
    public void feed(byte[] bytes, int at, int length) {
        counts[Counter.BYTES] += length;
        for (int i = at; i < at + length; i++) {
            byte next = bytes[i];
            if (next == 0) {
                endPiece();
            } else if (filled < Protocol.MAX_ENCODED_BYTES) {
                frame.bytes[filled++] = next;
            } else if (!skipping) {
                skipping = true;
                counts[Counter.OVERSIZE]++;
            }
        }
    }

    private void endPiece() {
        int encoded = filled;
        boolean whole = !skipping;
        filled = 0;
        skipping = false;
        if (whole && encoded > 0) {
            int drop = examine(encoded);
            counts[drop]++;
            deliver(drop);
        }
    }

    /** Answers {@link Counter#FRAMES} or the counter of the drop. */
    private int examine(int encoded) {
        int length = Cobs.decodeInPlace(frame.bytes, encoded);
        if (length == Cobs.BAD) {
            return Counter.COBS;
        }
        if (length < Protocol.MIN_FRAME_BYTES) {
            return Counter.SHORT;
        }
        frame.payloadBytes = length - Protocol.MIN_FRAME_BYTES;
        if (frame.lengthField() != frame.payloadBytes) {
            return Counter.LENGTH;
        }
        int crcAt = length - Protocol.CRC_BYTES;
        if (crc.of(frame.bytes, 0, crcAt) != LittleEndian.i32(frame.bytes, crcAt)) {
            return Counter.CRC;
        }
        if (!isVersionWelcome()) {
            return Counter.VERSION;
        }
        int flags = frame.flags();
        if ((flags & Protocol.FLAGS_RESERVED) != 0 || flags == (Protocol.FLAG_REQUEST | Protocol.FLAG_RESPONSE)) {
            return Counter.FLAGS;
        }
        return KnownMessages.judge(frame, sender);
    }

    private boolean isVersionWelcome() {
        int type = frame.type();
        int version = frame.version();
        if (type == MessageType.HELLO || type == MessageType.ERROR) {
            return version == Protocol.VERSION_GREETING;
        }
        return versionInForce == NOT_IN_FORCE
                ? version >= Protocol.VERSION_MIN && version <= Protocol.VERSION_MAX
                : version == versionInForce;
    }

    private void deliver(int drop) {
        if (drop != Counter.FRAMES && drop != Counter.UNKNOWN && drop != Counter.PAYLOAD) {
            return;
        }
        compareSeq();
        if (drop == Counter.FRAMES) {
            sink.frame(frame);
        } else if (frame.flags() == Protocol.FLAG_REQUEST) {
            boolean unknown = drop == Counter.UNKNOWN;
            sink.refused(
                    frame,
                    unknown ? Codes.ErrorCode.UNKNOWN_TYPE : Codes.ErrorCode.PAYLOAD,
                    unknown ? 0 : frame.payloadBytes);
        }
    }

    private void compareSeq() {
        int seq = frame.seq();
        int ahead = !seqKnown || frame.type() == MessageType.HELLO ? 0 : (short) (seq - seqExpected);
        if (ahead < 0) {
            counts[Counter.SEQ_REPEATED]++;
            return;
        }
        counts[Counter.SEQ_LOST] += ahead;
        seqKnown = true;
        seqExpected = seq + 1;
    }
}
