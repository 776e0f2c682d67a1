package org.holdline.link.wire;

import java.util.Arrays;

/**
 * A message laid over bytes that belong to somebody else; one object serves for any number of frames.
 *
 * <p>Instants ({@code ...Us}), random ids and CRCs are the 32 bits as an int; other unsigned numbers are widened. Setters
 * keep the low bits. Not thread-safe.
 */
public abstract class View {
    private static final byte[] NOTHING = {};

    private final int type;
    private final int flags;
    private final int fixedBytes;
    private byte[] bytes = NOTHING;
    private int at;
    private int length;

    View(int type, int flags, int fixedBytes) {
        this.type = type;
        this.flags = flags;
        this.fixedBytes = fixedBytes;
    }

    /** One of {@link MessageType}. */
    public final int type() {
        return type;
    }

    /** {@link Protocol#FLAG_REQUEST}, {@link Protocol#FLAG_RESPONSE} or 0. */
    public final int flags() {
        return flags;
    }

    /** Bytes of payload, fixed fields and tail. */
    public final int length() {
        return length;
    }

    /** The array that holds the message. */
    public final byte[] bytes() {
        return bytes;
    }

    /** Offset in {@link #bytes} of what follows the fixed fields. */
    public final int tailAt() {
        return at + fixedBytes;
    }

    /** Bytes that follow the fixed fields. */
    public final int tailBytes() {
        return length - fixedBytes;
    }

    /** Lays the message over a payload that is there. */
    final void wrap(byte[] payload, int payloadAt, int payloadBytes) {
        bytes = payload;
        at = payloadAt;
        length = payloadBytes;
    }

    /** Lays the message over room for it, all zeros, without tail. */
    final void begin(byte[] room, int roomAt) {
        wrap(room, roomAt, fixedBytes);
        Arrays.fill(room, at, at + fixedBytes, (byte) 0);
    }

    /** Copies a tail behind the fixed fields, cut to a limit. */
    final void putTail(byte[] tail, int maxBytes) {
        int copied = Math.min(tail.length, maxBytes);
        System.arraycopy(tail, 0, bytes, tailAt(), copied);
        length = fixedBytes + copied;
    }

    final void tailBytes(int tailBytes) {
        length = fixedBytes + tailBytes;
    }

    final int u8(int offset) {
        return bytes[at + offset] & 0xFF;
    }

    final int u16(int offset) {
        return LittleEndian.u16(bytes, at + offset);
    }

    final int i16(int offset) {
        return (short) u16(offset);
    }

    final int i32(int offset) {
        return LittleEndian.i32(bytes, at + offset);
    }

    final long u32(int offset) {
        return i32(offset) & 0xFFFF_FFFFL;
    }

    final void put8(int offset, int value) {
        bytes[at + offset] = (byte) value;
    }

    final void put16(int offset, int value) {
        LittleEndian.put16(bytes, at + offset, value);
    }

    final void put32(int offset, long value) {
        LittleEndian.put32(bytes, at + offset, (int) value);
    }
}
