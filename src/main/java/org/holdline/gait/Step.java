package org.holdline.gait;

/** One step. Mutable slot, owned by the road's thread, overwritten by the next step. */
public final class Step {
    /** {@link #toeOffUs} and {@link #contactMs} of a walking step, and its {@link #stanceMg}. */
    public static final int NONE = -1;

    /** Estimated instant of foot contact, us on the stream's clock. */
    public long contactUs;

    /** Estimated end of ground contact, us, or {@link #NONE}. */
    public long toeOffUs;

    /** Ground contact time, ms, or {@link #NONE}. */
    public int contactMs;

    /** Mean vertical force over the contact, 1/1000 g, or {@link #NONE} when walking or shaken by the clip's own motor. */
    public int stanceMg;

    /** Hardest force since the step before, of the lower and of the upper IMU, 1/1000 g; 0 = not known. */
    public int lowerPeakMg;

    public int upperPeakMg;

    /**
     * Active peak: largest vertical force of the later part of the contact, past the landing, 1/1000 g; {@link #NONE} as the
     * mean is.
     */
    public int peakMg;

    /** Half-width of the contact time's error, ms; {@link #NONE} when walking. */
    public int contactErrorMs = NONE;

    /** How the back moved in the stride that this step ends. */
    public final Figures figures = new Figures();

    public Side side = Side.UNKNOWN;
    public boolean running;

    /** Tenths of a step per minute from the last intervals; 0 before the first one. */
    public int cadenceDspm;

    /** Running steps in this bout before this one, counting without interruption. */
    public int runningStepsBefore;

    /** Instant at which the whole stride (two steps) that this step ends began, us; meaningful while running. */
    public long strideFromUs;

    /** First sample of that stride, by number since the start. */
    public long strideFrom;

    /** First sample after that stride. */
    public long strideTo;
}
