package org.holdline.posture;

/** What one step says of the posture. Mutable slot, owned by the road's thread, overwritten by the next step. */
public final class Verdict {
    /** Instant of the step's foot contact, us. */
    public long timeUs;

    /** Distance from the running neutral over the stride this step ends, 1/1000 degree, positive toward arching. */
    public int deviationMdeg;

    public int thresholdMdeg;

    /** Trunk against its running neutral, 1/1000 degree, forward positive; 0 with one IMU, or before the neutral is known. */
    public int trunkMdeg;

    /** Where the neutral comes from that the deviation is measured from. */
    public NeutralKind neutral = NeutralKind.NONE;

    /** By so much the reference has been moved along with the clip, 1/1000 degree; the deviation is that much less. */
    public int referenceMdeg;

    /** The deviation is beyond the threshold, may be judged, and six of the last eight judged steps were beyond it. */
    public boolean over;

    /** The deviation is far enough below the threshold to end an episode. */
    public boolean clear;

    /** 0..100. */
    public int confidence;

    public Reason reason = Reason.LEARNING;
}
