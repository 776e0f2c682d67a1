package org.holdline.fixed;

/** Sines where a table or a short series is near enough. */
public final class Sine {
    private static final int PLACE_BITS = 10;
    private static final int QUARTER = 1 << 30;
    private static final short[] TABLE = new short[1 << PLACE_BITS];

    private static final int Q = 30;

    /** A radian in 1/1000 degree. */
    private static final long RADIAN_MDEG_Q8 = Math.round(Math.scalb(180_000 / Math.PI, 8));

    static {
        for (int i = 0; i < TABLE.length; i++) {
            TABLE[i] = (short) Math.round(32_767 * Math.sin(2 * Math.PI * i / TABLE.length));
        }
    }

    private Sine() {}

    /** Sine of a binary angle (2^32 is a turn) times 32767, from a table of 1024 places: error below 0.0032. */
    public static int ofBam(int angleBam) {
        return TABLE[(angleBam + (1 << (31 - PLACE_BITS))) >>> (32 - PLACE_BITS)];
    }

    /** Cosine times 32767. */
    public static int cosineOfBam(int angleBam) {
        return ofBam(angleBam + QUARTER);
    }

    /**
     * Angle whose sine is {@code part} of {@code whole}, 1/1000 degree, by the series up to the fifth power: error below 2 up to
     * 20 degrees, 20 at 30, 150 at 40. Beyond 45 it is told too small.
     *
     * @param part magnitude below 2^31
     * @param whole positive
     */
    public static int inverseMdeg(long part, long whole) {
        long x = Math.max(-1L << Q, Math.min((part << Q) / whole, 1L << Q));
        long square = (x * x) >> Q;
        long series = (1L << Q) + ((square * ((1L << Q) / 6 + ((square * (3L << Q) / 40) >> Q))) >> Q);
        return (int) ((((x * series) >> Q) * RADIAN_MDEG_Q8) >> (Q + 8));
    }
}
