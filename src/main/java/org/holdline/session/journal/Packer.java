package org.holdline.session.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers and texts one after the other, little-endian, in a buffer that grows. */
final class Packer {
    private byte[] bytes = new byte[1024];
    private int length;

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void u8(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) value;
    }

    void u16(int value) {
        u8(value);
        u8(value >> 8);
    }

    void i32(int value) {
        u16(value);
        u16(value >> 16);
    }

    void i64(long value) {
        i32((int) value);
        i32((int) (value >> 32));
    }

    void f64(double value) {
        i64(Double.doubleToLongBits(value));
    }

    /** Small numbers of either sign in few bytes: seven bits each, the least first, signs folded in between. */
    void number(long value) {
        long rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7FL) != 0) {
            u8(((int) rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        u8((int) rest);
    }

    /** UTF-8 behind its length in bytes, u16. */
    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        u16(utf8.length);
        for (byte b : utf8) {
            u8(b);
        }
    }

    /** A frame around what another packer holds. */
    void frame(int type, Packer payload) {
        int from = length;
        i32(payload.length);
        u8(type);
        for (int i = 0; i < payload.length; i++) {
            u8(payload.bytes[i]);
        }
        i32(Layout.crc(bytes, from, length - from));
    }
}
