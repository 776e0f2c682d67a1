package org.holdline.session.journal;

import java.nio.charset.StandardCharsets;
import org.holdline.session.journal.JournalException.Why;

/** Reads what a {@link Packer} wrote. A payload whose CRC is right and that ends too early was written by another program. */
final class Unpacker {
    private static final int LONGEST_NUMBER_BITS = 63;

    private final byte[] bytes;
    private final int end;
    private int at;

    Unpacker(byte[] bytes, int length) {
        this.bytes = bytes;
        end = length;
    }

    boolean isAtEnd() {
        return at == end;
    }

    int u8() throws JournalException {
        if (at == end) {
            throw new JournalException(Why.UNREADABLE, "a frame ends in the middle of its values");
        }
        return bytes[at++] & 0xFF;
    }

    int u16() throws JournalException {
        return u8() | u8() << 8;
    }

    int i32() throws JournalException {
        return u16() | u16() << 16;
    }

    long i64() throws JournalException {
        long low = i32() & 0xFFFFFFFFL;
        return low | ((long) i32() << 32);
    }

    double f64() throws JournalException {
        return Double.longBitsToDouble(i64());
    }

    long number() throws JournalException {
        long folded = 0;
        int shift = 0;
        int part;
        do {
            part = u8();
            folded |= (long) (part & 0x7F) << shift;
            shift += 7;
        } while ((part & 0x80) != 0 && shift <= LONGEST_NUMBER_BITS);
        return folded >>> 1 ^ -(folded & 1);
    }

    String text() throws JournalException {
        int length = u16();
        if (length > end - at) {
            throw new JournalException(Why.UNREADABLE, "a frame ends in the middle of a text");
        }
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }
}
