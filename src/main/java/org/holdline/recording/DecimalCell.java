package org.holdline.recording;

/**
 * Decimal text to a whole number of small units, exactly and without floating point.
 *
 * <p>With 6 decimals "9.80665" is 9806650. Digits beyond are rounded half away from zero, which the first digit left
 * out decides alone. Spaces and tabs around the number are passed over; a leading plus and exponents are understood.
 */
final class DecimalCell {
    // Answers that are no numbers. They lie below every bound a column has, so that one range check finds them all.
    static final long EMPTY = Long.MIN_VALUE;
    static final long NOT_A_NUMBER = Long.MIN_VALUE + 1;
    static final long NOT_FINITE = Long.MIN_VALUE + 2;
    static final long TOO_LARGE = Long.MIN_VALUE + 3;

    static final int MAX_DECIMALS = 6;

    /** So many digits fit a long whatever they are. */
    private static final int SAFE_DIGITS = 18;

    /** Beyond the number of digits a line can hold, so that cutting an exponent off here changes no result. */
    private static final int EXPONENT_LIMIT = 1_000_000;

    private static final long[] POWER_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private DecimalCell() {}

    /**
     * The number in {@code bytes[from..to)} times ten to the power of {@code decimals} (0..6), or {@link #EMPTY},
     * {@link #NOT_A_NUMBER}, {@link #NOT_FINITE} (nan, inf) or {@link #TOO_LARGE} (beyond 64 bits).
     */
    static long parse(byte[] bytes, int from, int to, int decimals) {
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        while (from < to && isBlank(bytes[to - 1])) {
            to--;
        }
        if (from == to) {
            return EMPTY;
        }
        int at = from;
        boolean minus = bytes[at] == '-';
        if (minus || bytes[at] == '+') {
            at++;
        }
        int wholeFrom = at;
        long units = 0;
        while (at < to && isDigit(bytes[at])) {
            units = units * 10 + (bytes[at++] - '0');
        }
        int digits = at - wholeFrom;
        int kept = 0;
        int roundUp = 0;
        if (at < to && bytes[at] == '.') {
            int fractionFrom = ++at;
            int keptTo = Math.min(to, at + decimals);
            while (at < keptTo && isDigit(bytes[at])) {
                units = units * 10 + (bytes[at++] - '0');
            }
            kept = at - fractionFrom;
            digits += kept;
            if (kept == decimals && at < to) {
                roundUp = bytes[at] >= '5' ? 1 : 0;
                while (at < to && isDigit(bytes[at])) {
                    at++;
                }
            }
        }
        if (at < to || digits == 0 || digits - kept + decimals > SAFE_DIGITS) {
            return parseExactly(bytes, from, to, decimals);
        }
        units = units * POWER_OF_TEN[decimals - kept] + roundUp;
        return minus ? -units : units;
    }

    /** The uncommon rest: exponents, very many digits, and what is no number at all. */
    private static long parseExactly(byte[] bytes, int from, int to, int decimals) {
        boolean minus = bytes[from] == '-';
        int mantissaFrom = minus || bytes[from] == '+' ? from + 1 : from;
        int digits = 0;
        int wholeDigits = -1;
        int at = mantissaFrom;
        for (; at < to; at++) {
            if (isDigit(bytes[at])) {
                digits++;
            } else if (bytes[at] == '.' && wholeDigits < 0) {
                wholeDigits = digits;
            } else {
                break;
            }
        }
        if (digits == 0) {
            return isNotFinite(bytes, mantissaFrom, to) ? NOT_FINITE : NOT_A_NUMBER;
        }
        int exponent = 0;
        if (at < to) {
            exponent = exponent(bytes, at, to);
            if (exponent == Integer.MIN_VALUE) {
                return NOT_A_NUMBER;
            }
        }
        int keptDigits = (wholeDigits < 0 ? digits : wholeDigits) + exponent + decimals;
        long units = scale(bytes, mantissaFrom, at, keptDigits);
        if (!minus) {
            return units;
        }
        return units < 0 || -units <= TOO_LARGE ? TOO_LARGE : -units;
    }

    /** The first {@code keptDigits} digits as a whole number, rounded by the next, filled up with zeros. */
    private static long scale(byte[] bytes, int from, int to, int keptDigits) {
        long units = 0;
        int index = 0;
        for (int at = from; at < to && index <= keptDigits; at++) {
            if (bytes[at] == '.') {
                continue;
            }
            int digit = bytes[at] - '0';
            if (index == keptDigits) {
                if (digit >= 5) {
                    units++;
                }
            } else {
                if (units > (Long.MAX_VALUE - digit) / 10) {
                    return TOO_LARGE;
                }
                units = units * 10 + digit;
            }
            index++;
        }
        for (; index < keptDigits && units != 0; index++) {
            if (units > Long.MAX_VALUE / 10) {
                return TOO_LARGE;
            }
            units *= 10;
        }
        return units < 0 ? TOO_LARGE : units;
    }

    /** The exponent that must fill {@code bytes[from..to)}, or the smallest int when something else stands there. */
    private static int exponent(byte[] bytes, int from, int to) {
        int at = from + 1;
        if ((bytes[from] | 0x20) != 'e' || at == to) {
            return Integer.MIN_VALUE;
        }
        boolean minus = bytes[at] == '-';
        if (minus || bytes[at] == '+') {
            at++;
        }
        if (at == to) {
            return Integer.MIN_VALUE;
        }
        int exponent = 0;
        for (; at < to; at++) {
            if (!isDigit(bytes[at])) {
                return Integer.MIN_VALUE;
            }
            exponent = Math.min(exponent * 10 + (bytes[at] - '0'), EXPONENT_LIMIT);
        }
        return minus ? -exponent : exponent;
    }

    private static boolean isNotFinite(byte[] bytes, int from, int to) {
        return Cells.isWord(bytes, from, to, "nan")
                || Cells.isWord(bytes, from, to, "inf")
                || Cells.isWord(bytes, from, to, "infinity");
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }
}
