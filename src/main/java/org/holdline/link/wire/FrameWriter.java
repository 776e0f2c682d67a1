package org.holdline.link.wire;

/**
 * Makes frames, one at a time, in a buffer of its own. Never allocates, waits or throws.
 *
 * <p>{@code writer.begin(message)}, set the fields, {@code writer.finish(message, false)}, then send that many of {@link
 * #wire}. Not thread-safe.
 */
public final class FrameWriter {
    private final Crc crc = new Crc();
    private final byte[] frame = new byte[Protocol.MAX_FRAME_BYTES];
    private final byte[] wire = new byte[Protocol.MAX_WIRE_BYTES];
    private int version = Protocol.VERSION_MIN;
    private int seq;

    /** The version of all frames from now on, except HELLO and ERROR. */
    public void setVersion(int newVersion) {
        version = newVersion;
    }

    /** Lays the message over the buffer, all zeros. */
    public <T extends View> T begin(T message) {
        message.begin(frame, Protocol.HEADER_BYTES);
        return message;
    }

    /**
     * Completes the frame of the message begun last and numbers it.
     *
     * @param leadingZero the line was silent for {@link Protocol#LEADING_ZERO_MS} or more
     * @return how many bytes of {@link #wire} are to be sent
     */
    public int finish(View message, boolean leadingZero) {
        int type = message.type();
        boolean greeting = type == MessageType.HELLO || type == MessageType.ERROR;
        int sent = greeting ? Protocol.VERSION_GREETING : version;
        frame[Protocol.VERSION_FLAGS_AT] = (byte) (sent << 4 | message.flags());
        frame[Protocol.TYPE_AT] = (byte) type;
        LittleEndian.put16(frame, Protocol.SEQ_AT, seq++);
        LittleEndian.put16(frame, Protocol.LENGTH_AT, message.length());
        int crcAt = Protocol.HEADER_BYTES + message.length();
        LittleEndian.put32(frame, crcAt, crc.of(frame, 0, crcAt));
        int at = 0;
        if (leadingZero) {
            wire[at++] = 0;
        }
        at += Cobs.encode(frame, 0, crcAt + Protocol.CRC_BYTES, wire, at);
        wire[at++] = 0;
        return at;
    }

    /** The last frame was not sent: the next one gets its number. */
    public void takeBack() {
        seq--;
    }

    /** The bytes of the last frame from index 0 on; overwritten by the next. */
    public byte[] wire() {
        return wire;
    }
}
