package org.holdline.profile.image;

import java.util.zip.CRC32C;

/** Little-endian numbers in a byte array, and the CRC over it. */
final class Bytes {
    private Bytes() {}

    static int u8(byte[] from, int at) {
        return from[at] & 0xFF;
    }

    static int u16(byte[] from, int at) {
        return u8(from, at) | u8(from, at + 1) << 8;
    }

    static int i32(byte[] from, int at) {
        return u16(from, at) | u16(from, at + 2) << 16;
    }

    static long u32(byte[] from, int at) {
        return i32(from, at) & 0xFFFF_FFFFL;
    }

    static long number(byte[] from, int at, ImageRecord.Type type) {
        return switch (type) {
            case U8 -> u8(from, at);
            case U16 -> u16(from, at);
            case I16 -> (short) u16(from, at);
            case U32 -> u32(from, at);
            case I32 -> i32(from, at);
        };
    }

    /** The lowest bytes of the value. */
    static void put(byte[] to, int at, int bytes, long value) {
        for (int i = 0; i < bytes; i++) {
            to[at + i] = (byte) (value >> (8 * i));
        }
    }

    /** CRC-32C. */
    static int crc(byte[] bytes, int from, int count) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, count);
        return (int) crc.getValue();
    }
}
