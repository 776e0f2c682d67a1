package org.holdline.clip.virtual;

/**
 * Sine and cosine that are the same on every machine.
 *
 * <p>{@link Math#sin} may differ in the last bit from one processor to another, and {@link StrictMath#sin} allocates; a
 * stream must be the same bytes everywhere and be made without garbage. Error below 1e-15 for |angle| up to 1e6 rad.
 */
final class Angles {
    private static final double QUARTERS_PER_RAD = 2 / Math.PI;

    /** The first 33 bits of a quarter turn, so that multiples are exact; and the rest. */
    private static final double QUARTER_HEAD = 0x1.921FB544p0;

    private static final double QUARTER_TAIL = 6.077100506506192e-11;

    private Angles() {}

    static double sin(double rad) {
        double quarters = Math.rint(rad * QUARTERS_PER_RAD);
        return sineOf((int) quarters, reduced(rad, quarters));
    }

    static double cos(double rad) {
        double quarters = Math.rint(rad * QUARTERS_PER_RAD);
        return sineOf((int) quarters + 1, reduced(rad, quarters));
    }

    /** Sine of so many quarter turns and a rest within an eighth of a turn. */
    private static double sineOf(int quarters, double rest) {
        double size = (quarters & 1) == 0 ? sineNearZero(rest) : cosineNearZero(rest);
        return (quarters & 2) == 0 ? size : -size;
    }

    private static double reduced(double rad, double quarters) {
        return (rad - quarters * QUARTER_HEAD) - quarters * QUARTER_TAIL;
    }

    /** Taylor's series; within pi/4 the first term left out is below 1e-19. */
    private static double sineNearZero(double x) {
        double s = x * x;
        double series = 1 - s / (16 * 17);
        series = 1 - s * (1.0 / (14 * 15)) * series;
        series = 1 - s * (1.0 / (12 * 13)) * series;
        series = 1 - s * (1.0 / (10 * 11)) * series;
        series = 1 - s * (1.0 / (8 * 9)) * series;
        series = 1 - s * (1.0 / (6 * 7)) * series;
        series = 1 - s * (1.0 / (4 * 5)) * series;
        return x - x * s * (1.0 / (2 * 3)) * series;
    }

    private static double cosineNearZero(double x) {
        double s = x * x;
        double series = 1 - s / (15 * 16);
        series = 1 - s * (1.0 / (13 * 14)) * series;
        series = 1 - s * (1.0 / (11 * 12)) * series;
        series = 1 - s * (1.0 / (9 * 10)) * series;
        series = 1 - s * (1.0 / (7 * 8)) * series;
        series = 1 - s * (1.0 / (5 * 6)) * series;
        series = 1 - s * (1.0 / (3 * 4)) * series;
        return 1 - s * 0.5 * series;
    }
}
