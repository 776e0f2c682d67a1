package org.holdline.report.export;

import java.io.ByteArrayOutputStream;

/** Little-endian bytes. */
final class FitBytes extends ByteArrayOutputStream {
    void u8(int value) {
        write(value);
    }

    void u16(int value) {
        write(value);
        write(value >>> 8);
    }

    void u32(long value) {
        u16((int) value);
        u16((int) (value >>> 16));
    }

    /** The checksum of the FIT protocol: CRC-16/ARC, the polynomial 0x8005 from the low bit up, begun with 0. */
    static int crc(int begun, byte[] bytes, int length) {
        int crc = begun;
        for (int i = 0; i < length; i++) {
            crc ^= bytes[i] & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ 0xa001;
            }
        }
        return crc;
    }
}
