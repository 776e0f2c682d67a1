package org.holdline.gait;

import org.holdline.fixed.Cordic;
import org.holdline.fixed.Fixed;
import org.holdline.fixed.Sine;

/**
 * How far one part of the back swings within a stride: its tilt in the sagittal plane, its drop to the side in the frontal
 * one, and its turn about the vertical. Each is the highest minus the lowest value of the stride, as the bone's own angles
 * (turn, then tilt, then drop, each about the axis as already turned).
 *
 * <p>The turn is the angular rate about the vertical added up. Where the stride's ends do not meet, by a gyro offset or a slow
 * change of heading, a straight line is taken out.
 */
public final class Sway {
    /** Gravity, um/s^2. */
    private static final long GRAVITY_UMS2 = 9_806_650;

    /** 1/gravity in Q64. */
    private static final long PER_GRAVITY_Q64 = Math.round(Math.scalb(1.0 / GRAVITY_UMS2, 64));

    /** Vectors lose so many bits before they are squared. */
    private static final int SQUARE_SHIFT = 6;

    private static final int FACTOR_BITS = 16;

    private final int mask;
    private final int[] forward;
    private final int[] left;
    private final int[] up;
    private final long[] turned;
    private final long toMdegQ64;

    private long count;
    private long turnedSum;

    private int tiltMdeg;
    private int obliquityMdeg;
    private int rotationMdeg;
    private int phaseBam;

    public Sway(double rateHz) {
        int length = Integer.highestOneBit((int) rateHz) << 2;
        mask = length - 1;
        forward = new int[length];
        left = new int[length];
        up = new int[length];
        turned = new long[length];
        toMdegQ64 = Math.round(Math.scalb(180 / Math.PI / 1000 / rateHz, 64));
    }

    /**
     * Carries one sample, along the body's axes as it stands.
     *
     * @param forwardUms2 up vector, um/s^2, and its parts to the left and up
     * @param leftUrads angular rate about the axis to the left, urad/s, and about the one up
     */
    public void add(int forwardUms2, int leftUms2, int upUms2, int leftUrads, int upUrads) {
        int at = (int) count & mask;
        forward[at] = forwardUms2;
        left[at] = leftUms2;
        up[at] = upUms2;
        turned[at] = turnedSum;
        turnedSum += Math.multiplyHigh((long) leftUrads * leftUms2 + (long) upUrads * upUms2, PER_GRAVITY_Q64);
        count++;
    }

    /** True when samples from number {@code from} on are still held. */
    public boolean holds(long from) {
        return from >= 0 && count - from < mask;
    }

    /** Works out the stride of samples {@code from..to-1}, at least two of them and all still held. */
    public void measure(long from, long to) {
        int n = (int) (to - from);
        long driftQ16 = ((turned[(int) to & mask] - turned[(int) from & mask]) << FACTOR_BITS) / n;
        int beatBam = (int) Long.divideUnsigned(1L << 32, n);
        int foremost = (int) from;
        int rearmost = (int) from;
        int leftmost = (int) from;
        int rightmost = (int) from;
        long least = 0;
        long most = 0;
        long sine = 0;
        long cosine = 0;
        for (int i = 0; i < n; i++) {
            int number = (int) from + i;
            int at = number & mask;
            foremost = forward[at] > forward[foremost & mask] ? number : foremost;
            rearmost = forward[at] < forward[rearmost & mask] ? number : rearmost;
            leftmost = left[at] > left[leftmost & mask] ? number : leftmost;
            rightmost = left[at] < left[rightmost & mask] ? number : rightmost;
            long turn = turned[at] - turned[(int) from & mask] - ((i * driftQ16) >> FACTOR_BITS);
            least = Math.min(least, turn);
            most = Math.max(most, turn);
            sine += (turn * Sine.ofBam(i * beatBam)) >> FACTOR_BITS;
            cosine += (turn * Sine.cosineOfBam(i * beatBam)) >> FACTOR_BITS;
        }
        tiltMdeg = tiltMdeg(rearmost & mask) - tiltMdeg(foremost & mask);
        obliquityMdeg = dropMdeg(leftmost & mask) - dropMdeg(rightmost & mask);
        long aboutUp = Math.multiplyHigh(most - least, toMdegQ64);
        rotationMdeg = (int) ((aboutUp * steepness((int) (from + n / 2) & mask)) >> FACTOR_BITS);
        phaseBam = Cordic.atan2Bam(sine, cosine);
    }

    private int tiltMdeg(int at) {
        long across = (long) left[at] * left[at] + (long) up[at] * up[at];
        return Cordic.bamToMdeg(Cordic.atan2Bam(-forward[at], Fixed.sqrt(across)));
    }

    private int dropMdeg(int at) {
        return Cordic.bamToMdeg(Cordic.atan2Bam(left[at], up[at]));
    }

    /** What the rates about left and up must be multiplied by for a body that stands this tilted, Q16: g |u| / (l^2 + u^2). */
    private long steepness(int at) {
        long f = forward[at] >> SQUARE_SHIFT;
        long l = left[at] >> SQUARE_SHIFT;
        long u = up[at] >> SQUARE_SHIFT;
        long across = l * l + u * u;
        return (((GRAVITY_UMS2 >> SQUARE_SHIFT) * Fixed.sqrt(f * f + across)) << FACTOR_BITS) / Math.max(1, across);
    }

    /** Range of the tilt in the stride last measured, 1/1000 degree. */
    public int tiltMdeg() {
        return tiltMdeg;
    }

    /** Range of the drop to either side. */
    public int obliquityMdeg() {
        return obliquityMdeg;
    }

    /** Range of the turn about the vertical. */
    public int rotationMdeg() {
        return rotationMdeg;
    }

    /** Where in the stride its one swing of the turn is at its height to the left, as a binary angle. */
    public int phaseBam() {
        return phaseBam;
    }
}
