package org.holdline.link.wire;

/** Integers in a byte array, lowest byte first. */
final class LittleEndian {
    private LittleEndian() {}

    static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }

    static int i32(byte[] bytes, int at) {
        return u16(bytes, at) | u16(bytes, at + 2) << 16;
    }

    static void put16(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
    }

    static void put32(byte[] bytes, int at, int value) {
        put16(bytes, at, value);
        put16(bytes, at + 2, value >> 16);
    }
}
