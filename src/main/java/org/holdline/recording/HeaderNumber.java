package org.holdline.recording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** Numbers of the key lines. Read once a file, so floating point and garbage are no concern here. */
final class HeaderNumber {
    /** Standard gravity, um/s^2 per g (CGPM 1901). */
    static final double UMS2_PER_G = 9_806_650;

    static final double URADS_PER_DPS = Math.PI / 180 * 1e6;

    /** Enough to tell any two full scales apart that differ by one unit. */
    private static final int MAX_FULL_SCALE_DECIMALS = 9;

    private HeaderNumber() {}

    static boolean isNumber(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // What is beyond 64 bits is a number all the same.
        return DecimalCell.parse(bytes, 0, bytes.length, 0) >= DecimalCell.TOO_LARGE;
    }

    /** The number, or NaN when the text is none. Stricter than Java, which takes "1f" and "0x1p3" too. */
    static double parse(String text) {
        return isNumber(text) ? Double.parseDouble(text.strip()) : Double.NaN;
    }

    /** A full scale in g or degrees per second that reads back as exactly these units: as short as that allows. */
    static String fullScaleText(int units, double unitsPer) {
        BigDecimal value = BigDecimal.valueOf(units / unitsPer);
        for (int decimals = 0; decimals < MAX_FULL_SCALE_DECIMALS; decimals++) {
            String text = value.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
            if (fullScaleUnits(Double.parseDouble(text), unitsPer) == units) {
                return text;
            }
        }
        return value.setScale(MAX_FULL_SCALE_DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }

    static int fullScaleUnits(double value, double unitsPer) {
        return (int) Math.round(value * unitsPer);
    }
}
