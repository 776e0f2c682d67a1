package org.holdline.link.wire;

/** The frame a {@link FrameReader} has just found; holds only until its {@link FrameSink} returns. */
public final class Frame {
    final byte[] bytes = new byte[Protocol.MAX_ENCODED_BYTES];
    int payloadBytes;

    Frame() {}

    /** One of {@link MessageType}. */
    public int type() {
        return bytes[Protocol.TYPE_AT] & 0xFF;
    }

    /** {@link Protocol#FLAG_REQUEST}, {@link Protocol#FLAG_RESPONSE} or 0. */
    public int flags() {
        return bytes[Protocol.VERSION_FLAGS_AT] & 0x0F;
    }

    public int version() {
        return (bytes[Protocol.VERSION_FLAGS_AT] & 0xF0) >> 4;
    }

    /** Number of the frame in its direction, 0..65535. */
    public int seq() {
        return LittleEndian.u16(bytes, Protocol.SEQ_AT);
    }

    /** Bytes of payload. */
    public int payloadBytes() {
        return payloadBytes;
    }

    /** The payload's first two bytes, which are the txn of every request and response; 0 when there are fewer. */
    public int txn() {
        return payloadBytes < 2 ? 0 : LittleEndian.u16(bytes, Protocol.HEADER_BYTES);
    }

    public boolean is(View message) {
        return type() == message.type() && flags() == message.flags();
    }

    /** Lays a message over the payload; it must be the one of this frame. */
    public <T extends View> T read(T message) {
        message.wrap(bytes, Protocol.HEADER_BYTES, payloadBytes);
        return message;
    }

    int lengthField() {
        return LittleEndian.u16(bytes, Protocol.LENGTH_AT);
    }
}
