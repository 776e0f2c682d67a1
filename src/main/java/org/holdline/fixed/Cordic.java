package org.holdline.fixed;

/**
 * Direction of a vector by CORDIC in vectoring mode (Volder 1959), 24 steps, on binary angles: 2^32 is one turn, so that
 * wrap-around costs nothing.
 *
 * <p>Largest error against a double atan2 below 7e-6 degree, which is the last of the turns, 2^-23 rad; {@code
 * CordicTest} holds it there.
 */
public final class Cordic {
    private static final int STEPS = 24;

    /** Bits the longer component keeps: the sum of both grows by the CORDIC gain 1.65 and must stay in 63 bits. */
    private static final int WORKING_BITS = 58;

    private static final long[] ATAN_BAM_Q16 = new long[STEPS];

    static {
        for (int i = 0; i < STEPS; i++) {
            ATAN_BAM_Q16[i] = Math.round(Math.atan(Math.scalb(1.0, -i)) / (2 * Math.PI) * Math.scalb(1.0, 48));
        }
    }

    private Cordic() {}

    /** Angle of (x, y) from the x axis toward y, as a binary angle; 0 for the null vector. */
    public static int atan2Bam(long y, long x) {
        if (x == 0 && y == 0) {
            return 0;
        }
        int shift = Long.numberOfLeadingZeros(Math.max(magnitude(x), magnitude(y))) - (64 - WORKING_BITS);
        long cx = shift >= 0 ? x << shift : x >> -shift;
        long cy = shift >= 0 ? y << shift : y >> -shift;
        long angleQ16 = 0;
        if (cx < 0) {
            cx = -cx;
            cy = -cy;
            angleQ16 = 1L << 47;
        }
        for (int i = 0; i < STEPS; i++) {
            long dx = cx >> i;
            long dy = cy >> i;
            if (cy >= 0) {
                cx += dy;
                cy -= dx;
                angleQ16 += ATAN_BAM_Q16[i];
            } else {
                cx -= dy;
                cy += dx;
                angleQ16 -= ATAN_BAM_Q16[i];
            }
        }
        return (int) ((angleQ16 + (1L << 15)) >> 16);
    }

    /** Binary angle in 1/1000 degree, -180000..180000, rounded to nearest. */
    public static int bamToMdeg(int bam) {
        return (int) ((bam * 360_000L + (1L << 31)) >> 32);
    }

    private static long magnitude(long value) {
        return value == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(value);
    }
}
