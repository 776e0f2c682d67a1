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
    private static final long GRAVITY_UMS2 = 9_806_650;

    private static final int FORWARD = 0;
    private static final int LEFT = 1;
    private static final int TURNED = 2;
    private static final int SLOT_BITS = 2;

    /** A stride is read at 32 to 63 places: what lies between two of them hides a hundredth of a swing. */
    private static final int PLACES_BITS = 5;

    private static final int FACTOR_BITS = 16;

    private final int mask;

    /** Up vector's parts forward and left, um/s^2; turned so far, urad/s times samples, free to overflow. */
    private final int[] held;

    private final long toMdegQ64;
    private long count;
    private int turned;

    private int tiltMdeg;
    private int obliquityMdeg;
    private int rotationMdeg;
    private int phaseBam;

    public Sway(double rateHz) {
        int length = Integer.highestOneBit((int) rateHz) << 2;
        mask = length - 1;
        held = new int[length << SLOT_BITS];
        toMdegQ64 = Math.round(Math.scalb(180 / Math.PI / 1000 / rateHz, 64));
    }

    /**
     * Carries one sample.
     *
     * @param forwardUms2 part of the up vector along the body's forward axis, um/s^2
     * @param leftUms2 and along its axis to the left
     * @param turnUrads angular rate times the up vector without the forward axis' part of that product, by gravity, urad/s
     */
    public void add(int forwardUms2, int leftUms2, int turnUrads) {
        int at = ((int) count & mask) << SLOT_BITS;
        held[at + FORWARD] = forwardUms2;
        held[at + LEFT] = leftUms2;
        held[at + TURNED] = turned;
        turned += turnUrads;
        count++;
    }

    /** True when samples from number {@code from} on are still held. */
    public boolean holds(long from) {
        return from >= 0 && count - from < mask;
    }

    /**
     * Works out the stride of samples {@code from..to-1}, at least two of them and all still held.
     *
     * @param lengthUms2 of the up vector, positive
     */
    public void measure(long from, long to, long lengthUms2) {
        int n = (int) (to - from);
        int places = Math.max(1, n >> PLACES_BITS);
        int first = slot(from);
        int start = held[first + TURNED];
        long driftQ16 = ((long) (held[slot(to) + TURNED] - start) << FACTOR_BITS) / n;
        int beatBam = (int) ((1L << 32) / n);
        int foremost = held[first + FORWARD];
        int rearmost = foremost;
        int leftmost = held[first + LEFT];
        int rightmost = leftmost;
        long least = 0;
        long most = 0;
        long sine = 0;
        long cosine = 0;
        for (int i = 0; i < n; i += places) {
            int at = slot(from + i);
            foremost = Math.max(foremost, held[at + FORWARD]);
            rearmost = Math.min(rearmost, held[at + FORWARD]);
            leftmost = Math.max(leftmost, held[at + LEFT]);
            rightmost = Math.min(rightmost, held[at + LEFT]);
            long turn = held[at + TURNED] - start - ((i * driftQ16) >> FACTOR_BITS);
            least = Math.min(least, turn);
            most = Math.max(most, turn);
            sine += turn * Sine.ofBam(i * beatBam);
            cosine += turn * Sine.cosineOfBam(i * beatBam);
        }
        phaseBam = Cordic.atan2Bam(sine, cosine);
        tiltMdeg = Sine.inverseMdeg(foremost, lengthUms2) - Sine.inverseMdeg(rearmost, lengthUms2);
        long mid = ((long) foremost + rearmost) / 2;
        long across = Math.max(1, Fixed.sqrt(lengthUms2 * lengthUms2 - mid * mid));
        obliquityMdeg = Sine.inverseMdeg(leftmost, across) - Sine.inverseMdeg(rightmost, across);
        // What add() gets is the change of heading times the squared cosine of the tilt.
        long steepQ16 = ((lengthUms2 << FACTOR_BITS) / across * GRAVITY_UMS2) / across;
        rotationMdeg = (int) ((Math.multiplyHigh(most - least, toMdegQ64) * steepQ16) >> FACTOR_BITS);
    }

    private int slot(long number) {
        return ((int) number & mask) << SLOT_BITS;
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
