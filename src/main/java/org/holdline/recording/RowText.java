package org.holdline.recording;

import java.nio.charset.StandardCharsets;

/** Text of rows in one reused buffer, which the writer empties at row boundaries; allocates nothing. */
final class RowText {
    private static final long[] POWER_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    /** Digits of the largest long. */
    private static final int MAX_DIGITS = 19;

    private final byte[] bytes;
    private final byte[] digits = new byte[MAX_DIGITS];
    private int length;

    RowText(int capacityBytes) {
        bytes = new byte[capacityBytes];
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    int free() {
        return bytes.length - length;
    }

    void clear() {
        length = 0;
    }

    void put(char ascii) {
        bytes[length++] = (byte) ascii;
    }

    void word(byte[] ascii) {
        System.arraycopy(ascii, 0, bytes, length, ascii.length);
        length += ascii.length;
    }

    /**
     * A count of units of ten to the power of minus {@code decimals} as decimal text, without trailing zeros: what
     * {@link DecimalCell#parse} makes the same count of.
     *
     * @param decimals 0..6
     */
    void decimal(long units, int decimals) {
        long rest = units;
        if (rest < 0) {
            put('-');
            rest = -rest;
        }
        whole(rest / POWER_OF_TEN[decimals]);
        int fraction = (int) (rest % POWER_OF_TEN[decimals]);
        if (fraction == 0) {
            return;
        }
        put('.');
        for (int place = decimals - 1; fraction != 0; place--) {
            bytes[length++] = (byte) ('0' + fraction / POWER_OF_TEN[place]);
            fraction %= (int) POWER_OF_TEN[place];
        }
    }

    /** @param number not negative */
    void whole(long number) {
        int first = MAX_DIGITS;
        long rest = number;
        do {
            digits[--first] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        System.arraycopy(digits, first, bytes, length, MAX_DIGITS - first);
        length += MAX_DIGITS - first;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
