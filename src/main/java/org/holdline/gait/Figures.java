package org.holdline.gait;

/**
 * How the back moved over the whole stride, two steps, that a running step ends. Mutable slot, owned by the road's thread; each
 * figure is {@link #NONE} where it could not be had: walking, the first two steps of a bout, a gap in the stride.
 */
public final class Figures {
    /** Not known. */
    public static final int NONE = Integer.MIN_VALUE;

    /** Range of the tilt under the lower or only IMU, 1/1000 degree. */
    public int tiltMdeg = NONE;

    /** Range of its drop to either side. */
    public int obliquityMdeg = NONE;

    /** Range of its turn about the vertical. */
    public int rotationMdeg = NONE;

    /** The same three of the lower trunk; {@link #NONE} with one IMU. */
    public int trunkTiltMdeg = NONE;

    public int trunkObliquityMdeg = NONE;
    public int trunkRotationMdeg = NONE;

    /**
     * By how much the pelvis is ahead of the lower trunk in turning, -180000..180000: the difference of the phases of the
     * stride's own harmonic of both turns (Lamoth et al., Gait Posture 2002, 16:101). 0 is turning together, 180000 against
     * each other. {@link #NONE} with one IMU.
     */
    public int phaseMdeg = NONE;

    /** Highest minus lowest point of the body, mm; {@link #NONE} also where the clip's own motor shook the sensor. */
    public int riseMm = NONE;

    /** Nothing is known. */
    public void forget() {
        tiltMdeg = NONE;
        obliquityMdeg = NONE;
        rotationMdeg = NONE;
        trunkTiltMdeg = NONE;
        trunkObliquityMdeg = NONE;
        trunkRotationMdeg = NONE;
        phaseMdeg = NONE;
        riseMm = NONE;
    }
}
