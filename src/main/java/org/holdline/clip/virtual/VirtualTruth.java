package org.holdline.clip.virtual;

import org.holdline.clip.virtual.VirtualScript.Activity;

/**
 * What really is at the instant of the last sample. For evaluation and tests; nothing on the road may see it.
 *
 * <p>Mutable slot, written by the thread that polls.
 */
public final class VirtualTruth {
    /** {@link #lastContactUs} or {@link #lastToeOffUs} before the first one. */
    public static final long NONE = Long.MIN_VALUE;

    /** Instant of the sample, us. */
    public long timeUs;

    public Activity activity = Activity.STAND;

    /** Lumbar arch beyond the neutral of the activity (change of sacral minus thoracolumbar pitch), degrees. */
    public double archDeg;

    /** Forward lean of the trunk beyond the neutral of the activity, degrees. */
    public double leanDeg;

    /** Pitch of sacrum and thoracolumbar junction from posture alone, without stride, skin and mounting, degrees. */
    public double sacralPitchDeg;

    public double thoracolumbarPitchDeg;

    /** Up in the sensor frame of the lower IMU of the sample, unit length; stride, skin and mounting included. */
    public double lowerUpX;

    public double lowerUpY;
    public double lowerUpZ;

    /** The same for the upper IMU; zero when there is none. */
    public double upperUpX;

    public double upperUpY;
    public double upperUpZ;

    /** Foot contacts so far; the last one's instant, us, and side. */
    public long contacts;

    public long lastContactUs = NONE;
    public boolean lastContactLeft;

    /** Last instant a foot left the ground, us; in walking the trailing foot. */
    public long lastToeOffUs = NONE;

    /** Pulses felt, and those the runner answers or is about to. */
    public int cuesFelt;

    public int cuesAnswered;

    /** Share of the ordered arch the runner means to keep off, 0..1. */
    public double takenBack;

    public void copyFrom(VirtualTruth other) {
        timeUs = other.timeUs;
        activity = other.activity;
        archDeg = other.archDeg;
        leanDeg = other.leanDeg;
        sacralPitchDeg = other.sacralPitchDeg;
        thoracolumbarPitchDeg = other.thoracolumbarPitchDeg;
        lowerUpX = other.lowerUpX;
        lowerUpY = other.lowerUpY;
        lowerUpZ = other.lowerUpZ;
        upperUpX = other.upperUpX;
        upperUpY = other.upperUpY;
        upperUpZ = other.upperUpZ;
        contacts = other.contacts;
        lastContactUs = other.lastContactUs;
        lastContactLeft = other.lastContactLeft;
        lastToeOffUs = other.lastToeOffUs;
        cuesFelt = other.cuesFelt;
        cuesAnswered = other.cuesAnswered;
        takenBack = other.takenBack;
    }
}
