package org.holdline.link.wire;

/**
 * Consistent overhead byte stuffing (Cheshire and Baker 1999): bytes without zeros, in exactly one spelling.
 *
 * <p>A block of 254 bytes without a zero that ends the message is followed by nothing.
 */
final class Cobs {
    /** Answer of {@link #decodeInPlace}. */
    static final int BAD = -1;

    /** Code of a block of 254 bytes that stands for no zero. */
    private static final int FULL = 0xFF;

    private Cobs() {}

    /** Most bytes that a message may take when encoded. */
    static int maxEncoded(int length) {
        return length + 1 + Math.max(0, length - 1) / 254;
    }

    /** Writes the encoded message, without a zero before or behind it; answers its length. */
    static int encode(byte[] from, int at, int length, byte[] to, int toAt) {
        int codeAt = toAt;
        int out = toAt + 1;
        int code = 1;
        int end = at + length;
        for (int i = at; i < end; i++) {
            if (from[i] == 0) {
                to[codeAt] = (byte) code;
                codeAt = out++;
                code = 1;
                continue;
            }
            to[out++] = from[i];
            code++;
            if (code == FULL && i + 1 < end) {
                to[codeAt] = (byte) code;
                codeAt = out++;
                code = 1;
            }
        }
        to[codeAt] = (byte) code;
        return out - toAt;
    }

    /**
     * Decodes bytes that hold no zero where they lie, from the start of the array on.
     *
     * @return length of the message, or {@link #BAD} when a code points behind the end or the spelling is another one
     */
    static int decodeInPlace(byte[] bytes, int length) {
        int in = 0;
        int out = 0;
        boolean afterFull = false;
        while (in < length) {
            int code = bytes[in] & 0xFF;
            int next = in + code;
            if (next > length || (afterFull && code == 1 && next == length)) {
                return BAD;
            }
            for (in++; in < next; in++) {
                bytes[out++] = bytes[in];
            }
            afterFull = code == FULL;
            if (!afterFull && next < length) {
                bytes[out++] = 0;
            }
        }
        return out;
    }
}
