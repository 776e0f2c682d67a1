package org.holdline.fixed;

/** Sine of a binary angle (2^32 is a turn) from a table of 1024 places, in Q15; error below 0.0031. */
public final class Sine {
    private static final int PLACE_BITS = 10;
    private static final int QUARTER = 1 << 30;
    private static final short[] TABLE = new short[1 << PLACE_BITS];

    static {
        for (int i = 0; i < TABLE.length; i++) {
            TABLE[i] = (short) Math.round(32_767 * Math.sin(2 * Math.PI * i / TABLE.length));
        }
    }

    private Sine() {}

    /** Sine times 32767. */
    public static int ofBam(int angleBam) {
        return TABLE[(angleBam + (1 << (31 - PLACE_BITS))) >>> (32 - PLACE_BITS)];
    }

    /** Cosine times 32767. */
    public static int cosineOfBam(int angleBam) {
        return ofBam(angleBam + QUARTER);
    }
}
