package org.holdline.report;

/** Scaled integers as decimal text, always with all their places and a {@code .}. */
public final class Decimals {
    private Decimals() {}

    /** 1/1000 units as text: -1234 is {@code -1.234}. */
    public static String milli(long value) {
        return scaled(value, 1000, 3);
    }

    /** 1/10 units as text: 1674 is {@code 167.4}. */
    public static String tenths(long value) {
        return scaled(value, 10, 1);
    }

    /** 1e-6 units as text: 12 is {@code 0.000012}. */
    public static String micro(long value) {
        return scaled(value, 1_000_000, 6);
    }

    private static String scaled(long value, long unit, int places) {
        String fraction = Long.toString(Math.abs(value % unit));
        return (value < 0 ? "-" : "") + Math.abs(value / unit) + "." + "0".repeat(places - fraction.length())
                + fraction;
    }
}
